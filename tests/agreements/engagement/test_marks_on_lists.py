"""The calendar, the criteria, the paper and the verbs tell what stays inside on the very line."""

import pytest
from django.urls import reverse

from actors.models import Organization
from actors.organizations.kinds import Sector
from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.models import AgendaItem
from tests.agreements.engagement.deciding import Scene
from tests.agreements.engagement.test_marks_of_secrecy import DECIDED, PROMISED, check
from tests.agreements.letters.test_writing import text_of
from tests.factories.action import CommitmentFactory
from tests.factories.engagement import AgendaItemFactory, AttendanceFactory
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


def on_paper(text):
    """The lines that tell the decision and the promise, each with its mark or without."""
    return {
        word: next("rahasia" in line for line in text.splitlines() if word in line)
        for word in (DECIDED, PROMISED)
    }


def test_what_is_decided_and_promised_in_the_printed_minutes(client, scene):
    url = reverse("agreements:meeting-minutes-print", args=[scene.later.pk])

    def mark(text):
        main = soup_of(client.get(url)).main
        line = main.find(string=lambda s: s and text in s)
        return "rahasia" in line.find_parent(["p", "li"]).text

    def marks():
        return {text: mark(text) for text in (DECIDED, PROMISED)}

    assert marks() == {DECIDED: True, PROMISED: True}
    AgendaItem.objects.update(is_confidential=False)
    assert marks() == {DECIDED: False, PROMISED: False}


def test_what_is_decided_and_promised_in_the_file_of_the_minutes(client, scene):
    url = reverse("agreements:meeting-minutes-docx", args=[scene.later.pk])
    assert on_paper(text_of(client.get(url).content)) == {DECIDED: True, PROMISED: True}
    AgendaItem.objects.update(is_confidential=False)
    assert on_paper(text_of(client.get(url).content)) == {DECIDED: False, PROMISED: False}


def test_what_was_marked_after_the_minutes_were_shared_is_marked_on_paper(client, scene):
    AgendaItem.objects.update(is_confidential=False)
    present = {"organization": scene.health.organization, "is_present": True}
    AttendanceFactory(meeting=scene.later, **present)
    transitions.share_minutes(meeting=scene.later, by=scene.coordinator)
    AgendaItem.objects.filter(pk=scene.item.pk).update(is_confidential=True)
    url = reverse("agreements:meeting-minutes-docx", args=[scene.later.pk])
    assert on_paper(text_of(client.get(url).content)) == {DECIDED: True, PROMISED: True}


def is_told(page):
    """Under the heading, before the form."""
    head = page.select_one("h1").find_parent(class_="form-narrow")
    return "Rahasia" in [badge.text for badge in head.select(".badges .badge")]


@pytest.mark.parametrize(
    "verb", ["decision-decide", "decision-withdraw", "decision-position", "decision-create"]
)
def test_the_pages_of_the_verbs_of_a_decision(client, scene, sign_in, verb):
    """Also of what is put forward on a topic that another meeting marked."""
    waiting = scene.deliberated(text="Ganti penyedia")
    topic = AgendaItemFactory(meeting=scene.later, thread=scene.item.thread)
    sign_in(scene.coordinator)
    url = reverse(f"agreements:{verb}", args=[{"decision-create": topic}.get(verb, waiting).pk])
    assert is_told(soup_of(client.get(url)))
    AgendaItem.objects.update(is_confidential=False)
    assert not is_told(soup_of(client.get(url)))


@pytest.mark.parametrize("verb", ["position-confirm", "objection-answer"])
def test_the_pages_about_a_position(client, scene, sign_in, verb):
    waiting = scene.deliberated(text="Ganti penyedia")
    facts = {"stance": Stance.OBJECT, "reason": "Mahal"}
    row = scene.says(waiting, scene.works, by=scene.coordinator, **facts)
    sign_in(scene.works_speaker if verb.endswith("confirm") else scene.coordinator)
    url = reverse(f"agreements:{verb}", args=[row.pk])
    assert is_told(soup_of(client.get(url)))
    AgendaItem.objects.update(is_confidential=False)
    assert not is_told(soup_of(client.get(url)))


def test_what_an_unmarked_meeting_said_of_a_topic_that_another_marked(client, scene):
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, notes="Kata rapat kedua")
    check(client, scene.first.get_absolute_url(), "Kata rapat kedua")
