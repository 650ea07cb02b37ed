"""Whoever copies a line that stays inside reads on that very line that it does."""

import pytest
from django.urls import reverse

from agreements.engagement import transitions
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, Commitment, Decision
from tests.agreements.engagement.deciding import Scene
from tests.factories.action import CommitmentFactory
from tests.factories.charter import days_ago
from tests.factories.deliberation import OptionFactory
from tests.factories.discovery import JointFindingFactory, QuestionFactory
from tests.factories.engagement import AgendaItemFactory, AttendanceFactory, MeetingFactory
from tests.factories.goals import BaselineFactory, GoalFactory, IndicatorFactory, TargetFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
DECIDED, PROMISED, ASKED, FOUND = "Pindah gudang", "Sewa truk", "Berapa stok", "Stok cukup"
ROWS = "li, tr, fieldset, div.charter-driver, div.decision, p.form-text"


@pytest.fixture
def scene():
    """Put forward, asked and found on a confidential topic, decided and promised later."""
    scene = Scene()
    scene.decision = scene.decide(scene.deliberated(text=DECIDED), decided_in=scene.later)
    scene.waiting = scene.deliberated(text="Ganti penyedia")
    scene.promise = CommitmentFactory(
        collaboration=scene.collaboration,
        organization=scene.health.organization,
        meeting=scene.later,
        decision=scene.decision,
        promise=PROMISED,
        state="accepted",
    )
    scene.question = QuestionFactory(
        collaboration=scene.collaboration,
        raised_by=scene.health,
        agenda_item=scene.item,
        text=ASKED,
    )
    OptionFactory(agenda_item=scene.item, title="Sewa gudang")
    AgendaItem.objects.filter(pk=scene.item.pk).update(is_confidential=True)
    return scene


def row_of(page, text):
    """The smallest row, card or paragraph that tells it."""
    place = next(each for each in page.main.find_all(string=lambda s: s and text in s))
    rows = page.select(ROWS)
    return next(parent for parent in place.parents if any(parent is row for row in rows))


def is_marked(page, text):
    """In a word and a sign, on the row itself."""
    badges = [badge for badge in row_of(page, text).select(".badge") if badge.text == "Rahasia"]
    return bool(badges) and all(badge.select_one("svg") for badge in badges)


def check(client, url, text):
    """Marked while any meeting holds the topic confidential, and not otherwise."""
    assert is_marked(soup_of(client.get(url)), text), url
    AgendaItem.objects.update(is_confidential=False)
    assert not is_marked(soup_of(client.get(url)), text), url


def commitments():
    return reverse("agreements:commitment-list")


def discovery(scene):
    return reverse("agreements:collaboration-discovery", args=[scene.collaboration.pk])


def element(scene, code):
    return reverse("dashboards:element", args=[scene.collaboration.pk, code])


def test_the_list_of_commitments(client, scene, sign_in):
    sign_in(scene.health_speaker)
    check(client, commitments(), PROMISED)


def test_the_file_of_commitments(client, scene, sign_in):
    sign_in(scene.health_speaker)
    open_one = CommitmentFactory(collaboration=scene.collaboration, promise="Rapat lagi")
    file = client.get(commitments(), {"format": "csv"})
    header, *lines = b"".join(file).decode("utf-8-sig").splitlines()
    assert header.endswith('"rahasia"')
    told = {line.split('","')[1]: line.rsplit('","', 1)[1].strip('"') for line in lines}
    assert told == {PROMISED: "ya", open_one.promise: "tidak"}


def test_the_page_of_a_commitment_and_its_verbs(client, scene, sign_in):
    sign_in(scene.health_speaker)
    verb = reverse("agreements:commitment-due-date", args=[scene.promise.pk])
    for url in (scene.promise.get_absolute_url(), verb):
        head = soup_of(client.get(url)).main
        assert "Rahasia" in [badge.text for badge in head.select(".badges .badge")], url


def test_the_quick_update(client, scene, sign_in):
    sign_in(scene.health_speaker)
    check(client, reverse("agreements:commitment-quick"), PROMISED)


@pytest.mark.parametrize("text", [PROMISED, DECIDED, ASKED])
def test_the_page_of_the_meeting(client, scene, sign_in, text):
    sign_in(scene.health_speaker)
    meeting = scene.first if text == ASKED else scene.later
    check(client, meeting.get_absolute_url(), text)


def test_what_another_meeting_said_of_the_topic(client, scene, sign_in):
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, topic="Lanjutan")
    AgendaItem.objects.filter(pk=scene.item.pk).update(notes="Kata rapat pertama")
    sign_in(scene.health_speaker)
    check(client, scene.later.get_absolute_url(), "Kata rapat pertama")


def test_what_comes_to_the_next_meeting(client, scene, sign_in):
    AgendaItem.objects.filter(pk=scene.item.pk).update(is_open=True, topic="Topik yang dibawa")
    alone = AgendaItemFactory(meeting=scene.first, is_confidential=True)
    ahead = MeetingFactory(
        collaboration=scene.collaboration,
        state=MeetingState.PLANNED,
        held_on=days_ago(-5).function(),
    )
    sign_in(scene.health_speaker)
    assert alone
    check(client, ahead.get_absolute_url(), "Topik yang dibawa")


@pytest.mark.parametrize("text", [ASKED, FOUND])
def test_questions_and_findings_of_discovery(client, scene, sign_in, text):
    JointFindingFactory(collaboration=scene.collaboration, question=scene.question, text=FOUND)
    sign_in(scene.health_speaker)
    check(client, discovery(scene), text)


def test_a_question_that_a_confidential_topic_is_about(client, scene, sign_in):
    question = QuestionFactory(collaboration=scene.collaboration, text="Siapa membayar")
    AgendaItemFactory(meeting=scene.later, question=question, is_confidential=True)
    sign_in(scene.health_speaker)
    url = discovery(scene)
    check(client, url, "Siapa membayar")


def test_the_register_of_decisions(client, scene, sign_in):
    """Also where the topic that it stands on was marked by another meeting."""
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, is_confidential=True)
    AgendaItem.objects.filter(pk=scene.item.pk).update(is_confidential=False)
    sign_in(scene.health_speaker)
    check(client, reverse("agreements:decision-list"), DECIDED)


@pytest.mark.parametrize("text", [PROMISED, "Sewa gudang"])
def test_the_page_of_a_decision(client, scene, sign_in, text):
    sign_in(scene.health_speaker)
    check(client, scene.decision.get_absolute_url(), text)


@pytest.mark.parametrize("text", [PROMISED, "Ganti penyedia"])
def test_the_home_of_who_speaks_for_a_party(client, scene, sign_in, text):
    sign_in(scene.health_speaker)
    check(client, reverse("dashboards:home"), text)


def test_the_home_of_the_coordinator(client, scene, sign_in):
    sign_in(scene.coordinator)
    check(client, reverse("dashboards:home"), "Ganti penyedia")


def test_what_is_late_at_the_coordinators_home(client, scene, sign_in):
    made, due = days_ago(4).function(), days_ago(3).function()
    Commitment.objects.update(made_on=made, due_on=due, original_due_on=due)
    sign_in(scene.coordinator)
    check(client, reverse("dashboards:home"), PROMISED)


def test_the_timeline_of_a_collaboration(client, scene, sign_in):
    sign_in(scene.health_speaker)
    url = reverse("dashboards:collaboration", args=[scene.collaboration.pk])
    page = soup_of(client.get(url))
    bar = next(each for each in page.select(".gantt-row") if PROMISED in each.text)
    line = next(each for each in page.select("tbody tr") if PROMISED in each.text)
    assert "Rahasia" in bar.text
    assert "Rahasia" in line.text


@pytest.mark.parametrize(
    ("code", "text"),
    [("PE1", ASKED), ("PE3", DECIDED), ("PE4b", DECIDED)],
)
def test_the_records_behind_a_reading(client, scene, sign_in, code, text):
    sign_in(scene.health_speaker)
    check(client, element(scene, code), text)


def test_the_promises_behind_trust(client, scene, sign_in):
    made, due = days_ago(4).function(), days_ago(3).function()
    Commitment.objects.update(made_on=made, due_on=due, original_due_on=due)
    sign_in(scene.health_speaker)
    check(client, element(scene, "SM1"), PROMISED)


def test_the_page_of_an_organization(client, scene, sign_in):
    sign_in(scene.health_speaker)
    url = reverse("dashboards:organization", args=[scene.health.organization_id])
    check(client, url, PROMISED)


def test_the_page_of_a_person(client, scene, sign_in):
    person = scene.health_speaker.person
    Commitment.objects.update(person=person)
    sign_in(scene.health_speaker)
    check(client, reverse("dashboards:person", args=[person.pk]), PROMISED)


def test_the_decision_behind_a_goal_and_its_figures(client, scene, sign_in):
    goal = GoalFactory(collaboration=scene.collaboration, decision=scene.decision)
    indicator = IndicatorFactory(goal=goal)
    BaselineFactory(indicator=indicator, decision=scene.decision)
    TargetFactory(indicator=indicator, decision=scene.decision)
    sign_in(scene.health_speaker)
    for url in (goal.get_absolute_url(), indicator.get_absolute_url()):
        page = soup_of(client.get(url)).main
        places = [each for each in page.find_all("a") if each.text == DECIDED]
        assert places, url
        for each in places:
            assert "Rahasia" in each.parent.text, url


def test_a_record_that_was_not_asked_for_its_mark_looks_it_up(scene):
    assert Commitment.objects.get().is_confidential
    assert scene.question.is_confidential
    item = AgendaItemFactory(meeting=scene.first)
    decision = transitions.put_forward(
        agenda_item=item, by=scene.health_speaker, text="Jadwal bulan depan"
    )
    assert not decision.is_confidential


def test_the_minutes_as_they_were_shared(client, scene, sign_in):
    AttendanceFactory(meeting=scene.later, organization=scene.health.organization, is_present=True)
    transitions.share_minutes(meeting=scene.later, by=scene.coordinator)
    version = scene.later.minutes.get()
    sign_in(scene.health_speaker)
    page = soup_of(client.get(version.get_absolute_url()))
    assert is_marked(page, PROMISED)
    assert "Rahasia" in page.find(string=lambda s: s and DECIDED in s).parent.text


def test_the_list_of_what_somebody_leaves_open(client, scene, sign_in):
    person = scene.health_speaker.person
    Commitment.objects.update(person=person)
    sign_in(scene.coordinator)
    check(client, reverse("agreements:handover", args=[person.pk]), PROMISED)


@pytest.mark.parametrize("where", ["commitments", "decisions", "discovery", "home", "meeting"])
def test_the_marks_cost_no_query_for_each_row(scene, sign_in, assert_flat_queries, where):
    sign_in(scene.health_speaker)
    url = {
        "commitments": commitments(),
        "decisions": reverse("agreements:decision-list"),
        "discovery": discovery(scene),
        "home": reverse("dashboards:home"),
        "meeting": scene.first.get_absolute_url(),
    }[where]

    def grow():
        facts = {"collaboration": scene.collaboration, "raised_by": scene.health}
        for _number in range(3):
            decision = scene.put_forward(text=f"Usul {Decision.objects.count()}")
            CommitmentFactory(
                collaboration=scene.collaboration,
                organization=scene.health.organization,
                meeting=scene.first,
                decision=decision,
                state="accepted",
            )
            question = QuestionFactory(agenda_item=scene.item, **facts)
            OptionFactory(agenda_item=scene.item)
            JointFindingFactory(collaboration=scene.collaboration, question=question)
            about = QuestionFactory(**facts)
            AgendaItemFactory(meeting=scene.first, question=about, is_confidential=True)

    # What was there, so that growth is growth of rows and not of kinds.
    grow()
    assert_flat_queries(url, grow=grow, ceiling=80)
