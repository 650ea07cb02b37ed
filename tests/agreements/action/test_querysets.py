"""Which promises a view of the list shows, and in which order."""

import pytest
from django.utils import timezone

from agreements.action.states import CommitmentState
from agreements.charter.states import PartyState
from agreements.models import Commitment
from tests.agreements.action.people import today
from tests.factories.action import CommitmentFactory, ProgressUpdateFactory
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory

S = CommitmentState


def test_mine_are_those_that_name_me(people):
    mine = people.promise(person=people.member.person)
    people.promise()
    assert list(Commitment.objects.mine(people.member)) == [mine]
    people.promise(person=None)
    assert not Commitment.objects.mine(UserFactory(person=None)).exists()


def test_ours_are_my_organizations_and_those_i_speak_for(people):
    own = people.promise()
    spoken_for = CommitmentFactory(collaboration=people.collaboration)
    party = spoken_for.organization.parties.get()
    RepresentativeFactory(party=party, person=people.member.person)
    elsewhere = CommitmentFactory(organization=spoken_for.organization)
    ours = Commitment.objects.ours(people.member)
    assert set(ours) == {own, spoken_for}
    assert elsewhere not in ours
    assert not Commitment.objects.ours(UserFactory(person=None, organization=None)).exists()


def test_waiting_are_the_answers_that_are_mine_to_give(people):
    proposed = people.promise(proposed=True)
    on_behalf = people.promise(is_answered_on_behalf=True)
    people.promise()
    CommitmentFactory(collaboration=people.collaboration, proposed=True)
    assert set(Commitment.objects.waiting_for(people.representative)) == {proposed, on_behalf}
    assert not Commitment.objects.waiting_for(people.member).exists()
    assert not Commitment.objects.waiting_for(people.coordinator).exists()


def test_late_and_soon_are_owed_promises_only(people):
    late = people.promise(overdue=True)
    soon = [people.promise(due_on=today(days)) for days in (0, 14)]
    people.promise(due_on=today(15))
    people.promise(proposed=True, due_on=today(3))
    people.promise(overdue=True, state=S.CANCELLED)
    assert list(Commitment.objects.overdue()) == [late]
    assert set(Commitment.objects.due_within(14)) == set(soon)


def test_updatable_are_the_owed_ones_whose_progress_is_mine_to_tell(people):
    owed = people.promise()
    people.promise(proposed=True)
    people.promise(reported=True)
    others = CommitmentFactory(collaboration=people.collaboration)
    for user in (people.representative, people.member):
        assert list(Commitment.objects.updatable_by(user)) == [owed]
    for user in (people.coordinator, people.outsider, people.admin, people.auditor):
        assert not Commitment.objects.updatable_by(user).exists()
    others.person = people.coordinator.person
    others.save()
    assert list(Commitment.objects.updatable_by(people.coordinator)) == [others]


@pytest.mark.django_db
def test_an_organization_that_left_has_nothing_to_update():
    party = PartyFactory(left=True)
    CommitmentFactory(
        collaboration=party.collaboration, organization=party.organization, party=False
    )
    user = UserFactory(organization=party.organization)
    assert not Commitment.objects.updatable_by(user).exists()


def test_every_updatable_promise_passes_the_rule(people):
    for _ in range(3):
        CommitmentFactory(collaboration=people.collaboration)
    people.promise()
    for user in people.everybody().values():
        for row in Commitment.objects.visible_to(user).updatable_by(user):
            assert user.has_perm("agreements.update_progress", row)


def test_what_somebody_spoke_about_today_is_left_out(people):
    spoken, silent = people.promise(), people.promise()
    ProgressUpdateFactory(commitment=spoken)
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    assert list(Commitment.objects.not_updated_since(midnight)) == [silent]


def test_search_wants_every_word_somewhere(people):
    organization = OrganizationFactory(name="Dinas Sosial Contoh", short_name="Dinsos C")
    wanted = CommitmentFactory(organization=organization, promise="Mengirim data 100% keluarga")
    people.promise(promise="Mengirim surat")
    for text in ("data mengirim", "dinsos KELUARGA", wanted.code.lower(), "100%", " data  "):
        assert list(Commitment.objects.search(text)) == [wanted], text
    for text in ("data surat", "%", "_____", "'; drop table--"):
        assert wanted not in Commitment.objects.search(text) or text == "%"


def test_what_still_moves_stands_first_and_the_most_urgent_on_top(people):
    kept_long_ago = people.promise(kept=True)
    late = people.promise(overdue=True)
    later = people.promise(due_on=today(20))
    sooner = people.promise(due_on=today(2))
    cancelled = people.promise(state=S.CANCELLED, due_on=today(1))
    rows = Commitment.objects.for_list().live_first()
    assert list(rows) == [late, sooner, later, cancelled, kept_long_ago]


@pytest.mark.parametrize("trait", ["admin", "auditor"])
def test_admin_and_auditor_see_every_promise(people, trait):
    commitment = people.promise()
    assert commitment in Commitment.objects.visible_to(getattr(people, trait))


def test_an_outsider_sees_none(people):
    people.promise()
    assert not Commitment.objects.visible_to(people.outsider).exists()


@pytest.mark.parametrize("state", [PartyState.PROSPECT, PartyState.INVITED, PartyState.PAUSED])
def test_nobody_speaks_for_a_party_that_is_not_active(people, state):
    proposed = people.promise(proposed=True)
    voice = people.representative
    voice.organization = None
    assert list(Commitment.objects.waiting_for(voice)) == [proposed]
    assert list(Commitment.objects.ours(voice)) == [proposed]
    proposed.organization.parties.update(state=state)
    assert not Commitment.objects.waiting_for(voice).exists()
    assert not Commitment.objects.ours(voice).exists()
