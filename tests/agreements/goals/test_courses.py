"""Where indicators stand: what counts, what is counted beside, in words and in figures."""

import datetime as dt
from decimal import Decimal

import pytest

from agreements.goals.courses import courses_of
from agreements.goals.kinds import Frequency
from agreements.goals.progress import Verdict, percent
from agreements.goals.telling import sentence_of
from agreements.goals.transitions import measurements
from tests.agreements.goals.scene import entered, months, scene, submitted, verified
from tests.factories.actors import RegionFactory
from tests.factories.goals import BaselineFactory, TargetFactory

pytestmark = pytest.mark.django_db


def read(at):
    return courses_of([at.indicator])[at.indicator.pk]


def test_the_figures_of_the_demo_from_records():
    at = scene(frequency=Frequency.ONCE)
    BaselineFactory(indicator=at.indicator, value=0, as_of=dt.date(2023, 7, 2))
    TargetFactory(indicator=at.indicator, value=16377, due_on=dt.date(2023, 12, 31))
    draft = measurements.enter(
        indicator=at.indicator,
        party=at.own,
        by=at.member,
        starts_on=dt.date(2023, 8, 7),
        ends_on=dt.date(2023, 8, 13),
        value=Decimal(9085),
    )
    value = measurements.submit(measurement=draft, by=at.member)
    assert read(at).verdict is Verdict.NOT_ENOUGH, "not verified, so not counted"
    measurements.verify(measurement=value, by=at.auditor)
    course = read(at).whole
    assert (percent(course.progress.share), percent(course.progress.elapsed)) == (
        Decimal("55.5"),
        Decimal("23.1"),
    )
    assert course.progress.verdict is Verdict.AHEAD
    assert course.progress.latest.pk == value.pk
    assert sentence_of(course).startswith("55,5% perjalanan dari 0 ke 16.377")


def test_drafts_disputes_and_rival_figures_are_beside_in_words():
    at = scene()
    first, second, third = months(3)
    entered(at, period=first)
    submitted(at, period=second)
    disputed = verified(at, period=third)
    measurements.dispute(measurement=disputed, by=at.coordinator, reason="Dobel")
    course = read(at)
    assert course.whole.counted == []
    assert course.beside.words == ["1 nilai menunggu verifikasi", "1 nilai disanggah", "1 konsep"]
    submitted(at, party=at.other, by=at.other_member, period=second, value=99)
    assert read(at).beside.differing == 2


def test_two_parties_that_agree_make_one_point_and_replaced_values_none():
    at = scene()
    verified(at)
    same = verified(at, party=at.other, by=at.other_member)
    assert len(read(at).whole.counted) == 1
    measurements.correct(measurement=same, by=at.other_member, reason="x", value=Decimal(50))
    assert read(at).beside.waiting == 1


def test_many_indicators_cost_as_many_queries_as_one(django_assert_num_queries):
    at, other = scene(), scene()
    verified(at)
    verified(other)
    with django_assert_num_queries(4):
        courses_of([at.indicator, other.indicator])


def test_targets_by_region_only_are_not_denied():
    at = scene()
    assert "belum ada target" in sentence_of(read(at).whole)
    TargetFactory(indicator=at.indicator, region=RegionFactory(), value=40)
    said = sentence_of(read(at).whole)
    assert "target hanya per wilayah" in said
    assert "belum ada target" not in said
    assert "Data belum cukup" not in said, "the badge beside it says so"
