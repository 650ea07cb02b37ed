"""Recording a promise: who may be held to it, its code, and whether it waits for an answer."""

import datetime as dt
import uuid

import pytest
from django.utils import timezone

from agreements.action import transitions
from agreements.action.states import CommitmentState
from agreements.models import Commitment, CommitmentChange, CommitmentSequence
from collabgov.kit.errors import AlreadySaved, Refused
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.engagement import AttendanceFactory, DecisionFactory, MeetingFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def party():
    return PartyFactory()


def record(party, **fields):
    given = {
        "collaboration": party.collaboration,
        "organization": party.organization,
        "promise": "Mengirim data keluarga",
        "due_on": TODAY() + dt.timedelta(days=14),
        "by": fields.pop("by", None) or UserFactory(),
        **fields,
    }
    return transitions.record(**given)


def test_a_promise_made_outside_a_meeting_waits_for_an_answer(party):
    user = UserFactory()
    commitment = record(party, by=user)
    assert commitment.state == CommitmentState.PROPOSED
    assert commitment.original_due_on == commitment.due_on
    assert commitment.made_on == TODAY()
    change = CommitmentChange.objects.get(commitment=commitment)
    assert (change.from_state, change.to_state, change.made_by) == ("", "proposed", user)


def test_a_promise_of_an_organization_in_the_room_is_accepted(party):
    meeting = MeetingFactory(collaboration=party.collaboration)
    AttendanceFactory(meeting=meeting, organization=party.organization)
    commitment = record(party, meeting=meeting)
    assert commitment.state == CommitmentState.ACCEPTED
    assert commitment.made_on == meeting.held_on
    assert commitment.changes.get().to_state == CommitmentState.ACCEPTED
    assert timezone.localdate(commitment.changes.get().made_at) == meeting.held_on


def test_a_promise_of_an_absent_party_waits_for_its_representative(party):
    meeting = MeetingFactory(collaboration=party.collaboration)
    AttendanceFactory(meeting=meeting, organization=party.organization, is_present=False)
    assert record(party, meeting=meeting).state == CommitmentState.PROPOSED


def test_nobody_was_in_the_room_of_a_meeting_still_planned(party):
    meeting = MeetingFactory(collaboration=party.collaboration, planned=True)
    AttendanceFactory(meeting=meeting, organization=party.organization)
    commitment = record(party, meeting=meeting)
    assert commitment.state == CommitmentState.PROPOSED
    assert commitment.made_on == TODAY()


def promise_of_a_guest(meeting):
    return transitions.record(
        collaboration=meeting.collaboration,
        organization=AttendanceFactory(meeting=meeting).organization,
        promise="Menyediakan ruang",
        due_on=TODAY(),
        by=UserFactory(),
        meeting=meeting,
    )


def test_a_guest_in_the_room_is_not_bound_by_that():
    """Somebody else put it on the list, and it cannot see the collaboration."""
    assert promise_of_a_guest(MeetingFactory()).state == CommitmentState.PROPOSED


def test_the_coordinator_answers_for_a_guest_and_the_answer_is_marked():
    meeting = MeetingFactory()
    commitment, coordinator = promise_of_a_guest(meeting), coordinator_of(meeting.collaboration)
    assert coordinator.has_perm("agreements.answer_commitment", commitment)
    accepted = transitions.accept(commitment=commitment, by=coordinator)
    assert (accepted.state, accepted.is_answered_on_behalf) == (CommitmentState.ACCEPTED, True)


@pytest.mark.parametrize("is_invited", [True, False])
def test_an_organization_that_is_neither_party_nor_guest_is_refused(is_invited):
    meeting = MeetingFactory()
    stranger = OrganizationFactory()
    if is_invited:
        AttendanceFactory(meeting=meeting, organization=stranger, is_present=False)
    with pytest.raises(Refused):
        transitions.record(
            collaboration=meeting.collaboration,
            organization=stranger,
            promise="Menyediakan ruang",
            due_on=TODAY(),
            by=UserFactory(),
            meeting=meeting,
        )
    assert not Commitment.objects.exists()
    assert not CommitmentSequence.objects.exists()


def test_a_party_that_left_is_refused():
    with pytest.raises(Refused):
        record(PartyFactory(left=True))


def test_a_meeting_or_decision_of_another_collaboration_is_refused(party):
    with pytest.raises(Refused):
        record(party, meeting=MeetingFactory())
    with pytest.raises(Refused):
        record(party, decision=DecisionFactory())


@pytest.mark.parametrize(
    "wrong",
    [
        {"promise": "  \n "},
        {"promise": "x" * 501},
        {"due_on": dt.date(2020, 1, 1)},
    ],
)
def test_wrong_facts_are_refused_and_use_up_no_code(party, wrong):
    with pytest.raises(Refused):
        record(party, **wrong)
    assert record(party).code.endswith("-0001")


def test_codes_count_up_within_the_year_of_the_promise(party):
    year = TODAY().year
    codes = [record(party).code for _ in range(2)]
    old = record(party, made_on=dt.date(2024, 5, 3), due_on=dt.date(2024, 6, 3))
    assert codes == [f"KMT-{year}-0001", f"KMT-{year}-0002"]
    assert old.code == "KMT-2024-0001"


def test_a_form_sent_twice_makes_one_promise(party):
    user, submission_id = UserFactory(), uuid.uuid4()
    first = record(party, by=user, submission_id=submission_id)
    assert record(party, by=user, submission_id=submission_id) == first
    assert first.changes.count() == 1
    assert record(party).code.endswith("-0002")


def test_the_form_of_somebody_else_makes_a_promise_of_ones_own_once(party):
    submission_id, user = uuid.uuid4(), UserFactory()
    first = record(party, submission_id=submission_id)
    own = record(party, by=user, submission_id=submission_id)
    assert own != first
    assert record(party, by=user, submission_id=submission_id) == own
    assert Commitment.objects.count() == 2


@pytest.mark.parametrize(
    "other", [{"promise": "Yang lain"}, {"due_on": dt.date(2099, 1, 1)}, {"person": True}]
)
def test_other_content_from_the_same_form_is_not_taken_for_a_double_click(party, other):
    user, submission_id = UserFactory(), uuid.uuid4()
    first = record(party, by=user, submission_id=submission_id)
    if "person" in other:
        other = {"person": AppointmentFactory(organization=party.organization).person}
    with pytest.raises(AlreadySaved) as refusal:
        record(party, by=user, submission_id=submission_id, **other)
    assert refusal.value.record == first


def test_a_promise_of_a_party_at_that_time_may_be_written_down_later():
    collaboration = CollaborationFactory()
    party = PartyFactory(collaboration=collaboration, starts_on=TODAY() + dt.timedelta(days=3))
    with pytest.raises(Refused):
        record(party)
    assert record(party, made_on=party.starts_on).state == CommitmentState.PROPOSED


def test_nobody_of_another_organization_is_named(party):
    with pytest.raises(Refused, match="bukan dari"):
        record(party, person=AppointmentFactory().person)


def test_people_without_post_or_account_are_named_by_having_come(party):
    came = AttendanceFactory(
        meeting=MeetingFactory(collaboration=party.collaboration),
        organization=party.organization,
        person=PersonFactory(),
    )
    assert record(party, person=came.person).person == came.person
    member = UserFactory(organization=party.organization).person
    assert record(party, person=member).person == member
