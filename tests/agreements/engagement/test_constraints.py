"""What can never be stored about a meeting, whoever writes it."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction

from agreements.models import AgendaItem
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingDraftFactory,
    MeetingFactory,
)

pytestmark = pytest.mark.django_db


def made_now(make):
    """Make it, and let constraints that wait for the commit speak at once."""
    with transaction.atomic(), connection.cursor() as cursor:
        make()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refused(make):
    with pytest.raises(IntegrityError) as caught:
        made_now(make)
    return caught.value.__cause__.diag.constraint_name


def test_meeting_ends_after_start():
    times = {"starts_at": dt.time(10), "ends_at": dt.time(9)}
    assert refused(lambda: MeetingFactory(**times)) == "meeting_ends_after_start"


def test_meeting_state_is_known():
    assert refused(lambda: MeetingFactory(state="x")) == "meeting_state_is_known"


def test_a_submission_makes_one_meeting():
    first = MeetingFactory()
    assert "submission_id" in refused(lambda: MeetingFactory(submission_id=first.submission_id))


def test_attendance_once_also_without_a_person():
    row = AttendanceFactory()
    again = {"meeting": row.meeting, "organization": row.organization}
    assert refused(lambda: AttendanceFactory(**again)) == "attendance_once"


def test_agenda_item_phase_is_known():
    assert refused(lambda: AgendaItemFactory(phase="x")) == "agenda_item_phase_is_known"


def test_agenda_item_position_once():
    row = AgendaItemFactory()
    again = {"meeting": row.meeting, "position": row.position}
    assert refused(lambda: AgendaItemFactory(**again)) == "agenda_item_position_once"


def test_agenda_items_may_swap_within_one_transaction():
    first = AgendaItemFactory(position=1)
    second = AgendaItemFactory(meeting=first.meeting, position=2)
    AgendaItem.objects.filter(pk=first.pk).update(position=2)
    AgendaItem.objects.filter(pk=second.pk).update(position=1)


@pytest.mark.parametrize(
    ("field", "name"), [("kind", "decision_kind_is_known"), ("state", "decision_state_is_known")]
)
def test_decision_words_are_known(field, name):
    assert refused(lambda: DecisionFactory(**{field: "x"})) == name


def test_meeting_draft_once():
    draft = MeetingDraftFactory()
    again = {"user": draft.user, "submission_id": draft.submission_id}
    assert refused(lambda: MeetingDraftFactory(**again)) == "meeting_draft_once"
