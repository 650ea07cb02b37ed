"""Nothing is added to a collaboration that has been closed, and all of it stays readable."""

import pytest
from django.urls import reverse

from agreements.charter import transitions
from tests.factories.charter import CollaborationFactory, coordinator_of, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed():
    collaboration = CollaborationFactory()
    user = coordinator_of(collaboration)
    return transitions.close(collaboration=collaboration, by=user, reason="Tujuan tercapai.")


@pytest.mark.parametrize("verb", ["agreements.log_meeting", "agreements.propose_commitment"])
def test_a_member_adds_to_an_open_one_and_not_to_a_closed_one(closed, verb):
    assert not member_of(closed).has_perm(verb, closed)
    still_open = CollaborationFactory()
    assert member_of(still_open).has_perm(verb, still_open)


def test_a_member_reads_it_and_is_refused_the_forms(closed, client, sign_in):
    sign_in(member_of(closed))
    assert client.get(closed.get_absolute_url()).status_code == 200
    commitment = reverse("agreements:commitment-create", args=[closed.pk])
    assert client.get(commitment).status_code == 403
    meeting = reverse("agreements:meeting-create")
    assert client.get(meeting, {"collaboration": closed.pk}).status_code == 403
