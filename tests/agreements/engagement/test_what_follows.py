"""What comes along to a meeting: on paper, after a cancelled meeting, off the agenda."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.agenda_page import carried_here
from agreements.engagement.paper import agenda_words
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, Question
from tests.agreements.engagement.posts import fields_of, post
from tests.factories.charter import member_of
from tests.factories.discovery import QuestionFactory
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TEXT = "Angka balita mana yang dipakai?"


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def planned(last):
    together = last.collaboration
    return MeetingFactory(collaboration=together, state=MeetingState.PLANNED, held_on=ahead(3))


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


def edit_url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


@pytest.mark.parametrize("query", ["", "?for=outside"])
@pytest.mark.parametrize("page", ["meeting-agenda-print", "meeting-agenda-docx"])
def test_a_question_that_comes_is_on_the_printed_agenda(client, user, planned, page, query):
    QuestionFactory(collaboration=planned.collaboration, text=TEXT)
    AgendaItemFactory(meeting=planned, topic="Anggaran")
    rows = agenda_words(planned, outside=bool(query))["items"]
    assert [row["topic"] for row in rows] == ["Anggaran", TEXT]
    assert client.get(reverse(f"agreements:{page}", args=[planned.pk]) + query).status_code == 200


def test_a_topic_that_a_cancelled_meeting_was_to_settle_comes_again(last, planned):
    item = AgendaItemFactory(meeting=last, topic="Anggaran", is_open=True)
    AgendaItemFactory(meeting=planned, thread=item.thread, topic="Anggaran", is_open=False)
    later = MeetingFactory(
        collaboration=last.collaboration, state=MeetingState.PLANNED, held_on=ahead(9)
    )
    assert carried_here(later) == []
    transitions.cancel(meeting=planned, by=member_of(last.collaboration), reason="Banjir")
    assert [row.topic for row in carried_here(later)] == ["Anggaran"]


def test_a_topic_on_which_a_question_was_raised_is_not_taken_off(client, user, planned):
    item = AgendaItemFactory(meeting=planned, topic="Rahasia", is_confidential=True)
    question = QuestionFactory(collaboration=planned.collaboration, agenda_item=item, text=TEXT)
    fields = fields_of(client.get(edit_url(planned)))
    kept = {name: value for name, value in fields.items() if not name.startswith("agenda-")}
    response = post(client, kept, url=edit_url(planned))
    assert "jadi topik ini tetap" in soup_of(response).find("main").text
    assert AgendaItem.objects.get() == item
    assert Question.objects.get() == question
