"""Which figures that differ wait for whom: only those that the reader may resolve."""

import pytest
from django.urls import reverse

from agreements.goals.transitions import locks
from agreements.goals.views.verifying import RIVALRIES
from agreements.models import Rivalry
from tests.agreements.goals.scene import months, scene, submitted
from tests.factories.goals import RivalryFactory

pytestmark = pytest.mark.django_db
TO_VERIFY = reverse("agreements:measurement-to-verify")


@pytest.fixture
def at():
    """Two parties say different things of one month."""
    at = scene()
    submitted(at)
    submitted(at, party=at.other, by=at.other_member, value=60)
    return at


def waits_for(user):
    return Rivalry.objects.waiting_for(user).exists()


def test_it_waits_for_the_auditor_and_for_who_coordinates_there(at):
    found = [waits_for(user) for user in (at.auditor, at.coordinator, at.member, at.outsider)]
    assert found == [True, True, False, False]


def test_whose_own_figure_is_one_of_them_is_not_asked():
    at = scene()
    submitted(at, by=at.coordinator)
    submitted(at, party=at.other, by=at.other_member, value=60)
    assert not waits_for(at.coordinator)
    assert waits_for(at.auditor)


def test_in_locked_days_it_waits_for_nobody_until_they_are_open_again(at):
    period = months(1)[0]
    days = {"starts_on": period.starts_on, "ends_on": period.ends_on}
    made = {"collaboration": at.collaboration, "by": at.coordinator, "reason": "Terbit"}
    lock = locks.lock_period(**made, **days)
    assert not waits_for(at.auditor)
    locks.lift_lock(lock=lock, by=at.coordinator, reason="Koreksi")
    assert waits_for(at.auditor)


def test_in_a_closed_collaboration_it_waits_for_nobody(at):
    at.collaboration.state, at.collaboration.ends_on = "closed", at.collaboration.starts_on
    at.collaboration.save()
    assert not waits_for(at.auditor)
    assert not waits_for(at.coordinator)


def test_home_of_an_auditor_counts_them_all_and_their_list_says_how_many_follow(
    client, sign_in, at
):
    RivalryFactory.create_batch(RIVALRIES + 1)
    sign_in(at.auditor)
    page = client.get(TO_VERIFY)
    shown, more = page.context["rivalries"], page.context["more_rivalries"]
    assert (len(shown), more) == (RIVALRIES, 2)
    assert "2 lagi menyusul" in page.content.decode()
    figures = [stat.figure for stat in client.get("/").context["checks"]]
    assert str(len(shown) + more) in figures
