"""Who is named for a promise is of its organization; else the row says so at its own field."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.models import User
from agreements.models import Commitment
from tests.agreements.engagement.posts import errors_of, fresh, post
from tests.factories.actors import AppointmentFactory, PersonFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import AttendanceFactory, MeetingFactory

pytestmark = pytest.mark.django_db

NEXT_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()
FIELD = "#id_commitment-0-person"


@pytest.fixture
def rooms():
    """Two organizations that met, each with somebody who has no account and no post."""
    meeting = MeetingFactory()
    return [
        AttendanceFactory(
            meeting=meeting,
            organization=PartyFactory(collaboration=meeting.collaboration).organization,
            person=PersonFactory(),
        )
        for _ in range(2)
    ]


@pytest.fixture
def user(rooms, sign_in):
    return sign_in(member_of(rooms[0].meeting.collaboration))


def promise(client, home, person):
    fields = {
        "commitment-0-promise": "Mengirim data",
        "commitment-0-organization": str(home.pk),
        "commitment-0-person": str(person.pk),
        "commitment-0-due_on": NEXT_WEEK,
    }
    return post(client, fresh(client) | fields, save="1")


def test_somebody_of_another_organization_is_refused_at_the_field(client, user, rooms):
    response = promise(client, rooms[0].organization, rooms[1].person)
    assert FIELD in errors_of(response).values()
    assert str(rooms[1].person) in " ".join(errors_of(response))
    assert not Commitment.objects.exists()


def test_somebody_who_came_without_an_account_is_named(client, user, rooms):
    promise(client, rooms[1].organization, rooms[1].person)
    commitment = Commitment.objects.get()
    assert commitment.person == rooms[1].person
    assert not User.objects.filter(person=commitment.person).exists()


def test_a_post_in_the_organization_counts_too(client, user, rooms):
    AppointmentFactory(person=rooms[1].person, organization=rooms[0].organization)
    promise(client, rooms[0].organization, rooms[1].person)
    assert Commitment.objects.get().organization == rooms[0].organization
