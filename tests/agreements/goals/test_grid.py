"""The entry grid: typing, pasting, what is wrong, what is odd, what is already reported."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.goals.states import MeasurementState
from agreements.goals.transitions import locks
from agreements.models import Measurement
from tests.agreements.goals.scene import entered, months, scene, submitted, verified
from tests.factories.actors import RegionFactory
from tests.factories.goals import IndicatorFactory, ReportingDutyFactory, TargetFactory

S = MeasurementState


# --- the page -------------------------------------------------------------------------------


def page_of(at, **more):
    query = "&".join(f"{k}={v}" for k, v in {"collaboration": at.collaboration.pk, **more}.items())
    return f"{reverse('agreements:measurement-grid')}?{query}"


def cell(at, period, region=None):
    return f"c-{at.indicator.pk}-{region.pk if region else 0}-{period.key}"


@pytest.mark.django_db
def test_either_notation_is_saved_and_shown_in_the_readers(client, sign_in):
    at = scene()
    first, second = months(2)
    sign_in(at.member)
    typed = {
        cell(at, first): "1.234,5",
        cell(at, second): "1,300.25",
        "party": at.own.pk,
        "save": "1",
    }
    page = client.post(page_of(at), typed, follow=True).content.decode()
    assert sorted(Measurement.objects.values_list("value", flat=True)) == [
        Decimal("1234.5"),
        Decimal("1300.25"),
    ]
    assert 'value="1.234,5"' in page
    assert 'value="1.300,25"' in page
    client.post(
        page_of(at),
        {
            cell(at, first): "1.234,5",
            f"was-{cell(at, first)}": "1.234,5",
            f"seen-{cell(at, first)}": "1.234,5",
            cell(at, second): "",
            f"was-{cell(at, second)}": "1.300,25",
            "party": at.own.pk,
            "submit": "1",
        },
    )
    assert Measurement.objects.get().state == S.SUBMITTED


@pytest.mark.django_db
def test_a_wrong_cell_is_named_and_nothing_is_saved(client, sign_in):
    at = scene()
    first, second = months(2)
    sign_in(at.member)
    typed = {cell(at, first): "7", cell(at, second): "tujuh", "party": at.own.pk, "save": "1"}
    answer = client.post(page_of(at), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"{at.indicator.name}, {second.label}" in page
    assert 'value="tujuh"' in page
    assert 'value="7"' in page
    assert not Measurement.objects.exists()


@pytest.mark.django_db
def test_a_block_fills_the_grid_and_saves_nothing(client, sign_in):
    at = scene()
    sign_in(at.member)
    answer = client.post(
        page_of(at),
        {
            "block": f"{at.indicator.name}\t1.000\t24.5",
            "first": "0",
            "party": at.own.pk,
            "check": "1",
        },
    )
    page = answer.content.decode()
    assert 'value="1.000"' in page
    assert "= 24,5" in page
    assert not Measurement.objects.exists()


@pytest.mark.django_db
def test_what_is_far_off_is_saved_with_a_warning(client, sign_in):
    at = scene()
    verified(at, period=months(2)[0], value=50)
    sign_in(at.member)
    page = client.post(
        page_of(at), {cell(at, months(1)[0]): "5000", "party": at.own.pk, "save": "1"}, follow=True
    )
    assert "Jauh dari nilai terakhir, 50" in page.content.decode()
    assert Measurement.objects.filter(value=5000).exists()


@pytest.mark.django_db
def test_what_is_reported_or_locked_has_no_box_and_takes_no_post(client, sign_in):
    at = scene()
    early, late = months(2)
    submitted(at, period=late)
    days = {"starts_on": early.starts_on, "ends_on": early.ends_on}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    sign_in(at.member)
    page = client.get(page_of(at)).content.decode()
    assert f'name="{cell(at, early)}"' not in page
    assert f'name="{cell(at, late)}"' not in page
    client.post(
        page_of(at), {cell(at, early): "9", cell(at, late): "9", "party": at.own.pk, "save": "1"}
    )
    assert Measurement.objects.get().value == 50


@pytest.mark.django_db
def test_regions_below_each_other_and_shares_as_part_and_whole(client, sign_in):
    at = scene(is_share=True)
    region = RegionFactory()
    TargetFactory(indicator=at.indicator, region=region)
    period = months(1)[0]
    sign_in(at.member)
    where = page_of(at, indicator=at.indicator.pk)
    assert region.name in client.get(where).content.decode()
    client.post(where, {cell(at, period, region): "12/40", "party": at.own.pk, "save": "1"})
    value = Measurement.objects.get()
    assert (value.region, value.value) == (region, Decimal(30))
    bad = client.post(where, {cell(at, period, region): "50/40", "party": at.own.pk, "save": "1"})
    assert bad.status_code == 422


@pytest.mark.django_db
def test_only_own_parties_are_offered_and_strangers_get_a_sentence(client, sign_in):
    at = scene()
    sign_in(at.member)
    chosen = client.get(page_of(at, party=at.other.pk)).context["grid"].party
    assert chosen == at.own
    for who in (at.outsider, at.auditor):
        sign_in(who)
        answer = client.get(page_of(at))
        assert answer.status_code == 200
        assert answer.context["grid"] is None
    odd = {"party": "x", "frequency": "never", "indicator": "0", "until": "1-2", "period": "?"}
    sign_in(at.member)
    assert client.get(page_of(at, **odd)).status_code == 200


@pytest.mark.django_db
def test_the_grid_costs_the_same_however_many_rows(sign_in, assert_flat_queries):
    at = scene()
    ReportingDutyFactory(indicator=at.indicator, party=at.own)
    entered(at)
    sign_in(at.member)

    def grow():
        for _n in range(4):
            more = IndicatorFactory(goal=at.goal, frequency=at.indicator.frequency)
            ReportingDutyFactory(indicator=more, party=at.own)

    assert_flat_queries(page_of(at), grow=grow, ceiling=26)
