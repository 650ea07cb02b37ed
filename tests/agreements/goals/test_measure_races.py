"""Two people act on the same value at the same moment: one after the other, never both."""

from decimal import Decimal

import pytest

from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.transitions import measurements, rivalries
from agreements.models import Measurement, Rivalry
from collabgov.kit.errors import Refused
from tests.agreements.charter.test_races import together
from tests.agreements.goals.scene import entered, scene, submitted

pytestmark = pytest.mark.django_db(transaction=True)
S = MeasurementState


def test_verifying_and_disputing_at_once_ends_disputed_and_never_in_between():
    at = scene()
    value = submitted(at)
    first, second, overtook = together(
        lambda: measurements.dispute(measurement=value, by=at.other_representative, reason="Dobel"),
        lambda: measurements.verify(measurement=value, by=at.coordinator),
    )
    assert first.state == S.DISPUTED
    assert isinstance(second, Refused)
    assert not overtook
    value.refresh_from_db()
    assert (value.state, value.verified_by) == (S.DISPUTED, None)


def test_two_who_submit_the_same_draft_submit_it_once():
    at = scene()
    draft = entered(at)
    _first, second, overtook = together(
        lambda: measurements.submit(measurement=draft, by=at.member),
        lambda: measurements.submit(measurement=draft, by=at.colleague),
    )
    assert isinstance(second, Refused)
    assert not overtook
    assert Measurement.objects.get().submitted_by == at.member
    assert draft.changes.filter(to_state=S.SUBMITTED).count() == 1


def test_two_parties_who_differ_at_once_make_one_rivalry():
    at = scene()
    own, other = entered(at), entered(at, party=at.other, by=at.other_member, value=70)
    together(
        lambda: measurements.submit(measurement=own, by=at.member),
        lambda: measurements.submit(measurement=other, by=at.other_member),
    )
    assert Rivalry.objects.filter(state=RivalryState.OPEN).count() == 1


def test_two_who_correct_or_resolve_at_once_do_it_once():
    at = scene()
    value = submitted(at)
    submitted(at, party=at.other, by=at.other_member, value=70)
    rivalry = Rivalry.objects.get()
    _first, second, _overtook = together(
        lambda: rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=value, resolution="Cocok"),
        lambda: rivalries.resolve(rivalry=rivalry, by=at.coordinator, kept=None, resolution="x"),
    )
    assert isinstance(second, Refused)
    _first, second, _overtook = together(
        lambda: measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(1)),
        lambda: measurements.correct(
            measurement=value, by=at.colleague, reason="y", value=Decimal(2)
        ),
    )
    assert isinstance(second, Refused)
    assert Measurement.objects.standing().filter(party=at.own).get().value == 1
