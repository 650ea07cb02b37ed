"""An open question follows to the next meeting until a joint finding answers it."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.agenda_page import carried_here, questions_here
from agreements.engagement.kinds import Phase
from agreements.engagement.paper import agenda_words
from agreements.engagement.states import MeetingState
from agreements.engagement.transitions.questions import raise_question, record_finding
from agreements.models import AgendaItem, Question
from collabgov.kit.errors import Refused
from tests.agreements.engagement.lines import log, topic
from tests.agreements.engagement.posts import errors_of, fields_of, fresh, post
from tests.constraints import assert_refused
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.discovery import QuestionFactory
from tests.factories.engagement import AgendaItemFactory, MeetingFactory
from tests.factories.series import MeetingSeriesFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
TEXT = "Angka balita mana yang dipakai?"


def ahead(days):
    return timezone.localdate() + dt.timedelta(days=days)


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def together(last):
    return last.collaboration


@pytest.fixture
def user(together, sign_in):
    return sign_in(member_of(together))


@pytest.fixture
def planned(together):
    return MeetingFactory(collaboration=together, state=MeetingState.PLANNED, held_on=ahead(3))


@pytest.fixture
def question(together):
    return QuestionFactory(collaboration=together, text=TEXT)


def edit_url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


def in_series(series, days, **fields):
    return MeetingFactory(
        collaboration=series.collaboration, series=series, held_on=ahead(days), **fields
    )


def answer(question):
    parties = [question.raised_by, PartyFactory(collaboration=question.collaboration)]
    record_finding(
        collaboration=question.collaboration,
        by=UserFactory(organization=parties[0].organization),
        text="Angka posyandu",
        contributors=parties,
        question=question,
    )


# Where it comes


def test_it_comes_to_the_next_planned_meeting_and_to_no_other(client, user, question, planned):
    later = MeetingFactory(
        collaboration=planned.collaboration, state=MeetingState.PLANNED, held_on=ahead(9)
    )
    held = MeetingFactory(collaboration=planned.collaboration)
    assert questions_here(planned) == [question]
    assert questions_here(later) == questions_here(held) == []
    main = soup_of(client.get(planned.get_absolute_url())).find("main")
    assert main.find("a", href=question.get_absolute_url())
    assert TEXT in main.text
    assert TEXT not in soup_of(client.get(later.get_absolute_url())).find("main").text


def test_one_of_a_series_comes_to_the_next_meeting_of_that_series(together, planned):
    series = MeetingSeriesFactory(collaboration=together)
    question = QuestionFactory(collaboration=together, meeting=in_series(series, -7))
    first, second = (in_series(series, days, state=MeetingState.PLANNED) for days in (5, 12))
    assert questions_here(first) == [question]
    assert questions_here(second) == questions_here(planned) == []


def test_one_of_a_series_that_is_over_comes_to_the_next_meeting_of_any_kind(together, planned):
    series = MeetingSeriesFactory(collaboration=together, ended_on=ahead(-1))
    question = QuestionFactory(collaboration=together, meeting=in_series(series, -7))
    assert questions_here(planned) == [question]


def test_a_question_of_others_or_one_that_is_answered_does_not_come(together, planned):
    QuestionFactory()
    QuestionFactory(collaboration=together, dropped=True)
    assert questions_here(planned) == []


def test_where_nothing_is_planned_it_comes_to_the_meeting_that_is_written_down(
    client, user, question
):
    fields = fresh(client)
    assert (fields["agenda-0-topic"], fields["agenda-0-question"]) == (TEXT, str(question.pk))
    assert fields["agenda-0-phase"] == Phase.DISCOVERY
    assert "agenda-0-open" not in fields
    assert post(client, fields).status_code == 302
    assert AgendaItem.objects.get().question == question
    MeetingFactory(collaboration=question.collaboration, planned=True)
    QuestionFactory(collaboration=question.collaboration)
    again = fresh(client)
    assert [again["agenda-0-question"], again["agenda-1-question"]] == [str(question.pk), ""]


# Until it is answered


def test_it_goes_from_meeting_to_meeting_as_one_topic_until_a_finding_answers_it(
    client, user, question, planned
):
    fields = fields_of(client.get(edit_url(planned)))
    assert (fields["agenda-0-topic"], fields["agenda-0-question"]) == (TEXT, str(question.pk))
    assert post(client, fields, edit_url(planned)).status_code == 302
    item = planned.agenda_items.get()
    assert (item.question, item.phase, item.is_open) == (question, Phase.DISCOVERY, False)
    assert questions_here(planned) == []
    row = soup_of(client.get(planned.get_absolute_url())).find(id=f"topic-{item.pk}")
    assert row.find("a", href=question.get_absolute_url())
    again = MeetingFactory(
        collaboration=planned.collaboration, state=MeetingState.PLANNED, held_on=ahead(9)
    )
    type(planned).objects.filter(pk=planned.pk).update(state=MeetingState.HELD, held_on=ahead(-1))
    assert [row.thread for row in carried_here(again)] == [item.thread]
    second = fields_of(client.get(edit_url(again)))
    assert second["agenda-0-question"] == str(question.pk)
    assert "agenda-0-open" not in second
    assert post(client, second, edit_url(again)).status_code == 302
    assert again.agenda_items.get().thread == item.thread
    answer(question)
    third = MeetingFactory(
        collaboration=planned.collaboration, state=MeetingState.PLANNED, held_on=ahead(15)
    )
    type(planned).objects.filter(pk=again.pk).update(state=MeetingState.HELD, held_on=ahead(0))
    assert carried_here(third) == questions_here(third) == []


def test_taken_off_the_agenda_it_comes_again_and_the_form_says_so(client, user, question, planned):
    fields = fields_of(client.get(edit_url(planned)))
    response = post(client, fields, edit_url(planned), remove_agenda="0")
    notice = soup_of(response).find(id="card-agenda").find(class_="picker-notice").text
    assert "tetap terbuka" in notice
    assert post(client, fields_of(response), edit_url(planned)).status_code == 302
    assert fields_of(client.get(edit_url(planned)))["agenda-0-question"] == str(question.pk)


def test_nothing_is_promised_of_a_question_that_is_answered(client, user, question, planned):
    fields = fields_of(client.get(edit_url(planned)))
    answer(question)
    response = post(client, fields, edit_url(planned), remove_agenda="0")
    assert "tetap terbuka" not in soup_of(response).find(id="card-agenda").text


def test_what_is_wrong_with_the_question_of_a_topic_stands_unfolded(client, user, question):
    response = post(client, {**fresh(client), "agenda-0-question": "999999"})
    (error,) = [link for link in errors_of(response).values() if "question" in link]
    assert soup_of(response).select_one(error).find_parent("details").has_attr("open")


def test_two_who_take_it_up_at_once_make_one_thread(together, user, question):
    for number in (1, 2):
        log(together, user, agenda=[topic(f"Angka {number}", question=question)])
    assert len(set(AgendaItem.objects.values_list("thread", flat=True))) == 1


def test_twice_on_one_agenda_it_is_two_topics(together, user, question):
    log(together, user, agenda=[topic("Satu", question=question), topic("Dua", question=question)])
    assert len(set(AgendaItem.objects.values_list("thread", flat=True))) == 2


def test_closed_by_hand_its_topic_comes_no_more(together, user, question, planned, last):
    item = AgendaItemFactory(meeting=last, question=question)
    assert [row.pk for row in carried_here(planned)] == [item.pk]
    transitions.close_item(item=item, by=user)
    assert carried_here(planned) == questions_here(planned) == []


# The form


def test_a_topic_is_tied_to_a_question_in_its_fold(client, user, question, planned, last):
    fields = fields_of(client.get(edit_url(last))) | {
        "agenda-0-topic": "Data",
        "agenda-0-question": str(question.pk),
    }
    assert post(client, fields, edit_url(last)).status_code == 302
    assert last.agenda_items.get().question == question
    assert fields_of(client.get(edit_url(last)))["agenda-0-question"] == str(question.pk)


@pytest.mark.parametrize("nonsense", ["x", "987654", "-1", "٤"])
def test_no_question_of_the_list_is_refused_at_its_field(client, user, question, nonsense):
    fields = fresh(client) | {"agenda-0-topic": "Data", "agenda-0-question": nonsense}
    assert "#id_agenda-0-question" in errors_of(post(client, fields)).values()
    assert not AgendaItem.objects.exists()


def test_a_question_of_others_is_neither_named_nor_taken(client, user, together, question):
    foreign = QuestionFactory(text="Rahasia dapur")
    fields = fresh(client) | {"agenda-0-question": str(foreign.pk)}
    response = post(client, fields)
    assert "#id_agenda-0-question" in errors_of(response).values()
    assert "Rahasia dapur" not in response.text
    with pytest.raises(Refused):
        log(together, user, agenda=[topic("Data", question=foreign)])


def test_agenda_item_of_one_collaboration(last):
    name = "agenda_item_of_one_collaboration"
    assert_refused(name, lambda: AgendaItemFactory(meeting=last, question=QuestionFactory()))


def test_a_topic_of_another_collaboration_has_no_question_of_this_one():
    other = AgendaItemFactory()
    name = "question_of_one_collaboration"
    assert_refused(name, lambda: QuestionFactory(agenda_item=other))


# Raised on a topic


def test_a_question_is_raised_on_a_topic_and_leads_back_there(client, user, last):
    item = AgendaItemFactory(meeting=last, topic="Data balita")
    page = soup_of(client.get(last.get_absolute_url()))
    link = page.find(id=f"topic-{item.pk}").find("a", href=lambda each: "questions/new" in each)
    party = user.organization.parties.get()
    response = client.post(link["href"], {"party": party.pk, "text": TEXT})
    assert response.url == f"{last.get_absolute_url()}#topic-{item.pk}"
    question = Question.objects.get()
    assert (question.agenda_item, question.meeting) == (item, last)
    planned = MeetingFactory(collaboration=last.collaboration, planned=True)
    assert [row.pk for row in carried_here(planned)] == [item.pk]
    discovery = reverse("agreements:collaboration-discovery", args=[last.collaboration_id])
    assert str(last) in soup_of(client.get(discovery)).find(id=f"question-{question.pk}").text


def test_on_a_closed_topic_nothing_is_asked(user, last):
    item = AgendaItemFactory(meeting=last)
    transitions.close_item(item=item, by=user)
    party = user.organization.parties.get()
    with pytest.raises(Refused):
        raise_question(party=party, by=user, text=TEXT, agenda_item=item)


def test_pages_cost_the_same_for_few_and_many_questions(
    client, user, planned, question, assert_flat_queries
):
    def more():
        for _each in range(4):
            QuestionFactory(collaboration=planned.collaboration)

    assert_flat_queries(planned.get_absolute_url(), grow=more, ceiling=70)
    assert_flat_queries(edit_url(planned), grow=more, ceiling=70)


# On paper, and on its topic


@pytest.mark.parametrize("query", ["", "?for=outside"])
@pytest.mark.parametrize("page", ["meeting-agenda-print", "meeting-agenda-docx"])
def test_a_question_that_comes_is_on_the_printed_agenda(client, user, planned, page, query):
    QuestionFactory(collaboration=planned.collaboration, text=TEXT)
    AgendaItemFactory(meeting=planned, topic="Anggaran")
    rows = agenda_words(planned, outside=bool(query))["items"]
    assert [row["topic"] for row in rows] == ["Anggaran", TEXT]
    assert client.get(reverse(f"agreements:{page}", args=[planned.pk]) + query).status_code == 200


def test_a_topic_on_which_a_question_was_raised_is_not_taken_off(client, user, planned):
    item = AgendaItemFactory(meeting=planned, topic="Rahasia", is_confidential=True)
    question = QuestionFactory(collaboration=planned.collaboration, agenda_item=item, text=TEXT)
    fields = fields_of(client.get(edit_url(planned)))
    kept = {name: value for name, value in fields.items() if not name.startswith("agenda-")}
    response = post(client, kept, url=edit_url(planned))
    assert "jadi topik ini tetap" in soup_of(response).find("main").text
    assert AgendaItem.objects.get() == item
    assert Question.objects.get() == question


def test_the_text_for_a_chat_names_it_on_the_agenda(client, user, question, planned):
    text = soup_of(client.get(planned.get_absolute_url())).find(id="summary-text").text
    assert f"*Agenda*\n1. {question.text}" in text
    answer(question)
    assert question.text not in client.get(planned.get_absolute_url()).text
