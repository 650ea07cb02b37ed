"""A topic runs through meetings until somebody closes it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from agreements.engagement import transitions
from agreements.engagement.agenda_page import time_said
from agreements.engagement.discovery_kinds import QuestionState
from agreements.engagement.states import MeetingState
from agreements.models import AgendaItem, Decision, Meeting, Question
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.engagement.lines import edit, log, topic
from tests.agreements.engagement.posts import errors_of, fields_of, fresh, post
from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.discovery import QuestionFactory
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


@pytest.fixture
def item(last):
    return AgendaItemFactory(meeting=last, topic="Data keluarga", is_open=True, position=1)


def edit_url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


def page_of(client, meeting):
    return soup_of(client.get(meeting.get_absolute_url()))


# What the tables refuse


def test_agenda_item_thread_once(item):
    again = {"meeting": item.meeting, "thread": item.thread}
    assert_refused("agenda_item_thread_once", lambda: AgendaItemFactory(**again))


@pytest.mark.parametrize("minutes", [0, 601])
def test_agenda_item_lasts_minutes(minutes):
    assert_refused("agenda_item_lasts_minutes", lambda: AgendaItemFactory(minutes_planned=minutes))


def test_agenda_item_closed_is_not_open():
    both = {"is_open": True, "closed_at": timezone.now()}
    assert_refused("agenda_item_closed_is_not_open", lambda: AgendaItemFactory(**both))


# Carry-over


def test_an_open_topic_comes_to_the_next_meeting(client, user, item):
    response = client.get(reverse("agreements:meeting-create"))
    fields = fields_of(response)
    assert fields["agenda-0-topic"] == "Data keluarga"
    assert fields["agenda-0-thread"] == str(item.thread)
    assert fields["agenda-0-open"] == "on"
    assert fields["agenda-1-topic"] == ""
    row = soup_of(response).find(id="agenda-0")
    assert row.find("a", href=item.meeting.get_absolute_url())
    assert post(client, fields).status_code == 302
    carried = AgendaItem.objects.exclude(pk=item.pk).get()
    assert (carried.thread, carried.is_open) == (item.thread, True)


def test_a_closed_one_and_one_of_another_collaboration_do_not(client, user, last):
    AgendaItemFactory(meeting=last, is_open=False, position=1)
    AgendaItemFactory(is_open=True)
    assert fresh(client)["agenda-0-topic"] == ""


def test_saved_without_still_open_it_comes_no_more(client, user, item):
    fields = fresh(client)
    del fields["agenda-0-open"]
    assert post(client, fields).status_code == 302
    assert fresh(client)["agenda-0-topic"] == ""


def test_taken_off_the_agenda_it_comes_again_and_the_form_says_so(client, user, item):
    response = post(client, fresh(client), remove_agenda="0")
    assert (
        "tetap terbuka"
        in soup_of(response).find(id="card-agenda").find(class_="picker-notice").text
    )
    assert post(client, fields_of(response)).status_code == 302
    assert fresh(client)["agenda-0-thread"] == str(item.thread)


def test_a_planned_meeting_shows_what_comes_and_its_form_brings_it(client, user, last, item):
    planned = MeetingFactory(collaboration=last.collaboration, planned=True)
    later = MeetingFactory(
        collaboration=last.collaboration,
        state=MeetingState.PLANNED,
        held_on=timezone.localdate() + dt.timedelta(days=30),
    )
    assert "Data keluarga" in page_of(client, planned).find("main").text
    assert "Data keluarga" not in page_of(client, later).find("main").text
    fields = fields_of(client.get(edit_url(planned)))
    assert fields["agenda-0-thread"] == str(item.thread)
    assert post(client, fields, edit_url(planned)).status_code == 302
    assert planned.agenda_items.get().thread == item.thread
    assert fields_of(client.get(edit_url(planned)))["agenda-0-topic"] == "Data keluarga"
    assert fields_of(client.get(edit_url(planned)))["agenda-1-topic"] == ""


def test_a_thread_of_others_is_not_continued(client, user, last):
    foreign = AgendaItemFactory(is_open=True)
    sent = fresh(client) | {"agenda-0-topic": "Data", "agenda-0-thread": str(foreign.thread)}
    assert post(client, sent).status_code == 302
    assert AgendaItem.objects.get(topic="Data").thread != foreign.thread


@pytest.mark.parametrize("nonsense", ["x", "1", "\x00", "é" * 40])
def test_a_spoilt_thread_is_answered_in_words(client, user, nonsense):
    sent = fresh(client) | {"agenda-0-topic": "Data", "agenda-0-thread": nonsense}
    assert post(client, sent).status_code in (200, 302)


def test_the_same_thread_twice_is_two_topics(last, user, item):
    lines = [topic("Satu", thread=item.thread), topic("Dua", thread=item.thread)]
    meeting = log(last.collaboration, user, agenda=lines)
    first, second = meeting.agenda_items.all()
    assert first.thread == item.thread != second.thread


def test_another_collaboration_brings_its_own_open_topics(client, user, item):
    other = PartyFactory(organization=user.organization).collaboration
    there = AgendaItemFactory(meeting__collaboration=other, topic="Air bersih", is_open=True)
    fields = fresh(client, collaboration=item.meeting.collaboration_id)
    sent = fields | {"collaboration": str(other.pk)}
    again = fields_of(post(client, sent, use_collaboration="1"))
    assert again["agenda-0-thread"] == str(there.thread)
    assert str(item.thread) not in again.values()


def test_a_topic_that_a_later_meeting_took_up_stays(last, user, item):
    log(last.collaboration, user, agenda=[topic("Data", thread=item.thread)])
    last.refresh_from_db()
    with pytest.raises(Refused):
        edit(last, user, agenda=[])
    assert AgendaItem.objects.filter(pk=item.pk).exists()


# Closing and reopening


def test_a_topic_is_closed_with_a_line_in_the_history_and_reopened(client, user, last, item):
    url = reverse("agreements:topic-close", args=[item.pk])
    assert client.post(url, {"reason": "Sudah selesai"}).status_code == 302
    item.refresh_from_db()
    assert item.closed_at
    assert not item.is_open
    assert "Sudah selesai" in last.changes.last().note
    assert fresh(client)["agenda-0-topic"] == ""
    assert client.post(reverse("agreements:topic-reopen", args=[item.pk])).status_code == 302
    item.refresh_from_db()
    assert (item.is_open, item.closed_at) == (True, None)
    assert "Data keluarga" in last.changes.last().note


def test_what_is_closed_is_not_closed_again_nor_what_is_open_reopened(last, user, item):
    with pytest.raises(IllegalMove):
        transitions.reopen_item(item=item, by=user)
    transitions.close_item(item=item, by=user)
    with pytest.raises(IllegalMove):
        transitions.close_item(item=item, by=user)


def test_only_the_latest_meeting_closes_a_topic(last, user, item):
    log(last.collaboration, user, agenda=[topic("Data", thread=item.thread)])
    with pytest.raises(IllegalMove):
        transitions.close_item(item=item, by=user)


def test_a_topic_that_only_a_cancelled_meeting_took_up_is_closed_where_it_was(
    client, user, last, item
):
    called_off = MeetingFactory(
        collaboration=last.collaboration,
        held_on=last.held_on + dt.timedelta(days=1),
        state=MeetingState.CANCELLED,
    )
    AgendaItemFactory(meeting=called_off, thread=item.thread, is_open=True)
    url = reverse("agreements:topic-close", args=[item.pk])
    assert page_of(client, last).find("button", formaction=url)
    assert client.post(url).status_code == 302
    item.refresh_from_db()
    assert item.closed_at
    assert fresh(client)["agenda-0-topic"] == ""


def test_a_topic_of_adopted_minutes_stays_as_it_is(user, item):
    Meeting.objects.filter(pk=item.meeting_id).update(state=MeetingState.MINUTES_ADOPTED)
    with pytest.raises(IllegalMove):
        transitions.close_item(item=item, by=user)


def test_who_may_not_change_the_meeting_closes_nothing(client, sign_in, item):
    url = reverse("agreements:topic-close", args=[item.pk])
    sign_in(member_of(MeetingFactory().collaboration))
    assert client.post(url).status_code == 404
    Meeting.objects.filter(pk=item.meeting_id).update(state=MeetingState.MINUTES_ADOPTED)
    sign_in(member_of(item.meeting.collaboration))
    assert client.post(url).status_code == 403


def test_a_decision_on_a_closed_topic_is_refused_at_its_field(client, user, last, item):
    fields = fresh(client) | {"agenda-0-decision": "Pakai data Dinsos"}
    transitions.close_item(item=item, by=user)
    response = post(client, fields)
    assert response.status_code == 200
    assert "#id_agenda-0-decision" in errors_of(response).values()
    assert fields_of(response)["agenda-0-decision"] == "Pakai data Dinsos"
    assert not Decision.objects.exists()
    with pytest.raises(Refused):
        log(last.collaboration, user, agenda=[topic("Data", thread=item.thread, decision="Ya")])
    assert not Decision.objects.exists()


def test_what_was_decided_before_it_was_closed_stays(client, user, last, item):
    DecisionFactory(meeting=last, agenda_item=item, text="Pakai data Dinsos")
    transitions.close_item(item=item, by=user)
    fields = fields_of(client.get(edit_url(last))) | {"agenda-0-notes": "Dicatat"}
    assert post(client, fields, edit_url(last)).status_code == 302
    item.refresh_from_db()
    assert (item.notes, bool(item.closed_at)) == ("Dicatat", True)


# What the form and the page tell


def test_what_is_folded_away_is_saved_and_shown_again(client, user, last):
    person = PersonFactory(full_name="Rina Wulandari")
    last.attendances.create(organization=user.organization, person=person)
    fields = fresh(client) | {
        "agenda-0-topic": "Data",
        "agenda-0-minutes": "45",
        "agenda-0-presenter": str(person.pk),
        "agenda-0-confidential": "on",
        "agenda-0-open": "on",
    }
    assert post(client, fields).status_code == 302
    item = AgendaItem.objects.get()
    assert (item.minutes_planned, item.presenter) == (45, person)
    assert item.is_confidential
    assert item.is_open
    again = fields_of(client.get(edit_url(item.meeting)))
    assert all(again[name] == text for name, text in fields.items() if name.startswith("agenda-0"))
    text = page_of(client, item.meeting).find(id=f"topic-{item.pk}").text
    assert "Rahasia" in text
    assert "Rina Wulandari" in text


def test_a_presenter_who_has_left_is_marked(client, user, last):
    gone = PersonFactory(full_name="Rina Wulandari", is_active=False)
    item = AgendaItemFactory(meeting=last, presenter=gone)
    told = page_of(client, last).find(id=f"topic-{item.pk}").text
    assert "Rina Wulandari (tidak aktif lagi)" in told


@pytest.mark.parametrize("minutes", ["0", "601", "1e3", "satu", "-5", "٤٥" * 20, "9" * 400])
def test_a_duration_that_is_none_is_refused_at_its_field(client, user, minutes):
    fields = fresh(client) | {"agenda-0-topic": "Data", "agenda-0-minutes": minutes}
    assert "#id_agenda-0-minutes" in errors_of(post(client, fields)).values()


def test_a_stranger_presents_nothing(client, user):
    stranger = PersonFactory()
    fields = fresh(client) | {"agenda-0-topic": "Data", "agenda-0-presenter": "987654"}
    assert "#id_agenda-0-presenter" in errors_of(post(client, fields)).values()
    assert stranger.full_name not in post(client, fields).content.decode()


def test_a_change_of_somebody_else_in_the_fold_is_a_conflict(client, user, last, item):
    fields = fields_of(client.get(edit_url(last)))
    edit(last, user, agenda=[topic(item.topic, item_id=item.pk, minutes_planned=30)])
    response = post(client, fields, edit_url(last))
    assert response.status_code == 200
    assert "30" in soup_of(response).find(class_="conflict").text


def test_five_hundred_topics_are_answered_in_words_and_all_kept(client, user):
    rows = {f"agenda-{number}-topic": f"Urusan {number}" for number in range(500)}
    fields = fresh(client) | rows
    response = post(client, fields)
    assert response.status_code == 200
    summary = soup_of(response).find(class_="error-summary").text
    assert "100 topik" in summary
    assert "400 lagi" in summary
    again = fields_of(response)
    assert all(again[name] == text for name, text in fields.items() if name.startswith("agenda-"))
    moved = fields_of(post(client, again, remove_agenda="0"))
    assert "agenda-0-topic" not in moved
    assert moved["agenda-499-topic"] == "Urusan 499"


def test_each_topic_shows_every_meeting_that_touched_it(
    client, user, last, item, assert_flat_queries
):
    def another(days):
        meeting = MeetingFactory(
            collaboration=last.collaboration,
            held_on=last.held_on - dt.timedelta(days=days),
            title=f"Rapat lama {days}",
        )
        row = AgendaItemFactory(meeting=meeting, thread=item.thread, notes="Belum sepakat")
        DecisionFactory(meeting=meeting, agenda_item=row, text=f"Tunda {days}")

    another(1)
    text = page_of(client, last).find(id=f"topic-{item.pk}").text
    assert "Rapat lama 1" in text
    assert "Belum sepakat" in text
    assert "Tunda 1" in text
    assert_flat_queries(
        last.get_absolute_url(), grow=lambda: [another(days) for days in (2, 3, 4)], ceiling=60
    )


def test_the_text_to_send_leaves_confidential_topics_out_and_not_how_many(client, user, last):
    item = AgendaItemFactory(meeting=last, topic="Mutasi", is_confidential=True)
    DecisionFactory(meeting=last, agenda_item=item, text="Pejabat lama diganti")
    text = page_of(client, last).find(id="summary-text").text
    assert "Pejabat lama" not in text
    assert "Mutasi" not in text
    assert "rahasia" not in text


def test_hostile_markup_in_a_topic_is_text(client, user, last):
    AgendaItemFactory(meeting=last, topic="<script>alert(1)</script>", notes="<img onerror=x>")
    page = client.get(last.get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "<img onerror" not in page


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ([60, 35], "Agenda 95 menit, rapat 90 menit: 5 menit lebih lama"),
        ([60, None], "Agenda 60 menit, rapat 90 menit (1 topik tanpa durasi)"),
        ([None], ""),
    ],
)
def test_the_planned_time_stands_beside_the_length_of_the_meeting(client, user, minutes, said):
    meeting = MeetingFactory(
        collaboration=user.organization.parties.get().collaboration,
        planned=True,
        ends_at=dt.time(10, 30),
    )
    for each in minutes:
        AgendaItemFactory(meeting=meeting, minutes_planned=each)
    with translation.override("id"):
        assert time_said(meeting, list(meeting.agenda_items.all())) == said
    assert said in page_of(client, meeting).find("main").text


def test_a_topic_with_an_open_question_comes_again_until_it_is_answered(client, user, last):
    asked = AgendaItemFactory(meeting=last, topic="Siapa memegang data?", position=1)
    question = QuestionFactory(collaboration=last.collaboration, agenda_item=asked)
    assert fresh(client)["agenda-0-topic"] == "Siapa memegang data?"
    Question.objects.filter(pk=question.pk).update(
        state=QuestionState.DROPPED, closed_on=timezone.localdate(), drop_reason="Terjawab"
    )
    assert fresh(client)["agenda-0-topic"] == ""


def test_a_closed_topic_promises_nothing_of_its_question(client, user, last, item):
    item.question = QuestionFactory(collaboration=last.collaboration, agenda_item=item)
    item.save()
    form = soup_of(client.get(edit_url(last))).find("main").text
    assert "muncul lagi sampai" in page_of(client, last).find("main").text
    assert "muncul lagi sampai" in form
    transitions.close_item(item=item, by=user)
    form = soup_of(client.get(edit_url(last))).find("main").text
    assert "muncul lagi sampai" not in page_of(client, last).find("main").text
    assert "muncul lagi sampai" not in form
