"""A meeting is saved whole, once, and becomes what its date says."""

import datetime as dt
import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from actors.models import Appointment, Person
from agreements.action.states import CommitmentState
from agreements.engagement.kinds import AttendanceLevel, DecisionKind, Phase
from agreements.engagement.states import MeetingState
from agreements.models import Commitment, Meeting, MeetingDraft
from collabgov.kit.errors import Refused
from tests.agreements.engagement.lines import details, log, present, promise, topic
from tests.factories.actors import AppointmentFactory, PersonFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, member_of
from tests.factories.engagement import MeetingDraftFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return member_of(CollaborationFactory())


@pytest.fixture
def collaboration(user):
    return user.organization.parties.get().collaboration


def test_a_meeting_of_today_is_held_and_its_history_says_who_logged_it(user, collaboration):
    meeting = log(collaboration, user)
    assert (meeting.state, meeting.logged_by) == (MeetingState.HELD, user)
    line = meeting.changes.get()
    assert (line.from_state, line.to_state, line.made_by) == ("", MeetingState.HELD, user)


def test_a_meeting_of_tomorrow_is_planned(user, collaboration):
    tomorrow = timezone.localdate() + timedelta(days=1)
    meeting = log(collaboration, user, details=details(held_on=tomorrow))
    assert meeting.state == MeetingState.PLANNED


def test_attendance_agenda_decisions_and_commitments_are_saved_with_it(user, collaboration):
    person = PersonFactory()
    meeting = log(
        collaboration,
        user,
        attendances=[
            present(user.organization, person=person, level=AttendanceLevel.DELEGATE),
            present(PartyFactory(collaboration=collaboration).organization, is_present=False),
        ],
        agenda=[
            topic("Data posyandu", phase=Phase.DISCOVERY, notes="Data berbeda."),
            topic("Jadwal", decision="Rapat tiap bulan", decision_kind=DecisionKind.PROCEDURAL),
        ],
        commitments=[promise(user.organization, person=person)],
    )
    assert [(row.person, row.is_present) for row in meeting.attendances.order_by("pk")] == [
        (person, True),
        (None, False),
    ]
    items = list(meeting.agenda_items.values_list("position", "topic", "phase"))
    assert items == [(1, "Data posyandu", "discovery"), (2, "Jadwal", "deliberation")]
    decision = meeting.decisions.get()
    assert (decision.text, decision.kind) == ("Rapat tiap bulan", DecisionKind.PROCEDURAL)
    assert decision.agenda_item.topic == "Jadwal"
    commitment = meeting.commitments.get()
    assert (commitment.person, commitment.made_on) == (person, meeting.held_on)


def test_a_promise_of_who_was_there_is_accepted_of_who_was_absent_it_waits(user, collaboration):
    absent = PartyFactory(collaboration=collaboration).organization
    meeting = log(
        collaboration,
        user,
        attendances=[present(user.organization), present(absent, is_present=False)],
        commitments=[promise(user.organization), promise(absent)],
    )
    states = dict(meeting.commitments.values_list("organization", "state"))
    assert states[user.organization.pk] == CommitmentState.ACCEPTED
    assert states[absent.pk] == CommitmentState.PROPOSED


def test_a_refused_commitment_leaves_nothing_of_the_meeting(user, collaboration):
    with pytest.raises(Refused):
        log(collaboration, user, commitments=[promise(user.organization, days=-3)])
    assert not Meeting.objects.exists()


def test_a_meeting_still_to_come_holds_no_commitments(user, collaboration):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused):
        log(
            collaboration,
            user,
            details=details(held_on=tomorrow),
            commitments=[promise(user.organization)],
        )
    assert not Meeting.objects.exists()
    assert not Commitment.objects.exists()


def test_an_end_before_the_start_is_refused(user, collaboration):
    with pytest.raises(ValidationError):
        log(collaboration, user, details=details(starts_at=dt.time(10), ends_at=dt.time(9)))


def test_the_same_form_sent_twice_makes_one_meeting(user, collaboration):
    submission = uuid.uuid4()
    first = log(collaboration, user, submission_id=submission)
    again = log(collaboration, user, submission_id=submission)
    assert first == again
    assert Meeting.objects.count() == 1
    assert first.changes.count() == 1


def test_the_draft_goes_with_the_save_and_only_that_one(user, collaboration):
    draft, other = MeetingDraftFactory(user=user), MeetingDraftFactory(user=user)
    of_somebody_else = MeetingDraftFactory(submission_id=draft.submission_id)
    log(collaboration, user, submission_id=draft.submission_id)
    assert set(MeetingDraft.objects.all()) == {other, of_somebody_else}


def test_somebody_unknown_is_entered_and_holds_no_post_by_that(user, collaboration):
    line = present(user.organization, full_name="Sulastri")
    meeting = log(collaboration, user, attendances=[line])
    person = meeting.attendances.get().person
    assert person.full_name == "Sulastri"
    assert not Appointment.objects.filter(person=person).exists()


def test_a_typed_name_that_the_organization_already_knows_is_that_person(user, collaboration):
    known = AppointmentFactory(
        organization=user.organization, person=PersonFactory(full_name="Sulastri")
    ).person
    before = Person.objects.count()
    meeting = log(
        collaboration, user, attendances=[present(user.organization, full_name="SULASTRI")]
    )
    assert meeting.attendances.get().person == known
    assert Person.objects.count() == before


def test_the_same_name_elsewhere_is_somebody_else(user, collaboration):
    elsewhere = AppointmentFactory(person=PersonFactory(full_name="Sulastri")).person
    meeting = log(
        collaboration, user, attendances=[present(user.organization, full_name="Sulastri")]
    )
    assert meeting.attendances.get().person != elsewhere
