"""Found, edit, convene, activate, rest, close: what each needs and what it writes down."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter import transitions
from agreements.charter.kinds import Basis, CharterEvent, CollaborationFocus
from agreements.charter.states import COLLABORATION_MOVES, CollaborationState, PartyState
from agreements.models import Collaboration, CollaborationChange
from collabgov.kit.errors import AlreadySaved, EditConflict, IllegalMove, Refused
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, DriverFactory, PartyFactory

pytestmark = pytest.mark.django_db
S = CollaborationState


def charter(**changes):
    return {
        "title": "4+1",
        "purpose": "Menurunkan stunting bersama.",
        "focus": CollaborationFocus.PROGRAM_MANAGEMENT,
        "initiator": changes.pop("initiator", None) or OrganizationFactory(),
        "starts_on": timezone.localdate() - timedelta(days=400),
        **changes,
    }


def last_line(collaboration):
    return CollaborationChange.objects.filter(collaboration=collaboration).last()


def test_whoever_founds_it_coordinates_from_its_first_day():
    user = UserFactory()
    collaboration = transitions.found(by=user, **charter())
    assert collaboration.state == S.EXPLORING
    row = collaboration.coordinators.get()
    assert (row.person, row.starts_on) == (user.person, collaboration.starts_on)
    line = last_line(collaboration)
    assert (line.event, line.to_state, line.made_by) == (CharterEvent.FOUNDED, S.EXPLORING, user)


def test_whoever_started_it_is_its_first_party_from_the_first_day():
    user, initiator = UserFactory(), OrganizationFactory()
    collaboration = transitions.found(by=user, **charter(initiator=initiator))
    party = collaboration.parties.get()
    assert (party.organization, party.state) == (initiator, PartyState.ACTIVE)
    assert (party.starts_on, party.basis) == (collaboration.starts_on, Basis.VOLUNTARY)
    line = party.changes.get()
    assert (line.to_state, line.made_by) == (PartyState.ACTIVE, user)


@pytest.mark.parametrize("state", CollaborationState)
def test_a_new_party_takes_part_from_the_beginning_until_the_collaboration_works(state):
    collaboration = CollaborationFactory(state=S.EXPLORING)
    collaboration.state = state
    is_young = state in {S.EXPLORING, S.CONVENING}
    expected = collaboration.starts_on if is_young else timezone.localdate()
    assert transitions.usual_start(collaboration) == expected


def test_an_admin_names_the_coordinator():
    person = PersonFactory()
    admin = UserFactory(admin=True)
    collaboration = transitions.found(by=admin, coordinator=person, **charter())
    assert collaboration.coordinators.get().person == person


def test_nobody_to_coordinate_founds_nothing():
    with pytest.raises(Refused):
        transitions.found(by=UserFactory(admin=True, person=None), **charter())
    assert not Collaboration.objects.exists()


def test_its_clock_is_that_of_its_founder_unless_another_is_named():
    user = UserFactory(time_zone="Asia/Jayapura")
    assert transitions.found(by=user, **charter()).time_zone == "Asia/Jayapura"
    other = transitions.found(by=user, **charter(time_zone="Asia/Jakarta"))
    assert (other.time_zone, other.zone) == ("Asia/Jakarta", "WIB")


def test_the_same_form_sent_twice_founds_one_collaboration():
    user, ticket = UserFactory(), uuid4()
    fields = charter()
    first = transitions.found(by=user, submission_id=ticket, **fields)
    assert transitions.found(by=user, submission_id=ticket, **fields) == first
    assert Collaboration.objects.count() == 1
    assert first.changes.count() == 1


def test_other_content_from_the_same_form_is_not_taken_for_a_double_click():
    user, ticket = UserFactory(), uuid4()
    fields = charter()
    first = transitions.found(by=user, submission_id=ticket, **fields)
    with pytest.raises(AlreadySaved) as refusal:
        transitions.found(by=user, submission_id=ticket, **fields | {"purpose": "Yang lain."})
    assert refusal.value.record == first
    assert Collaboration.objects.count() == 1


def test_the_form_of_somebody_else_founds_ones_own_once():
    ticket, user = uuid4(), UserFactory()
    fields = charter()
    first = transitions.found(by=UserFactory(), submission_id=ticket, **fields)
    own = transitions.found(by=user, submission_id=ticket, **fields)
    assert own != first
    assert transitions.found(by=user, submission_id=ticket, **fields) == own


def test_a_charter_without_a_title_is_refused_with_the_name_of_the_field():
    with pytest.raises(ValidationError) as refusal:
        transitions.found(by=UserFactory(), **charter(title=""))
    assert "title" in refusal.value.message_dict


def test_an_edit_names_in_the_history_what_changed():
    collaboration = CollaborationFactory()
    user = UserFactory()
    fresh = transitions.edit(
        collaboration=collaboration, by=user, version=1, title="Baru", focus=collaboration.focus
    )
    assert (fresh.title, fresh.version) == ("Baru", 2)
    line = last_line(collaboration)
    assert line.event == CharterEvent.EDITED
    assert line.subject == "title"


def test_an_edit_of_an_older_version_changes_nothing():
    collaboration = CollaborationFactory(title="Lama")
    transitions.edit(collaboration=collaboration, by=UserFactory(), version=1, title="Pertama")
    with pytest.raises(EditConflict):
        transitions.edit(collaboration=collaboration, by=UserFactory(), version=1, title="Kedua")
    collaboration.refresh_from_db()
    assert collaboration.title == "Pertama"


def with_two_parties(state):
    collaboration = CollaborationFactory(state=state)
    PartyFactory.create_batch(2, collaboration=collaboration)
    return collaboration


@pytest.mark.parametrize(
    ("verb", "source", "target", "facts"),
    [
        ("convene", S.EXPLORING, S.CONVENING, {}),
        ("activate", S.CONVENING, S.ACTIVE, {}),
        ("activate", S.DORMANT, S.ACTIVE, {}),
        ("rest", S.ACTIVE, S.DORMANT, {"reason": "Menunggu anggaran"}),
        ("close", S.ACTIVE, S.CLOSED, {"reason": "Tujuan tercapai"}),
        ("close", S.EXPLORING, S.CLOSED, {"reason": "Tidak jadi"}),
    ],
)
def test_every_move_is_written_down(verb, source, target, facts):
    collaboration = with_two_parties(source)
    user = UserFactory()
    fresh = getattr(transitions, verb)(collaboration=collaboration, by=user, **facts)
    assert fresh.state == target
    line = last_line(collaboration)
    assert (line.from_state, line.to_state, line.made_by) == (source, target, user)
    assert line.note == facts.get("reason", "")


@pytest.mark.parametrize(
    ("verb", "target", "facts"),
    [
        ("convene", S.CONVENING, {}),
        ("activate", S.ACTIVE, {}),
        ("rest", S.DORMANT, {"reason": "r"}),
        ("close", S.CLOSED, {"reason": "r"}),
    ],
)
def test_every_other_move_is_illegal_and_leaves_no_line(verb, target, facts):
    for source in set(S) - {S.CLOSED}:
        if target in COLLABORATION_MOVES[source]:
            continue
        collaboration = with_two_parties(source)
        with pytest.raises(IllegalMove):
            getattr(transitions, verb)(collaboration=collaboration, by=UserFactory(), **facts)
        assert not collaboration.changes.exists()


def test_a_closed_collaboration_stays_closed():
    collaboration = CollaborationFactory(state=S.CLOSED, ends_on=timezone.localdate())
    with pytest.raises(IllegalMove):
        transitions.activate(collaboration=collaboration, by=UserFactory())
    with pytest.raises(Refused):
        transitions.edit(collaboration=collaboration, by=UserFactory(), version=1, title="Lagi")


def test_without_a_driver_it_does_not_become_active():
    collaboration = CollaborationFactory(state=S.CONVENING, drivers=False)
    PartyFactory.create_batch(2, collaboration=collaboration)
    with pytest.raises(Refused):
        transitions.activate(collaboration=collaboration, by=UserFactory())
    DriverFactory(collaboration=collaboration)
    assert transitions.activate(collaboration=collaboration, by=UserFactory()).state == S.ACTIVE


def test_a_party_that_left_does_not_count_for_activation():
    collaboration = CollaborationFactory(state=S.CONVENING)
    PartyFactory(collaboration=collaboration)
    PartyFactory(collaboration=collaboration, left=True)
    with pytest.raises(Refused):
        transitions.activate(collaboration=collaboration, by=UserFactory())


def test_closing_takes_its_day_and_a_reason():
    collaboration = CollaborationFactory()
    day = timezone.localdate() - timedelta(days=3)
    with pytest.raises(ValidationError):
        transitions.close(collaboration=collaboration, by=UserFactory(), reason="  ")
    with pytest.raises(ValidationError):
        transitions.close(
            collaboration=collaboration,
            by=UserFactory(),
            reason="r",
            on=timezone.localdate() + timedelta(days=1),
        )
    fresh = transitions.close(
        collaboration=collaboration, by=UserFactory(), reason="Selesai", on=day
    )
    assert fresh.ends_on == day


def test_it_cannot_close_before_it_began():
    collaboration = CollaborationFactory()
    with pytest.raises(ValidationError):
        transitions.close(
            collaboration=collaboration,
            by=UserFactory(),
            reason="r",
            on=collaboration.starts_on - timedelta(days=1),
        )
