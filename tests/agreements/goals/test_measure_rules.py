"""Who may report, verify, dispute, settle and lock: one allowed and one refused of each."""

import pytest

from agreements.goals.transitions import measurements
from agreements.models import Rivalry
from tests.agreements.goals.scene import scene, submitted
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
EVERYBODY = (
    "member",
    "representative",
    "other_member",
    "other_representative",
    "coordinator",
    "auditor",
    "admin",
    "outsider",
)


@pytest.mark.parametrize(
    ("rule", "allowed"),
    [
        (
            "enter_measurement",
            {"member", "representative", "other_member", "other_representative", "coordinator"},
        ),
        ("report_measurement", {"member", "representative", "coordinator"}),
        ("verify_measurement", {"coordinator", "auditor"}),
        ("dispute_measurement", {"coordinator", "auditor", "other_representative"}),
        ("settle_measurement", {"coordinator", "auditor"}),
        (
            "raise_rivalry",
            {
                "member",
                "representative",
                "other_member",
                "other_representative",
                "coordinator",
                "auditor",
            },
        ),
        ("lock_period", {"coordinator"}),
    ],
)
def test_who_may(rule, allowed):
    at = scene()
    at.admin = UserFactory(admin=True)
    value = submitted(at, by=at.colleague)
    about = at.collaboration if rule == "lock_period" else value
    may = {who for who in EVERYBODY if getattr(at, who).has_perm(f"agreements.{rule}", about)}
    assert may == allowed


def test_whoever_gave_a_value_or_one_of_two_does_not_judge_it():
    at = scene()
    value = submitted(at, by=at.coordinator)
    for rule in ("verify_measurement", "dispute_measurement", "settle_measurement"):
        assert not at.coordinator.has_perm(f"agreements.{rule}", value)
        assert at.auditor.has_perm(f"agreements.{rule}", value)
    submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    assert not at.coordinator.has_perm("agreements.resolve_rivalry", rivalry)
    assert at.auditor.has_perm("agreements.resolve_rivalry", rivalry)


def test_figures_that_agree_are_no_rivalry_and_settling_one_may_open_it():
    at = scene()
    submitted(at)
    other = submitted(at, party=at.other, by=at.other_member, value=50)
    assert not Rivalry.objects.exists()
    measurements.correct(measurement=other, by=at.other_member, reason="x", value=51)
    assert Rivalry.objects.unresolved().count() == 1
