"""The four figures: each is the count of the list that it opens."""

import datetime as dt

import pytest

from agreements.engagement.states import MeetingState
from dashboards.panels.figures import four_figures
from tests.factories.action import CommitmentFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, coordinator_of
from tests.factories.engagement import MeetingFactory

pytestmark = pytest.mark.django_db


def a_lot_in(collaboration, today):
    """Promises and meetings on both sides of every border."""

    def due(days, **fields):
        made_on = today - dt.timedelta(days=90)
        due_on = today + dt.timedelta(days=days)
        return CommitmentFactory(
            collaboration=collaboration, made_on=made_on, due_on=due_on, **fields
        )

    for days in (-40, -1, 0, 13, 14, 15):
        due(days)
    due(-3, proposed=True)
    due(-3, state="cancelled")
    for _n in range(3):
        CommitmentFactory(collaboration=collaboration, kept=True)
    MeetingFactory(collaboration=collaboration, held_on=today)
    MeetingFactory(collaboration=collaboration, held_on=today, state=MeetingState.MINUTES_SHARED)
    MeetingFactory(collaboration=collaboration, held_on=today, state=MeetingState.CANCELLED)
    MeetingFactory(collaboration=collaboration, held_on=today, state=MeetingState.PLANNED)
    MeetingFactory(collaboration=collaboration, held_on=today - dt.timedelta(days=40))


def test_each_figure_counts_what_its_words_say(sight_of, today):
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    a_lot_in(collaboration, today)
    late, soon, kept, met = four_figures(sight_of(user, collaboration))
    assert (late.figure, late.tone) == ("2", "bad")
    assert soon.figure == "3"
    assert kept.figure == "60%"
    assert met.figure == "2"
    assert "1" in met.note


def test_too_few_promises_have_numbers_and_no_rate(sight_of):
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    for _n in range(4):
        CommitmentFactory(collaboration=collaboration, kept=True)
    _late, _soon, kept, _met = four_figures(sight_of(user, collaboration))
    assert kept.figure == "\N{EN DASH}"
    assert "4" in kept.note
    assert "5" in kept.note


def test_nothing_late_is_said_in_words(sight_of):
    collaboration = CollaborationFactory()
    late, *_others = four_figures(sight_of(coordinator_of(collaboration), collaboration))
    assert (late.figure, late.tone) == ("0", "good")
    assert late.note


@pytest.mark.parametrize("is_chosen", [True, False])
def test_each_figure_opens_a_list_of_exactly_that_many(client, sign_in, sight_of, today, is_chosen):
    mine, also_mine, other = CollaborationFactory.create_batch(3)
    user = sign_in(coordinator_of(mine))
    CoordinatorFactory(collaboration=also_mine, person=user.person)
    CommitmentFactory(collaboration=other, organization=user.organization, overdue=True)
    for collaboration in (mine, also_mine, other):
        a_lot_in(collaboration, today)
    looked_at = (mine,) if is_chosen else (mine, also_mine)
    late, soon, kept, met = four_figures(sight_of(user, *looked_at))
    for figure in (late, soon, met):
        assert listed(client, figure.href) == int(figure.figure) > 0
    assert listed(client, kept.href) == 5 * len(looked_at)
    assert f" {5 * len(looked_at)} " in kept.note
    assert listed(client, f"{kept.href}&kept=1") == 3 * len(looked_at)


def test_a_month_without_meetings_opens_an_empty_list(client, sign_in, sight_of, ago):
    meeting = MeetingFactory(held_on=ago(400))
    user = sign_in(coordinator_of(meeting.collaboration))
    *_others, met = four_figures(sight_of(user, meeting.collaboration))
    assert (met.figure, listed(client, met.href)) == ("0", 0)


def listed(client, href):
    """How many rows a list page has, by its own count."""
    response = client.get(href)
    assert response.status_code == 200
    return response.context["page_obj"].paginator.count
