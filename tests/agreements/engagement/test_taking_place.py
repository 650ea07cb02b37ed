"""A planned meeting took place: who was there is asked, and what came to it is on its agenda."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.engagement import transitions
from agreements.engagement.agenda_page import carried_here
from agreements.engagement.kinds import Answer
from agreements.engagement.states import DecisionState, MeetingState
from agreements.models import Meeting
from collabgov.kit.errors import EditConflict
from tests.agreements.engagement.posts import fields_of, fresh
from tests.factories.actors import UserFactory
from tests.factories.charter import member_of
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    """Planned for a day that has come; of four invited one said yes, one no, two nothing."""
    return MeetingFactory(state=MeetingState.PLANNED, held_on=timezone.localdate(), starts_at=None)


@pytest.fixture
def invited(meeting):
    answered = {"answered_at": timezone.now(), "answered_by": UserFactory()}
    rows = [AttendanceFactory(meeting=meeting, is_present=True) for _number in range(2)]
    said = (Answer.YES, Answer.NO)
    return rows + [AttendanceFactory(meeting=meeting, answer=each, **answered) for each in said]


@pytest.fixture
def user(meeting, sign_in):
    return sign_in(member_of(meeting.collaboration))


def hold_url(meeting):
    return reverse("agreements:meeting-hold", args=[meeting.pk])


def edit_url(meeting):
    return reverse("agreements:meeting-edit", args=[meeting.pk])


def present(meeting):
    return set(meeting.attendances.present().values_list("pk", flat=True))


def test_it_asks_who_was_there_and_ticks_only_who_said_yes(client, user, meeting, invited):
    page = soup_of(client.get(hold_url(meeting)))
    boxes = page.find_all("input", attrs={"name": "present"})
    assert len(boxes) == 4
    assert [box["value"] for box in boxes if box.has_attr("checked")] == [str(invited[2].pk)]
    client.post(hold_url(meeting), {"present": [invited[0].pk], "version": meeting.version})
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD
    assert present(meeting) == {invited[0].pk}


def test_with_nobody_ticked_it_is_not_held(client, user, meeting, invited):
    response = client.post(hold_url(meeting), {"version": meeting.version})
    assert response.status_code == 200
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED


def test_without_a_list_silence_is_not_attendance(meeting, invited):
    transitions.hold(meeting=meeting, by=UserFactory())
    assert present(meeting) == {invited[2].pk}


def test_a_page_that_was_opened_before_somebody_saved_is_refused(meeting):
    with pytest.raises(EditConflict):
        transitions.hold(meeting=meeting, by=UserFactory(), version=meeting.version + 1)


def test_an_open_topic_that_came_to_it_stays_on_its_agenda(client, user, meeting):
    day = meeting.held_on - dt.timedelta(days=7)
    before = MeetingFactory(collaboration=meeting.collaboration, held_on=day)
    item = AgendaItemFactory(meeting=before, topic="Air bersih", is_open=True, is_confidential=True)
    transitions.hold(meeting=meeting, by=user)
    taken = meeting.agenda_items.get()
    assert (taken.thread, taken.topic, taken.is_open) == (item.thread, item.topic, True)
    assert taken.is_confidential
    assert fields_of(client.get(edit_url(meeting)))["agenda-0-topic"] == "Air bersih"
    page = client.get(reverse("agreements:meeting-agenda-print", args=[meeting.pk]))
    assert "Air bersih" in page.content.decode()


def test_a_carried_topic_stands_on_the_printed_agenda_before(client, user, meeting):
    day = meeting.held_on - dt.timedelta(days=7)
    before = MeetingFactory(collaboration=meeting.collaboration, held_on=day)
    AgendaItemFactory(meeting=before, topic="Air bersih", is_open=True)
    AgendaItemFactory(meeting=before, topic="Rahasia", is_open=True, is_confidential=True)
    url = reverse("agreements:meeting-agenda-print", args=[meeting.pk])
    inside = client.get(url).content.decode()
    assert "Air bersih" in inside
    assert "Rahasia" in inside
    outside = client.get(url, {"for": "outside"}).content.decode()
    assert "Air bersih" in outside
    assert "Rahasia" not in outside
    assert not meeting.agenda_items.exists()


@pytest.mark.parametrize(
    ("state", "comes"),
    [
        (DecisionState.PROPOSED, True),
        (DecisionState.UNDER_DELIBERATION, True),
        (DecisionState.WITHDRAWN, False),
    ],
)
def test_a_topic_comes_again_while_its_decision_is_not_made(client, user, meeting, state, comes):
    day = meeting.held_on - dt.timedelta(days=7)
    before = MeetingFactory(collaboration=meeting.collaboration, held_on=day)
    item = AgendaItemFactory(meeting=before, topic="Air bersih")
    DecisionFactory(meeting=before, agenda_item=item, was_put_forward=True, state=state)
    assert [row.pk for row in carried_here(meeting)] == ([item.pk] if comes else [])
    page = client.get(before.get_absolute_url()).content.decode()
    assert ("Berlanjut ke rapat berikutnya" in page) == comes


def test_a_topic_that_was_decided_is_offered_to_be_closed(client, user, meeting):
    day = meeting.held_on - dt.timedelta(days=7)
    before = MeetingFactory(collaboration=meeting.collaboration, held_on=day)
    item = AgendaItemFactory(meeting=before, topic="Air bersih", is_open=True)
    details = f"#topic-{item.pk} details"
    assert not soup_of(client.get(before.get_absolute_url())).select_one(details).has_attr("open")
    made = {"state": DecisionState.DECIDED, "decided_on": day}
    DecisionFactory(meeting=before, agenda_item=item, was_put_forward=True, **made)
    assert soup_of(client.get(before.get_absolute_url())).select_one(details).has_attr("open")


def save(client, meeting, fields):
    return client.post(edit_url(meeting), {**fields, "save": "1"})


def test_the_form_of_a_meeting_that_has_begun_ticks_who_said_yes_and_says_it_is_held(
    client, user, meeting, invited
):
    fields = fields_of(client.get(edit_url(meeting)))
    assert sum(name.endswith("-present") for name in fields) == 1
    page = client.get(save(client, meeting, fields).url).content.decode()
    assert "dari 4 dalam daftar, 1 hadir" in page
    assert present(meeting) == {invited[2].pk}


def test_a_form_opened_before_it_began_asks_who_was_there(client, user, meeting, invited):
    begins, meeting.held_on = meeting.held_on, meeting.held_on + dt.timedelta(days=1)
    meeting.save()
    fields = fields_of(client.get(edit_url(meeting)))
    assert sum(name.endswith("-present") for name in fields) == 3
    begun = f"{begins.day}/{begins.month}/{begins.year}"
    response = save(client, meeting, fields | {"held_on": begun, "notes": "Catatan"})
    again = fields_of(response)
    assert sum(name.endswith("-present") for name in again) == 1
    assert again["notes"] == "Catatan"
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED
    assert save(client, meeting, again).status_code == 302
    assert present(meeting) == {invited[2].pk}


def test_the_summary_of_a_planned_meeting_says_what_it_is_about(client, user, meeting):
    day = meeting.held_on - dt.timedelta(days=7)
    before = MeetingFactory(collaboration=meeting.collaboration, held_on=day)
    AgendaItemFactory(meeting=before, topic="Air bersih", is_open=True)
    AgendaItemFactory(meeting=before, topic="Rahasia", is_open=True, is_confidential=True)
    AgendaItemFactory(meeting=meeting, topic="Gizi")
    page = soup_of(client.get(meeting.get_absolute_url()))
    summary = page.find(id="summary-text").text
    assert "1. Gizi\n2. Air bersih" in summary
    assert "Rahasia" not in summary


def test_another_meeting_ticks_nobody_who_was_only_invited(client, user, meeting, invited):
    fields = fresh(client)
    ticked = [name for name in fields if name.startswith("attendance-") and "-present" in name]
    assert len(ticked) == 1


def test_of_a_meeting_that_is_still_to_come_the_page_asks_nothing(client, user, meeting, invited):
    Meeting.objects.update(held_on=timezone.localdate() + dt.timedelta(days=2))
    for answer in (
        client.get(hold_url(meeting)),
        client.post(hold_url(meeting), {"present": [invited[2].pk], "version": meeting.version}),
        client.post(hold_url(meeting), {"tick": "all"}),
    ):
        page = soup_of(answer)
        assert "Rapat ini belum berlangsung" in page.main.text
        assert not page.main.find_all("form")
        assert page.main.find("a", href=meeting.get_absolute_url())
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED


@pytest.mark.parametrize(("tick", "number"), [("all", 4), ("none", 0), ("nonsense", 1)])
def test_everybody_is_ticked_or_nobody_without_a_script(
    client, user, meeting, invited, tick, number
):
    first = soup_of(client.get(hold_url(meeting)))
    assert [each["value"] for each in first.select("button[name=tick]")] == ["all", "none"]
    sent = {"tick": tick, "present": [invited[2].pk], "version": meeting.version}
    answer = client.post(hold_url(meeting), sent)
    meeting.refresh_from_db()
    if tick == "nonsense":  # then it is the form that was sent
        assert meeting.state == MeetingState.HELD
        return
    page = soup_of(answer)
    assert len(page.select("input[name=present][checked]")) == number
    assert page.select_one("input[name=version]")["value"] == str(meeting.version)
    assert not page.select(".invalid-feedback, .error-summary")
    assert meeting.state == MeetingState.PLANNED


def test_where_nobody_is_on_the_list_there_is_nobody_to_tick(client, user, meeting):
    assert not soup_of(client.get(hold_url(meeting))).select("button[name=tick]")
