"""Every constraint on meetings and what belongs to them refuses what it should."""

import datetime as dt

import pytest

from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingDraftFactory,
    MeetingFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        (
            "meeting_ends_after_start",
            MeetingFactory,
            {"starts_at": dt.time(10), "ends_at": dt.time(9)},
        ),
        ("meeting_state_is_known", MeetingFactory, {"state": "asleep"}),
        ("agenda_item_phase_is_known", AgendaItemFactory, {"phase": "dreaming"}),
        ("decision_kind_is_known", DecisionFactory, {"kind": "odd"}),
        ("decision_state_is_known", DecisionFactory, {"state": "asleep"}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_the_same_attendee_stands_once_on_the_list():
    row = AttendanceFactory(person=PersonFactory())
    same = {"meeting": row.meeting, "organization": row.organization}
    AttendanceFactory(**same, person=PersonFactory())
    assert_refused("attendance_once", lambda: AttendanceFactory(**same, person=row.person))


def test_an_organization_without_a_name_stands_once_on_the_list():
    row = AttendanceFactory(person=None)
    assert_refused(
        "attendance_once",
        lambda: AttendanceFactory(meeting=row.meeting, organization=row.organization),
    )


def test_two_topics_cannot_have_the_same_place():
    item = AgendaItemFactory(position=1)
    assert_refused(
        "agenda_item_position_once", lambda: AgendaItemFactory(meeting=item.meeting, position=1)
    )


def test_a_form_has_one_draft_per_person():
    draft = MeetingDraftFactory()
    assert_refused(
        "meeting_draft_once",
        lambda: MeetingDraftFactory(user=draft.user, submission_id=draft.submission_id),
    )
