"""A meeting is changed by whoever saw its last version, and never silently overwritten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.engagement.kinds import DecisionKind
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, MeetingDraft
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.agreements.engagement.lines import details, edit, present, promise, topic
from tests.factories.action import CommitmentFactory
from tests.factories.actors import PersonFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingDraftFactory,
    MeetingFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory()


@pytest.fixture
def user(meeting):
    return member_of(meeting.collaboration)


def test_an_edit_changes_the_version_and_its_history_says_who(meeting, user):
    saved = edit(meeting, user, details=details(title="Rapat lain", held_on=meeting.held_on))
    assert (saved.title, saved.version) == ("Rapat lain", meeting.version + 1)
    line = saved.changes.get()
    assert (line.from_state, line.to_state, line.made_by) == ("held", "held", user)


def test_an_edit_of_an_older_version_is_a_conflict_and_changes_nothing(meeting, user):
    edit(meeting, user, details=details(title="Pertama", held_on=meeting.held_on))
    with pytest.raises(EditConflict):
        edit(meeting, user, details=details(title="Kedua", held_on=meeting.held_on))
    meeting.refresh_from_db()
    assert meeting.title == "Pertama"


@pytest.mark.parametrize("state", [MeetingState.MINUTES_ADOPTED, MeetingState.CANCELLED])
def test_adopted_minutes_and_cancelled_meetings_are_frozen(state, user, meeting):
    meeting.state = state
    meeting.save()
    with pytest.raises(IllegalMove):
        edit(meeting, user)


def test_a_planned_meeting_may_move_to_another_day_to_come(user, meeting):
    planned = MeetingFactory(planned=True, collaboration=meeting.collaboration)
    later = timezone.localdate() + timedelta(days=30)
    saved = edit(planned, user, details=details(held_on=later))
    assert (saved.state, saved.held_on) == (MeetingState.PLANNED, later)


def test_a_meeting_that_took_place_cannot_move_to_the_future(meeting, user):
    with pytest.raises(Refused):
        edit(meeting, user, details=details(held_on=timezone.localdate() + timedelta(days=1)))


def test_attendance_becomes_exactly_the_list(meeting, user):
    stays, goes = AttendanceFactory.create_batch(2, meeting=meeting)
    person = PersonFactory()
    lines = [
        present(stays.organization, is_present=False),
        present(goes.organization, person=person),
    ]
    edit(meeting, user, attendances=lines)
    rows = {(row.organization_id, row.person_id, row.is_present) for row in _rows(meeting)}
    assert rows == {
        (stays.organization_id, None, False),
        (goes.organization_id, person.pk, True),
    }
    assert stays.pk in {row.pk for row in _rows(meeting)}


def _rows(meeting):
    return meeting.attendances.all()


def test_agenda_rows_keep_their_identity_move_and_disappear(meeting, user):
    first, second, third = AgendaItemFactory.create_batch(3, meeting=meeting)
    edit(
        meeting,
        user,
        agenda=[
            topic("Baru"),
            topic("Ketiga", item_id=third.pk),
            topic("Pertama", item_id=first.pk),
        ],
    )
    items = list(meeting.agenda_items.all())
    assert [item.topic for item in items] == ["Baru", "Ketiga", "Pertama"]
    assert [item.pk for item in items][1:] == [third.pk, first.pk]
    assert not AgendaItem.objects.filter(pk=second.pk).exists()


def test_a_row_id_of_another_meeting_is_a_new_row(meeting, user):
    foreign = AgendaItemFactory(topic="Asli")
    edit(meeting, user, agenda=[topic("Curang", item_id=foreign.pk)])
    foreign.refresh_from_db()
    assert foreign.topic == "Asli"
    assert meeting.agenda_items.get().pk != foreign.pk


def test_a_decision_is_changed_and_a_blank_one_dropped(meeting, user):
    kept, dropped = AgendaItemFactory.create_batch(2, meeting=meeting)
    decision = DecisionFactory(meeting=meeting, agenda_item=kept)
    DecisionFactory(meeting=meeting, agenda_item=dropped)
    lines = [
        topic("A", item_id=kept.pk, decision="Baru", decision_kind=DecisionKind.PROCEDURAL),
        topic("B", item_id=dropped.pk),
    ]
    edit(meeting, user, agenda=lines)
    assert meeting.decisions.get() == decision
    assert meeting.decisions.get().text == "Baru"


def test_a_decision_with_commitments_cannot_be_dropped(meeting, user):
    item = AgendaItemFactory(meeting=meeting)
    decision = DecisionFactory(meeting=meeting, agenda_item=item)
    CommitmentFactory(collaboration=meeting.collaboration, meeting=meeting, decision=decision)
    with pytest.raises(Refused):
        edit(meeting, user, agenda=[])
    assert meeting.decisions.get() == decision


def test_commitments_are_added_and_those_recorded_stay(meeting, user):
    old = CommitmentFactory(collaboration=meeting.collaboration, meeting=meeting)
    party = PartyFactory(collaboration=meeting.collaboration)
    edit(meeting, user, commitments=[promise(party.organization, "Yang baru")])
    assert {row.promise for row in meeting.commitments.all()} == {old.promise, "Yang baru"}


def test_the_draft_of_the_edit_goes_with_the_save(meeting, user):
    draft = MeetingDraftFactory(user=user, meeting=meeting)
    edit(meeting, user, submission_id=draft.submission_id)
    assert not MeetingDraft.objects.exists()
