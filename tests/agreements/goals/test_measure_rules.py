"""Who may report, verify, dispute, settle and lock: one allowed and one refused of each."""

import pytest

from agreements.goals.transitions import measurements
from agreements.models import Rivalry
from tests.agreements.goals.scene import scene, speaker_of, submitted
from tests.factories.actors import UserFactory
from tests.factories.charter import PartyFactory

pytestmark = pytest.mark.django_db
RESOLVE = "agreements.resolve_rivalry"
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
            {"coordinator", "auditor", "other_representative"},
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
    rules = ("verify_measurement", "dispute_measurement", "settle_measurement", "raise_rivalry")
    for rule in rules:
        assert not at.coordinator.has_perm(f"agreements.{rule}", value)
        assert at.auditor.has_perm(f"agreements.{rule}", value)
    submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    assert not at.coordinator.has_perm("agreements.resolve_rivalry", rivalry)
    assert at.auditor.has_perm("agreements.resolve_rivalry", rivalry)


def test_who_speaks_for_another_party_or_reports_does_not_resolve_rival_figures():
    at = scene()
    submitted(at)
    submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    at.third = speaker_of(PartyFactory(collaboration=at.collaboration))
    at.admin = UserFactory(admin=True)
    everybody = (*EVERYBODY, "third")
    may = {one for one in everybody if getattr(at, one).has_perm(RESOLVE, rivalry)}
    assert may == {"coordinator", "auditor"}


def test_figures_that_agree_are_no_rivalry_and_settling_one_may_open_it():
    at = scene()
    submitted(at)
    other = submitted(at, party=at.other, by=at.other_member, value=50)
    assert not Rivalry.objects.exists()
    measurements.correct(measurement=other, by=at.other_member, reason="x", value=51)
    assert Rivalry.objects.unresolved().count() == 1
