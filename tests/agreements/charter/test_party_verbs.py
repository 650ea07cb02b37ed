"""Organizations join, are invited, pause, leave and come back."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter import transitions
from agreements.charter.kinds import Basis, CharterEvent, Voice
from agreements.charter.states import PARTY_MOVES, CollaborationState, PartyState
from agreements.models import Party, PartyChange
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, RepresentativeFactory

pytestmark = pytest.mark.django_db
P = PartyState


def days_from_now(days):
    return timezone.localdate() + timedelta(days=days)


def test_a_party_joins_and_the_history_says_who_wrote_it():
    user, collaboration = UserFactory(), CollaborationFactory()
    party = transitions.add_party(
        collaboration=collaboration,
        organization=OrganizationFactory(),
        by=user,
        basis=Basis.MANDATED,
        starts_on=days_from_now(-30),
    )
    assert (party.state, party.basis) == (P.ACTIVE, Basis.MANDATED)
    line = party.changes.get()
    assert (line.from_state, line.to_state, line.made_by) == ("", P.ACTIVE, user)


def test_the_same_organization_joins_once_at_a_time():
    party = PartyFactory()
    with pytest.raises(ValidationError) as refusal:
        transitions.add_party(
            collaboration=party.collaboration, organization=party.organization, by=UserFactory()
        )
    assert "already a party" in str(refusal.value) or "sudah menjadi pihak" in str(refusal.value)


def test_a_party_that_left_may_join_again_from_the_next_day():
    party = PartyFactory(left=True)
    again = transitions.add_party(
        collaboration=party.collaboration, organization=party.organization, by=UserFactory()
    )
    assert again.starts_on == timezone.localdate()


def test_a_closed_collaboration_takes_no_party():
    closed = CollaborationFactory(state=CollaborationState.CLOSED, ends_on=timezone.localdate())
    with pytest.raises(Refused):
        transitions.add_party(
            collaboration=closed, organization=OrganizationFactory(), by=UserFactory()
        )


def test_an_organization_struck_off_the_register_does_not_join():
    with pytest.raises(Refused):
        transitions.add_party(
            collaboration=CollaborationFactory(),
            organization=OrganizationFactory(is_active=False),
            by=UserFactory(),
        )


@pytest.mark.parametrize("state", [P.PAUSED, P.LEFT, "nonsense"])
def test_a_party_does_not_begin_paused_or_left(state):
    with pytest.raises(Refused):
        transitions.add_party(
            collaboration=CollaborationFactory(),
            organization=OrganizationFactory(),
            by=UserFactory(),
            state=state,
        )


@pytest.mark.parametrize(
    ("verb", "source", "target", "facts"),
    [
        ("invite_party", P.PROSPECT, P.INVITED, {}),
        ("activate_party", P.INVITED, P.ACTIVE, {}),
        ("activate_party", P.PAUSED, P.ACTIVE, {}),
        ("pause_party", P.ACTIVE, P.PAUSED, {"reason": "Pergantian pimpinan"}),
        ("end_party", P.ACTIVE, P.LEFT, {"reason": "Tugas selesai"}),
        ("end_party", P.INVITED, P.LEFT, {"reason": "Menolak"}),
    ],
)
def test_every_move_of_a_party_is_written_down(verb, source, target, facts):
    party, user = PartyFactory(state=source), UserFactory()
    fresh = getattr(transitions, verb)(party=party, by=user, **facts)
    assert fresh.state == target
    line = PartyChange.objects.get(party=party)
    assert (line.from_state, line.to_state, line.made_by) == (source, target, user)
    assert line.note == facts.get("reason", "")


@pytest.mark.parametrize(
    ("verb", "target", "facts"),
    [
        ("invite_party", P.INVITED, {}),
        ("activate_party", P.ACTIVE, {}),
        ("pause_party", P.PAUSED, {"reason": "r"}),
        ("end_party", P.LEFT, {"reason": "r"}),
    ],
)
def test_every_other_move_of_a_party_is_illegal(verb, target, facts):
    for source in P:
        if target in PARTY_MOVES.get(source, ()):
            continue
        party = PartyFactory(left=True) if source == P.LEFT else PartyFactory(state=source)
        with pytest.raises(IllegalMove):
            getattr(transitions, verb)(party=party, by=UserFactory(), **facts)
        assert not PartyChange.objects.filter(party=party).exists()


@pytest.mark.parametrize("verb", ["pause_party", "end_party"])
def test_pausing_and_leaving_need_a_reason(verb):
    with pytest.raises(ValidationError):
        getattr(transitions, verb)(party=PartyFactory(), by=UserFactory(), reason=" ")


def test_nobody_leaves_in_the_future_or_before_they_joined():
    party = PartyFactory()
    for day in (days_from_now(1), party.starts_on - timedelta(days=1)):
        with pytest.raises(ValidationError):
            transitions.end_party(party=party, by=UserFactory(), reason="r", on=day)
    assert Party.objects.get(pk=party.pk).state == P.ACTIVE


def test_who_spoke_for_it_speaks_no_more_when_it_leaves():
    party = PartyFactory()
    now = RepresentativeFactory(party=party)
    earlier = RepresentativeFactory(
        party=party, starts_on=days_from_now(-300), ends_on=days_from_now(-200)
    )
    RepresentativeFactory(party=party, starts_on=days_from_now(20))
    transitions.end_party(party=party, by=UserFactory(), reason="r", on=days_from_now(-2))
    assert set(party.representatives.values_list("pk", "ends_on")) == {
        (now.pk, days_from_now(-2)),
        (earlier.pk, days_from_now(-200)),
    }


def test_the_role_of_a_party_is_corrected_once_per_version():
    party = PartyFactory()
    facts = {"basis": Basis.MANDATED, "voice": Voice.CONSULTED, "starts_on": days_from_now(-9)}
    fresh = transitions.edit_party(party=party, by=UserFactory(), version=1, **facts)
    assert (fresh.basis, fresh.voice, fresh.starts_on) == tuple(facts.values())
    assert party.collaboration.changes.get().event == CharterEvent.PARTY_EDITED
    with pytest.raises(EditConflict):
        transitions.edit_party(party=party, by=UserFactory(), version=1, **facts)
