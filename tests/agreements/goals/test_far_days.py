"""Days and months at the ends of the calendar, typed into an address, break and cost nothing."""

import pytest
from django.urls import reverse

from tests.agreements.goals.scene import scene
from tests.factories.goals import ReportingDutyFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("more", ["", "&frequency=yearly", "&indicator=1"])
@pytest.mark.parametrize("until", ["00010101-00010131", "99991201-99991231", "00010101-99991231"])
def test_a_grid_of_the_first_or_last_days_answers(client, sign_in, until, more):
    at = scene()
    sign_in(at.member)
    address = f"{reverse('agreements:measurement-grid')}?until={until}{more}"
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("month", ["9998-12", "9999-12", "0001-01"])
def test_a_calendar_of_far_months_reads_no_more_than_the_one_of_today(client, sign_in, month):
    at = scene()
    ReportingDutyFactory(indicator=at.indicator, party=at.own)
    sign_in(at.member)
    here = reverse("agreements:reporting-calendar", args=[at.collaboration.pk])
    usual, far = client.get(here), client.get(here, {"month": month})
    assert far.status_code == 200
    assert far.context["months"] == usual.context["months"]
