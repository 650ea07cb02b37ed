"""The calendar, the criteria, the paper and the verbs tell what stays inside on the very line."""

import pytest
from django.urls import reverse

from actors.models import Organization
from actors.organizations.kinds import Sector
from agreements.charter.stances import Stance
from agreements.models import AgendaItem
from tests.agreements.engagement.deciding import Scene
from tests.agreements.engagement.test_marks_of_secrecy import DECIDED, PROMISED, check
from tests.factories.action import CommitmentFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def promised(scene, **facts):
    return CommitmentFactory(
        collaboration=scene.collaboration,
        organization=scene.health.organization,
        meeting=scene.later,
        decision=scene.decision,
        state="accepted",
        **facts,
    )


@pytest.fixture
def scene(sign_in):
    """Put forward on a confidential topic, decided and promised later."""
    scene = Scene()
    decision = scene.deliberated(text=DECIDED)
    scene.says(decision, scene.health, Stance.SUPPORT)
    scene.decision = scene.decide(decision, decided_in=scene.later)
    scene.promise = promised(scene, promise=PROMISED)
    AgendaItem.objects.filter(pk=scene.item.pk).update(is_confidential=True)
    sign_in(scene.health_speaker)
    return scene


def calendar(scene, of):
    """The month, or the day, on which it is due."""
    form = {"month": "%Y-%m", "day": "%Y-%m-%d"}[of]
    return f"{reverse('agreements:calendar')}?{of}={scene.promise.due_on.strftime(form)}"


@pytest.mark.parametrize("of", ["month", "day"])
def test_what_is_due_in_the_calendar(client, scene, of):
    check(client, calendar(scene, of), PROMISED)


@pytest.mark.parametrize("of", ["month", "day"])
def test_the_marks_of_the_calendar_cost_no_query_for_each_row(scene, assert_flat_queries, of):
    def grow():
        for number in range(2):
            promised(scene, promise=f"Janji {number}", due_on=scene.promise.due_on)

    assert_flat_queries(calendar(scene, of), grow=grow, ceiling=30)


def test_the_decisions_and_positions_of_the_six_criteria(client, scene):
    """A decision stands there itself, and in what a party said on it."""
    private = {"sector": Sector.PRIVATE, "is_state_owned": False}
    Organization.objects.filter(pk=scene.health.organization_id).update(**private)
    url = reverse("dashboards:criteria", args=[scene.collaboration.pk])
    links = f'ul.rows a[href="{scene.decision.get_absolute_url()}"]'

    def marks():
        page = soup_of(client.get(url))
        rows = {number: page.select(f"#criterion-{number} {links}") for number in (3, 5)}
        assert all(rows.values())
        return {
            "Rahasia" in link.find_parent("li").text for found in rows.values() for link in found
        }

    assert marks() == {True}
    AgendaItem.objects.update(is_confidential=False)
    assert marks() == {False}
