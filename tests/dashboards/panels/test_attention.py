"""What needs attention first: what is stuck, on whom, since when."""

import pytest
from django.utils import translation

from agreements.engagement.states import MeetingState
from dashboards.panels.attention import SHOWN, needs_attention
from tests.factories.action import CommitmentFactory, ProgressUpdateFactory
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration(db):
    return CollaborationFactory()


@pytest.fixture
def attention(sight_of, collaboration):
    return lambda: needs_attention(sight_of(coordinator_of(collaboration), collaboration))


def test_each_kind_says_on_whom_and_since_when(attention, collaboration, ago):
    late = CommitmentFactory(collaboration=collaboration, overdue=True)
    asked = CommitmentFactory(collaboration=collaboration, proposed=True, made_on=ago(9))
    CommitmentFactory(collaboration=collaboration, reported=True)
    meeting = MeetingFactory(collaboration=collaboration)
    CommitmentFactory(collaboration=collaboration)
    MeetingFactory(collaboration=collaboration, state=MeetingState.MINUTES_SHARED)
    rows = attention().rows
    assert [row.since for row in rows[:2]] == [late.due_on, ago(9)]
    assert [row.on_whom for row in rows[:2]] == [late.organization.label, asked.organization.label]
    assert len(rows) == 4
    assert (rows[3].title, rows[3].since) == (meeting.title, meeting.held_on)


def test_the_longest_waiting_come_first_and_the_rest_is_counted(attention, collaboration, ago):
    for days in range(1, SHOWN + 3):
        CommitmentFactory(collaboration=collaboration, made_on=ago(60), due_on=ago(days))
    found = attention()
    assert [row.since for row in found.rows] == [ago(days) for days in range(SHOWN + 2, 2, -1)]
    (more,) = found.more
    assert more.count == SHOWN + 2
    assert "late=1" in more.href


def test_the_counts_are_those_of_the_lists(attention, collaboration, client, sign_in):
    for _n in range(SHOWN + 1):
        CommitmentFactory(collaboration=collaboration, overdue=True)
        CommitmentFactory(collaboration=collaboration, proposed=True)
        CommitmentFactory(collaboration=collaboration, reported=True)
        MeetingFactory(collaboration=collaboration)
        asking_for_help(collaboration)
    sign_in(coordinator_of(collaboration))
    found = attention()
    assert len(found.more) == 5
    for more in found.more:
        assert client.get(more.href).context["page_obj"].paginator.count == more.count == SHOWN + 1


def asking_for_help(collaboration, **fields):
    promise = CommitmentFactory(collaboration=collaboration, **fields)
    ProgressUpdateFactory(commitment=promise, needs_help=True)
    return promise


def test_who_asks_for_help_comes_first_and_only_once(attention, collaboration, today):
    CommitmentFactory(collaboration=collaboration, overdue=True)
    asked = asking_for_help(collaboration, overdue=True)
    with translation.override("en"):
        found = attention()
    assert [row.badge for row in found.rows] == ["Needs help · 1 day late", "1 day late"]
    first = found.rows[0]
    assert first.tone == "bad"
    assert (first.title, first.since) == (asked.promise, today)
    assert first.on_whom == asked.organization.label
    assert [more.count for more in found.more] == [1, 2]


def test_nothing_stuck_is_nothing_shown(attention, collaboration):
    CommitmentFactory(collaboration=collaboration)
    assert attention().rows == ()
    assert attention().more == ()


def test_other_collaborations_are_not_looked_at(attention):
    CommitmentFactory(overdue=True)
    MeetingFactory()
    assert attention().rows == ()
