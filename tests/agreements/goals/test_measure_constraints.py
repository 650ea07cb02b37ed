"""Every constraint on values, rival figures and locked periods refuses what it should."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from agreements.goals.states import RivalryState
from agreements.models import Measurement
from tests.constraints import assert_refused
from tests.factories.goals import MeasurementFactory, PeriodLockFactory, RivalryFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
EARLIER = TODAY - timedelta(days=9)


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        (
            "measurement_period_in_order",
            MeasurementFactory,
            {"ends_on": EARLIER, "starts_on": TODAY},
        ),
        ("measurement_part_of_a_whole", MeasurementFactory, {"numerator": 5, "denominator": 4}),
        ("measurement_part_of_a_whole", MeasurementFactory, {"numerator": 0, "denominator": 0}),
        ("measurement_part_of_a_whole", MeasurementFactory, {"numerator": -1, "denominator": 4}),
        ("measurement_state_is_known", MeasurementFactory, {"state": "maybe"}),
        ("measurement_submitted_by_somebody", MeasurementFactory, {"submitted_at": None}),
        ("measurement_verified_by_another", MeasurementFactory, {"verified_by": None}),
        ("rivalry_resolved_with_a_reason", RivalryFactory, {"state": RivalryState.RESOLVED}),
        ("rivalry_resolved_with_a_reason", RivalryFactory, {"resolution": "Sudah"}),
        ("rivalry_told_with_a_source", RivalryFactory, {"told_value": 5}),
        ("rivalry_told_with_a_source", RivalryFactory, {"told_source": "Koran"}),
        (
            "rivalry_told_figure_stands_alone",
            RivalryFactory,
            {"told_value": 5, "told_source": "Koran", "told_stands": True},
        ),
        (
            "period_lock_ends_after_start",
            PeriodLockFactory,
            {"ends_on": EARLIER, "starts_on": TODAY},
        ),
        ("period_lock_has_a_reason", PeriodLockFactory, {"reason": ""}),
        ("period_lock_lifted_with_a_reason", PeriodLockFactory, {"lifted_on": TODAY}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


@pytest.mark.parametrize("who", ["submitted_by", "entered_by"])
def test_nobody_verifies_their_own_in_the_database_either(who):
    value = MeasurementFactory()
    rows = Measurement.objects.filter(pk=value.pk)
    own = getattr(value, who)
    assert_refused("measurement_verified_by_another", lambda: rows.update(verified_by=own))


def test_one_value_of_a_party_counts_in_a_slot():
    value = MeasurementFactory()
    slot = ("indicator", "party", "starts_on", "ends_on")
    again = {name: getattr(value, name) for name in slot}
    assert_refused("measurement_one_counts", lambda: MeasurementFactory(**again, value=Decimal(1)))


def test_a_value_does_not_replace_itself():
    value = MeasurementFactory()
    rows = Measurement.objects.filter(pk=value.pk)
    assert_refused("measurement_not_replaced_by_itself", lambda: rows.update(superseded_by=value))


def test_figures_are_compared_once_at_a_time():
    first = RivalryFactory()
    same = {name: getattr(first, name) for name in ("indicator", "starts_on", "ends_on")}
    assert_refused("rivalry_one_open", lambda: RivalryFactory(**same))
