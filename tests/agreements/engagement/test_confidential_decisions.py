"""What was taken up confidentially stays inside, also when another meeting decides it."""

import pytest
from django.urls import reverse

from agreements.engagement.events import due_event
from agreements.engagement.feed_events import due_of
from agreements.engagement.paper import minutes_words
from agreements.models import AgendaItem
from collabgov.kit.prose import plain
from tests.agreements.engagement.deciding import Scene
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SECRET, PROMISE = "Rahasia yang diputuskan kemudian", "Janji rahasia"


@pytest.fixture
def scene():
    """Put forward on a confidential topic of one meeting, decided and promised in another."""
    scene = Scene()
    AgendaItem.objects.update(is_confidential=True)
    scene.item.refresh_from_db()
    scene.decision = scene.decide(scene.deliberated(text=SECRET), decided_in=scene.later)
    scene.promise = CommitmentFactory(
        collaboration=scene.collaboration,
        meeting=scene.later,
        decision=scene.decision,
        promise=PROMISE,
    )
    return scene


def words(meeting, *, outside):
    return minutes_words(meeting, say=plain, outside=outside)


@pytest.mark.parametrize("is_on_the_agenda", [False, True])
def test_the_minutes_for_outsiders_do_not_tell_it(scene, is_on_the_agenda):
    if is_on_the_agenda:  # where the topic was not marked again
        AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, topic="Lanjutan")
    inside = str(words(scene.later, outside=False))
    assert SECRET in inside
    assert PROMISE in inside
    assert "Internal" in inside
    outside = words(scene.later, outside=True)
    assert SECRET not in str(outside)
    assert PROMISE not in str(outside)


def test_the_summary_for_a_chat_does_not_tell_it_either(client, scene, sign_in):
    sign_in(scene.health_speaker)
    page = soup_of(client.get(scene.later.get_absolute_url()))
    text = page.select_one("textarea[readonly]").get_text()
    assert scene.later.title in text
    assert SECRET not in text
    assert PROMISE not in text
    assert SECRET in page.main.get_text()  # who takes part reads it on the page


def test_the_summary_tells_what_was_decided_in_that_very_meeting(client, scene, sign_in):
    AgendaItem.objects.update(is_confidential=False)
    sign_in(scene.health_speaker)
    told = {}
    for meeting in (scene.first, scene.later):
        page = soup_of(client.get(meeting.get_absolute_url()))
        told[meeting] = page.select_one("textarea[readonly]").get_text()
    assert SECRET not in told[scene.first]
    assert SECRET in told[scene.later]


def test_the_file_of_the_register_says_what_is_confidential(client, scene, sign_in):
    sign_in(scene.health_speaker)
    file = client.get(reverse("agreements:decision-list"), {"format": "csv"})
    header, *lines = b"".join(file).decode("utf-8-sig").splitlines()
    assert "rahasia" in header.lower()
    (line,) = [line for line in lines if SECRET in line]
    assert line.rstrip().endswith('"ya"')


def owed_event(promise):
    """The event as whoever owes it has it in the calendar."""
    owner = UserFactory(organization=promise.organization)
    (row,) = due_of(owner, today=promise.due_on)
    return due_event(row, site="https://situs.test").to_ical().decode()


def test_a_calendar_elsewhere_gets_the_code_and_not_the_promise(scene):
    event = owed_event(scene.promise)
    assert PROMISE not in event
    assert scene.promise.code in event
    AgendaItem.objects.update(is_confidential=False)
    assert PROMISE in owed_event(scene.promise)


def test_a_third_meeting_does_not_tell_what_the_second_marked(client, scene, sign_in):
    AgendaItem.objects.update(is_confidential=False)
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, is_confidential=True)
    third = MeetingFactory(collaboration=scene.collaboration)
    type(scene.promise).objects.update(meeting=third)
    assert PROMISE in str(words(third, outside=False))
    assert PROMISE not in str(words(third, outside=True))
    sign_in(scene.health_speaker)
    page = soup_of(client.get(third.get_absolute_url()))
    assert PROMISE not in page.select_one("textarea[readonly]").get_text()


def test_the_meeting_that_decides_may_be_the_one_that_marks_it(client, scene, sign_in):
    AgendaItem.objects.update(is_confidential=False)
    AgendaItemFactory(meeting=scene.later, thread=scene.item.thread, is_confidential=True)
    assert PROMISE not in owed_event(scene.promise)
    sign_in(scene.health_speaker)
    file = client.get(reverse("agreements:decision-list"), {"format": "csv"})
    (line,) = [each for each in b"".join(file).decode().splitlines() if SECRET in each]
    assert line.rstrip().endswith('"ya"')


@pytest.mark.parametrize("name", ["decision-list", "meeting-list", "calendar", "proposal-list"])
def test_outsiders_meet_it_on_no_list(client, scene, sign_in, name):
    sign_in(UserFactory())
    page = client.get(reverse(f"agreements:{name}"), {"q": "Rahasia"})
    assert SECRET not in page.content.decode()
