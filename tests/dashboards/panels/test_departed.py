"""The coordinator sees what is still in the name of people who have left."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agreements.models import Collaboration
from dashboards.panels.departed import left_behind
from dashboards.sight import Sight
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, coordinator_of

pytestmark = pytest.mark.django_db
YESTERDAY = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def collaboration():
    return CollaborationFactory()


def names(collaboration):
    reader = coordinator_of(collaboration)
    return {row.name: row.count for row in left_behind(Sight.of(reader, [collaboration]))}


def promise_of(collaboration, person, **fields):
    return CommitmentFactory(collaboration=collaboration, person=person, **fields)


def test_whoever_is_out_of_use_is_named_with_what_is_open(collaboration):
    gone = PersonFactory(full_name="Budi", is_active=False)
    promise_of(collaboration, gone)
    CoordinatorFactory(collaboration=collaboration, person=gone)
    assert names(collaboration) == {"Budi": 2}


def test_whoever_moved_to_another_organization_has_left_this_one(collaboration):
    post = AppointmentFactory(person__full_name="Budi", ends_on=YESTERDAY)
    AppointmentFactory(person=post.person)
    promise_of(collaboration, post.person, organization=post.organization)
    assert names(collaboration) == {"Budi": 1}


def test_a_closed_account_has_left(collaboration):
    user = UserFactory(is_active=False, person__full_name="Budi")
    promise_of(collaboration, user.person, organization=user.organization)
    assert names(collaboration) == {"Budi": 1}


def test_whoever_is_there_or_never_had_a_post_has_not_left(collaboration):
    post = AppointmentFactory()
    promise_of(collaboration, post.person, organization=post.organization)
    promise_of(collaboration, PersonFactory())
    promise_of(collaboration, None)
    member = UserFactory()
    AppointmentFactory(person=member.person, organization=member.organization, ends_on=YESTERDAY)
    promise_of(collaboration, member.person, organization=member.organization)
    assert names(collaboration) == {}


def test_other_collaborations_are_not_looked_at(collaboration):
    promise_of(CollaborationFactory(), PersonFactory(is_active=False))
    assert names(collaboration) == {}
    assert Collaboration.objects.count() == 2


def test_home_leads_to_the_handover(client, sign_in, collaboration):
    gone = PersonFactory(is_active=False)
    promise_of(collaboration, gone)
    sign_in(coordinator_of(collaboration))
    assert f"/people/{gone.pk}/handover/" in client.get("/").content.decode()
