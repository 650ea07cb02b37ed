"""Minutes that nobody finishes wait for the coordinator, and the desk says which and since when."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from agreements.engagement import transitions
from agreements.engagement.kinds import Word
from agreements.engagement.states import MeetingState
from dashboards.panels.attention import SHOWN, needs_attention
from tests.agreements.minutes.scenes import Scene
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.factories.engagement import (
    AttendanceFactory,
    MeetingFactory,
    MinutesAnswerFactory,
    MinutesVersionFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
DAYS = 7


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def told(sight_of, scene):
    """(badge, since) of each meeting that waits, and the counts."""

    def tell():
        with translation.override("en"):
            found = needs_attention(sight_of(scene.coordinator, scene.collaboration))
        counts = {more.label: more.count for more in found.more}
        return [(row.badge, row.since) for row in found.rows], counts

    return tell


def days_before(days):
    return timezone.now() - dt.timedelta(days=days)


def test_minutes_never_shared(told, scene):
    held_on = scene.meeting.held_on
    assert told() == ([("Minutes not shared", held_on)], {"Minutes to share": 1})


def test_while_the_parties_have_time_nothing_waits_for_the_coordinator(told, scene):
    scene.share()
    assert told() == ([], {})
    scene.says(scene.health, scene.health_speaker)
    scene.says(scene.works, scene.coordinator)
    assert told() == ([], {})


def test_once_their_day_has_passed_the_minutes_wait(told, scene):
    version = scene.share(days=DAYS, now=days_before(DAYS))
    assert version.answer_by == timezone.localdate()
    assert told() == ([], {})
    version = scene.share(days=DAYS, reason="Lagi", now=days_before(DAYS + 1))
    assert told() == ([("Minutes not adopted", version.answer_by)], {"Minutes to finish": 1})


def test_an_answer_that_wants_a_reply_waits_at_once(told, scene):
    scene.share()
    said = scene.says(scene.works, scene.works_speaker, Word.CORRECT, "Tanggalnya salah.")
    waits = ("Answer on the minutes without a reply", said.answered_on)
    assert told() == ([waits], {"Minutes to finish": 1})
    transitions.reply_to_answer(answer=said, by=scene.coordinator, reply="Diperbaiki.")
    assert told() == ([], {})


def test_when_all_have_said_their_word_somebody_has_to_adopt_them(told, scene):
    scene.share()
    scene.all_confirm()
    assert told()[0] == [("Minutes not adopted", timezone.localdate())]
    scene.adopt()
    assert told() == ([], {})


def test_a_correction_that_was_begun_waits_to_be_shared(told, scene):
    scene.share()
    scene.all_confirm()
    scene.adopt()
    scene.meeting.refresh_from_db()
    transitions.correct_minutes(meeting=scene.meeting, by=scene.coordinator, reason="Keliru.")
    assert told()[0] == [("Correction of the minutes not shared", timezone.localdate())]
    scene.share(reason="Diperbaiki.")
    assert told() == ([], {})


def late_minutes(collaboration, **fields):
    meeting = MeetingFactory(
        collaboration=collaboration, state=MeetingState.MINUTES_SHARED, **fields
    )
    version = MinutesVersionFactory(
        meeting=meeting, answer_by=timezone.localdate() - dt.timedelta(days=1)
    )
    MinutesAnswerFactory(minutes=version)
    return meeting


def test_the_count_is_that_of_the_list_that_it_opens(client, sign_in, sight_of):
    collaboration, other = CollaborationFactory(), CollaborationFactory()
    for _n in range(SHOWN + 1):
        late_minutes(collaboration)
    late_minutes(other)
    MinutesVersionFactory(meeting__collaboration=collaboration, adopted=True)
    asked = MinutesVersionFactory(meeting__collaboration=collaboration)
    MinutesAnswerFactory(minutes=asked)
    coordinator = coordinator_of(collaboration)
    sign_in(coordinator)
    found = needs_attention(sight_of(coordinator, collaboration))
    (more,) = found.more
    page = client.get(more.href).context["page_obj"]
    assert page.paginator.count == more.count == SHOWN + 2  # one is corrected
    assert len(found.rows) == SHOWN


def test_what_a_closed_collaboration_never_finished_waits_no_more(told, scene):
    late_minutes(scene.collaboration)
    type(scene.meeting).objects.filter(pk=scene.meeting.pk).update(state=MeetingState.CANCELLED)
    assert told()[1] == {"Minutes to finish": 1}
    type(scene.collaboration).objects.update(state="closed", ends_on=timezone.localdate())
    assert told() == ([], {})


def test_the_desk_leads_to_the_minutes(client, sign_in, scene):
    scene.share(days=DAYS, now=days_before(DAYS + 1))
    AttendanceFactory(meeting=scene.meeting)
    sign_in(scene.coordinator)
    desk = soup_of(client.get("/")).main
    assert desk.select_one(f"a.row-title[href='{scene.meeting.get_absolute_url()}#minutes']")
    assert "Notula belum disahkan" in desk.get_text()
