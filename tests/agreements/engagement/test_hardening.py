"""What a clever or careless request cannot do with the meeting form."""

import time

import pytest
from django.urls import reverse

from actors.models import Appointment, Person
from agreements.engagement.forms.typed import rows_of
from agreements.engagement.states import MeetingState
from tests.agreements.engagement.lines import edit, topic
from tests.agreements.engagement.posts import errors_of, fresh, post
from tests.factories.actors import PersonFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import AgendaItemFactory, AttendanceFactory, MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def last():
    return MeetingFactory()


@pytest.fixture
def user(last, sign_in):
    return sign_in(member_of(last.collaboration))


@pytest.mark.parametrize("kind", ["added", "offered"])
def test_thousands_of_rows_cost_no_more_than_a_moment(client, user, last, kind):
    other = PartyFactory(organization=user.organization).collaboration
    PartyFactory.create_batch(5, collaboration=other)
    rows = {f"attendance-{number}-kind": kind for number in range(4_900)}
    fields = {"collaboration": str(other.pk), "prefilled_for": str(last.collaboration_id)}
    begun = time.process_time()
    response = post(client, rows | fields, use_collaboration="1")
    assert response.status_code == 200
    assert time.process_time() - begun < 2


def test_rows_are_read_once_and_no_more_than_fit():
    class Counted(dict):
        reads = 0

        def items(self):
            self.reads += 1
            return super().items()

    typed = Counted({f"attendance-{number}-kind": "added" for number in range(3_000)})
    assert len(rows_of(typed, "attendance")) == 200
    assert typed.reads == 1


def test_where_somebody_was_is_told_only_of_meetings_one_may_see(client, user):
    foreign = AttendanceFactory(person=PersonFactory(full_name="Rina Wulandari"))
    response = client.get(reverse("agreements:meeting-attendees"), {"attendee_search": "rina"})
    assert soup_of(response).find("button")["value"] == f"p{foreign.person_id}"
    assert foreign.organization.name not in response.content.decode()


def test_a_topic_named_twice_becomes_two_topics(last, user):
    item = AgendaItemFactory(meeting=last, topic="Data", position=1)
    edit(last, user, agenda=[topic("Satu", item_id=item.pk), topic("Dua", item_id=item.pk)])
    assert list(last.agenda_items.values_list("topic", flat=True)) == ["Satu", "Dua"]
    item.refresh_from_db()
    assert item.topic == "Satu"


def new_person(user, name):
    return {
        "attendance-9-kind": "new",
        "attendance-9-present": "on",
        "attendance-9-full_name": name,
        "attendance-9-organization": str(user.organization_id),
        "attendance-9-post": "Kepala Dinas",
    }


def test_a_post_typed_with_a_new_name_enters_no_appointment(client, user, last):
    assert post(client, fresh(client) | new_person(user, "Sulastri"), save="1").status_code == 302
    assert not Appointment.objects.filter(person=Person.objects.get(full_name="Sulastri")).exists()


@pytest.mark.parametrize("name", ["\u200b", "\u202e\u2066", "\u3164 \u2800", "\u00ad\ufeff"])
def test_a_name_that_nobody_can_see_is_no_name(client, user, last, name):
    before = Person.objects.count()
    response = post(client, fresh(client) | new_person(user, name), save="1")
    assert "#id_attendance-9-full_name" in errors_of(response).values()
    assert Person.objects.count() == before


def test_invisible_characters_of_a_name_are_dropped(client, user, last):
    post(client, fresh(client) | new_person(user, "Su\u200blas\u202etri  Dewi"), save="1")
    assert Person.objects.filter(full_name="Sulastri Dewi").exists()


def test_a_reason_for_cancelling_is_a_few_sentences(client, user, last):
    meeting = MeetingFactory(collaboration=last.collaboration, planned=True)
    url = reverse("agreements:meeting-cancel", args=[meeting.pk])
    page = soup_of(client.post(url, {"reason": "x" * 501}))
    assert page.select_one(".error-summary a[href='#id_reason']")
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED
    assert client.post(url, {"reason": "x" * 500}).status_code == 302
