"""What is worth a second look about a value: fractions of whole things, sums of regions."""

from decimal import Decimal

import pytest
from django.urls import reverse

from agreements.goals.remarks import odd_figure, odd_sums, with_remarks
from agreements.goals.transitions import measurements
from agreements.models import Measurement
from tests.agreements.goals.scene import entered, months, scene, submitted
from tests.factories.actors import RegionFactory
from tests.factories.goals import IndicatorFactory, ReportingDutyFactory

pytestmark = pytest.mark.django_db


def remarks_of(value):
    return with_remarks([Measurement.objects.get(pk=value.pk)])[0].remarks


def region(code):
    return RegionFactory(code=code)


def test_a_fraction_of_whole_things_is_odd_and_of_others_not():
    families = IndicatorFactory.build(unit="keluarga")
    assert "keluarga" in odd_figure(families, Decimal("1150.5"))
    assert odd_figure(families, Decimal("1150.0000")) == ""
    assert odd_figure(IndicatorFactory.build(unit="rupiah"), Decimal("0.5")) == ""
    share = IndicatorFactory.build(unit="anak", is_share=True)
    assert odd_figure(share, Decimal("55.4741")) == ""


def test_more_than_all_is_odd():
    percent = IndicatorFactory.build(unit="persen")
    assert "100" in odd_figure(percent, Decimal(150))
    assert odd_figure(percent, Decimal(100)) == ""


def test_regions_that_do_not_make_up_the_whole_are_remarked_on():
    at = scene(unit="keluarga")
    whole = submitted(at, value=1234)
    north = submitted(at, region=region("76.01"), value=1000)
    assert remarks_of(whole) == remarks_of(north)
    assert "1.000" in remarks_of(whole)[0]
    submitted(at, region=region("76.02"), value=234)
    assert remarks_of(whole) == []


@pytest.mark.parametrize("facts", [{"unit": "persen"}, {"unit": "anak per kader"}])
def test_what_does_not_add_up_gets_no_remark(facts):
    at = scene(**facts)
    whole = submitted(at, value=12)
    submitted(at, region=region("76.01"), value=40)
    assert remarks_of(whole) == []


def test_a_share_gets_no_sum():
    at = scene(unit="anak", is_share=True)
    whole = submitted(at, numerator=Decimal(1), denominator=Decimal(2))
    submitted(at, region=region("76.01"), numerator=Decimal(1), denominator=Decimal(4))
    assert remarks_of(whole) == []


def test_while_a_region_still_owes_its_value_less_is_no_remark_but_more_is():
    at = scene(unit="anak")
    ReportingDutyFactory(indicator=at.indicator, party=at.own, region=region("76.02"))
    whole = submitted(at, value=100)
    north = submitted(at, region=region("76.01"), value=60)
    assert remarks_of(whole) == []
    measurements.correct(measurement=north, by=at.member, reason="Salah", value=Decimal(160))
    assert "160" in remarks_of(whole)[0]


def test_a_district_counts_within_its_regency_not_beside_it():
    at = scene(unit="anak")
    whole = submitted(at, value=100)
    submitted(at, region=region("76.01"), value=100)
    inner = submitted(at, region=region("76.01.02"), value=100)
    assert remarks_of(whole) == remarks_of(inner) == []
    new = measurements.correct(measurement=inner, by=at.member, reason="x", value=Decimal(70))
    assert "70" in remarks_of(new)[0]
    assert submitted(at, region=region("76.011"), value=1)
    assert "101" in remarks_of(whole)[0]


def test_another_period_a_draft_and_rival_figures_are_not_added():
    at = scene(unit="anak")
    early = months(2)[0]
    south, north = region("76.01"), region("76.02")
    whole = submitted(at, value=100)
    submitted(at, region=south, value=100)
    submitted(at, region=south, value=40, period=early)
    draft = entered(at, region=north, value=7)
    assert remarks_of(whole) == []
    assert "107" in remarks_of(draft)[0]
    submitted(at, region=south, value=90, party=at.other, by=at.other_member)
    assert remarks_of(whole) == remarks_of(draft) == []


def test_drafts_of_a_party_count_where_its_own_page_asks():
    at = scene(unit="anak")
    period = months(1)[0]
    entered(at, value=100)
    entered(at, region=region("76.01"), value=90)
    slots = [(at.indicator, period.starts_on, period.ends_on)]
    assert odd_sums(slots) == odd_sums(slots, party=at.other) == {}
    assert list(odd_sums(slots, party=at.own)) == [
        (at.indicator.pk, period.starts_on, period.ends_on)
    ]


def test_whoever_checks_reads_the_remark_on_the_value_and_in_the_list(client, sign_in):
    at = scene(unit="keluarga")
    value = submitted(at, value="1150.5")
    sign_in(at.auditor)
    for page in (value.get_absolute_url(), reverse("agreements:measurement-to-verify")):
        assert "Biasanya bilangan bulat untuk “keluarga”" in client.get(page).content.decode()
