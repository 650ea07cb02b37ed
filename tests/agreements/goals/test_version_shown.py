"""Which version of a theory of change is shown first: everywhere the same one."""

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.charter.page import goals_of
from agreements.goals.states import TheoryState
from dashboards.hub.counts import counts_of
from tests.factories.charter import CollaborationFactory, coordinator_of
from tests.factories.goals import TheoryOfChangeFactory

pytestmark = pytest.mark.django_db
T = TheoryState


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ((T.DRAFT,), T.DRAFT),
        ((T.SUPERSEDED, T.AGREED, T.DRAFT), T.AGREED),
        ((T.SUPERSEDED, T.FOR_CONSENT), T.FOR_CONSENT),
        ((T.AGREED, T.FOR_CONSENT), T.AGREED),
    ],
)
def test_the_agreed_version_comes_first_else_the_one_that_is_written(
    client, sign_in, states, shown
):
    collaboration, today = CollaborationFactory(), timezone.localdate()
    versions = {
        state: TheoryOfChangeFactory(
            collaboration=collaboration,
            state=state,
            agreed_on=today if state in (T.AGREED, T.SUPERSEDED) else None,
        )
        for state in states
    }
    sign_in(coordinator_of(collaboration))
    page = reverse("agreements:collaboration-theory", args=[collaboration.pk])
    assert client.get(page)["Location"] == versions[shown].get_absolute_url()
    assert goals_of(collaboration)["theory"] == versions[shown]
    assert counts_of(collaboration, today=today)["theory"] == shown


def test_without_any_other_the_last_replaced_one_is_still_found():
    first = TheoryOfChangeFactory(state=T.SUPERSEDED, agreed_on=timezone.localdate())
    same = {"state": T.SUPERSEDED, "agreed_on": timezone.localdate()}
    last = TheoryOfChangeFactory(collaboration=first.collaboration, **same)
    assert first.collaboration.theories.first_shown().first() == last
    assert goals_of(first.collaboration)["theory"] is None
