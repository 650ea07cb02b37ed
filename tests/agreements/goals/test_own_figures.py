"""Nobody judges a figure that they gave themselves, by whatever way it came to stand there."""

from decimal import Decimal

import pytest

from agreements.goals.states import MeasurementState
from agreements.goals.transitions import locks, measurements, rivalries
from agreements.models import Measurement, Rivalry
from collabgov.kit.errors import Refused
from tests.agreements.goals.scene import entered, months, scene, submitted
from tests.factories.actors import RegionFactory
from tests.factories.charter import CoordinatorFactory

pytestmark = pytest.mark.django_db
S = MeasurementState


def refused_to(user, value):
    """The rule says no, the verb says no, and the list of what waits is without it."""
    assert not user.has_perm("agreements.verify_measurement", value)
    assert value not in Measurement.objects.verifiable_by(user)
    with pytest.raises(Refused):
        measurements.verify(measurement=value, by=user)
    value.refresh_from_db()
    return value.state == S.SUBMITTED


def allowed_to(user, value):
    assert user.has_perm("agreements.verify_measurement", value)
    assert value in Measurement.objects.verifiable_by(user)
    return measurements.verify(measurement=value, by=user).state == S.VERIFIED


def test_whoever_wrote_in_the_draft_does_not_verify_it_though_another_changed_it_last():
    at = scene()
    entered(at, by=at.coordinator)
    changed = entered(at, by=at.member, note="Cocok")
    assert changed.entered_by == at.member
    value = measurements.submit(measurement=changed, by=at.member)
    assert refused_to(at.coordinator, value)
    assert allowed_to(at.auditor, value)


def test_a_figure_that_is_only_repeated_by_a_correction_stays_whose_it_was():
    at = scene()
    first = submitted(at, by=at.coordinator)
    again = measurements.correct(
        measurement=first, by=at.member, reason="Sumber", value=first.value, source="Posyandu"
    )
    once_more = measurements.correct(
        measurement=again, by=at.colleague, reason="Sumber", value=first.value
    )
    assert refused_to(at.coordinator, once_more)
    assert allowed_to(at.auditor, once_more)


def test_a_returned_figure_that_another_enters_again_stays_whose_it_was():
    at = scene()
    first = submitted(at, by=at.coordinator)
    measurements.give_back(measurement=first, by=at.auditor, note="Bukti kurang")
    assert refused_to(at.coordinator, submitted(at, by=at.member))


def test_another_figure_in_its_place_is_another_persons():
    at = scene()
    first = submitted(at, by=at.coordinator)
    new = measurements.correct(measurement=first, by=at.member, reason="Salah", value=Decimal(51))
    assert allowed_to(at.coordinator, new)


def test_the_same_number_elsewhere_is_no_figure_of_ones_own():
    at = scene()
    submitted(at, by=at.coordinator, period=months(2)[0])
    submitted(at, by=at.coordinator, region=RegionFactory())
    submitted(at, by=at.coordinator, party=at.other)
    assert allowed_to(at.coordinator, submitted(at))


def test_a_colleague_of_the_coordinator_is_not_the_coordinator():
    at = scene()
    CoordinatorFactory(collaboration=at.collaboration, person=at.colleague.person)
    assert allowed_to(at.colleague, submitted(at))


def test_who_gave_one_of_two_figures_before_a_correction_does_not_resolve_them():
    at = scene()
    first = submitted(at, by=at.coordinator)
    measurements.correct(measurement=first, by=at.member, reason="Sumber", value=first.value)
    submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    assert not at.coordinator.has_perm("agreements.resolve_rivalry", rivalry)
    with pytest.raises(Refused, match="milik Anda"):
        rivalries.resolve(rivalry=rivalry, by=at.coordinator, kept=None, resolution="x")
    assert Rivalry.objects.unresolved().exists()


def test_in_locked_days_nothing_waits_to_be_verified():
    at = scene()
    value = submitted(at)
    days = {"starts_on": value.starts_on, "ends_on": value.ends_on}
    locks.lock_period(collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days)
    assert not Measurement.objects.verifiable_by(at.auditor)
