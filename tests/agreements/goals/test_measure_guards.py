"""Each guard of values, rival figures and locks for itself: without it one of these fails."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter.states import CollaborationState
from agreements.goals.states import MeasurementState, RivalryState
from agreements.goals.transitions import locks, measurements, rivalries
from agreements.models import Measurement, MeasurementChange, PeriodLock, Rivalry
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.goals.scene import entered, months, scene, submitted, told, verified
from tests.factories.actors import RegionFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db
S = MeasurementState
DAY = dt.timedelta(days=1)


def closed(at):
    at.collaboration.state = CollaborationState.CLOSED
    at.collaboration.ends_on = timezone.localdate()
    at.collaboration.save()


def retired(at):
    at.indicator.is_retired = True
    at.indicator.save()


def lock(at, period=None, **more):
    period = period or months(1)[0]
    facts = {"starts_on": period.starts_on, "ends_on": period.ends_on, "reason": "Terbit", **more}
    return locks.lock_period(collaboration=at.collaboration, by=at.coordinator, **facts)


def rival(at):
    own = submitted(at)
    other = submitted(at, party=at.other, by=at.other_member, value=70)
    return own, other, Rivalry.objects.get()


# --- nothing moves in a collaboration that is closed -----------------------------------------


def test_a_closed_collaboration_moves_no_value_rivalry_or_lock():
    at = scene()
    held = lock(at, months(3)[0])
    draft = entered(at, period=months(2)[0])
    own, _other, rivalry = rival(at)
    closed(at)
    moves = [
        lambda: measurements.submit(measurement=draft, by=at.member),
        lambda: measurements.discard(measurement=draft, by=at.member),
        lambda: measurements.verify(measurement=own, by=at.auditor),
        lambda: measurements.give_back(measurement=own, by=at.auditor, note="x"),
        lambda: measurements.dispute(measurement=own, by=at.auditor, reason="x"),
        lambda: measurements.correct(measurement=own, by=at.member, reason="x", value=Decimal(1)),
        lambda: told(at, own),
        lambda: rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=own, resolution="x"),
        lambda: lock(at),
        lambda: locks.lift_lock(lock=held, by=at.coordinator, reason="x"),
    ]
    for attempt in moves:
        with pytest.raises(Refused, match="ditutup"):
            attempt()


@pytest.mark.parametrize(
    "rule",
    [
        *("enter", "report", "verify", "dispute", "settle"),
        *("raise_rivalry", "resolve_rivalry", "lock_period"),
    ],
)
def test_in_a_closed_collaboration_no_button_is_offered(rule):
    at = scene()
    own, _other, rivalry = rival(at)
    name = f"agreements.{rule}" if "_" in rule else f"agreements.{rule}_measurement"
    about = {"resolve_rivalry": rivalry, "lock_period": at.collaboration}.get(rule, own)
    who = at.member if rule == "report" else at.coordinator
    assert who.has_perm(name, about)
    closed(at)
    about = type(about).objects.get(pk=about.pk)
    assert not who.has_perm(name, about)
    assert own not in Measurement.objects.verifiable_by(at.auditor)
    assert own not in Measurement.objects.verifiable_by(at.coordinator)


@pytest.mark.parametrize("rule", ["enter_measurement", "report_measurement"])
def test_an_account_that_is_out_of_use_reports_nothing(rule):
    at = scene()
    value = submitted(at)
    at.member.is_active = False
    assert not at.member.has_perm(f"agreements.{rule}", value)
    at.auditor.is_active = False
    assert not at.auditor.has_perm("agreements.verify_measurement", value)


def test_an_auditor_who_speaks_for_a_party_still_only_verifies():
    at = scene()
    at.representative.role = at.auditor.role
    at.representative.save()
    value = submitted(at)
    for rule in ("enter_measurement", "report_measurement"):
        assert not at.representative.has_perm(f"agreements.{rule}", value)
    with pytest.raises(Refused):
        entered(at, by=at.representative, period=months(2)[0])


def test_who_reports_for_a_party_does_not_dispute_its_values_in_the_name_of_another():
    at = scene()
    RepresentativeFactory(party=at.other, person=at.member.person)
    value = submitted(at, by=at.colleague)
    assert not at.member.has_perm("agreements.dispute_measurement", value)
    assert at.other_representative.has_perm("agreements.dispute_measurement", value)


def test_what_waits_elsewhere_is_no_coordinators_business():
    at, other = scene(), scene()
    value = submitted(other)
    assert not Measurement.objects.verifiable_by(at.coordinator).exists()
    assert value in Measurement.objects.verifiable_by(other.coordinator)
    assert not Measurement.objects.verifiable_by(other.member).exists()


def test_only_what_was_submitted_and_stands_waits():
    at = scene()
    entered(at, period=months(3)[0])
    verified(at, period=months(2)[0])
    old = submitted(at)
    new = measurements.correct(measurement=old, by=at.colleague, reason="x", value=Decimal(9))
    assert list(Measurement.objects.verifiable_by(at.auditor)) == [new]


# --- values ----------------------------------------------------------------------------------


def test_what_is_no_longer_used_is_neither_submitted_nor_corrected():
    at = scene()
    draft, value = entered(at, period=months(2)[0]), submitted(at)
    retired(at)
    with pytest.raises(Refused):
        measurements.submit(measurement=draft, by=at.member)
    with pytest.raises(Refused):
        measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(1))


def test_others_do_not_submit_a_draft_of_a_party():
    at = scene()
    draft = entered(at)
    for who in (at.other_member, at.auditor, at.outsider):
        with pytest.raises(Refused):
            measurements.submit(measurement=draft, by=who)
    draft.refresh_from_db()
    assert draft.state == S.DRAFT


@pytest.mark.parametrize("verb", ["submit", "verify", "give_back", "dispute", "settle", "correct"])
def test_a_value_that_was_replaced_moves_no_more(verb):
    at = scene()
    old = submitted(at)
    measurements.correct(measurement=old, by=at.member, reason="x", value=Decimal(1))
    words = {"give_back": "note", "dispute": "reason", "settle": "resolution", "correct": "reason"}
    more = {words[verb]: "x"} if verb in words else {}
    by = at.member if verb in ("submit", "correct") else at.auditor
    figure = {"value": Decimal(2)} if verb == "correct" else {}
    with pytest.raises(Refused, match="lebih baru"):
        getattr(measurements, verb)(measurement=old, by=by, **more, **figure)


def test_a_disputed_value_is_not_simply_submitted_or_verified_again():
    at = scene()
    value = measurements.dispute(measurement=submitted(at), by=at.auditor, reason="Dobel")
    with pytest.raises(IllegalMove):
        measurements.submit(measurement=value, by=at.member)
    with pytest.raises(IllegalMove):
        measurements.give_back(measurement=value, by=at.auditor, note="x")
    value.refresh_from_db()
    assert value.state == S.DISPUTED


def test_only_what_is_disputed_is_settled():
    at = scene()
    for value in (submitted(at), verified(at, period=months(2)[0])):
        with pytest.raises(IllegalMove):
            measurements.settle(measurement=value, by=at.auditor, resolution="x")


def test_a_correction_takes_no_evidence_and_no_share_that_is_none():
    at = scene(is_share=True)
    value = submitted(at, numerator=Decimal(1), denominator=Decimal(2))
    wrong = [
        {"numerator": Decimal(3), "denominator": Decimal(2)},
        {"numerator": Decimal(1), "denominator": None},
        {"numerator": Decimal(1), "denominator": Decimal(2), "evidence": DocumentFactory()},
    ]
    for figure in wrong:
        with pytest.raises(ValidationError):
            measurements.correct(measurement=value, by=at.member, reason="x", **figure)
    assert Measurement.objects.get() == value


def test_a_form_sent_twice_at_other_days_is_the_first_value():
    at, same = scene(), "8d5a1f0e-6a5b-4d35-8f6c-0d7a3f3f4a11"
    first = entered(at, submission_id=same)
    again = entered(at, submission_id=same, period=months(2)[0])
    assert again == first
    other = entered(at, submission_id="8d5a1f0e-6a5b-4d35-8f6c-0d7a3f3f4a12", period=months(2)[0])
    assert str(other.submission_id).endswith("12")


def test_a_draft_that_was_thrown_away_takes_its_lines_along():
    at = scene()
    measurements.discard(measurement=entered(at), by=at.member)
    assert not MeasurementChange.objects.exists()


def test_a_grid_throws_emptied_drafts_away_and_counts_what_it_did():
    at = scene()
    draft = entered(at)
    facts = {"by": at.member, "rows": []}
    assert measurements.write_grid(**facts, emptied=[draft]) == (1, 0)
    assert not Measurement.objects.exists()
    drafts = [entered(at)]
    assert measurements.write_grid(**facts, drafts=drafts) == (0, 1)
    assert Measurement.objects.get().state == S.SUBMITTED


# --- rival figures ---------------------------------------------------------------------------


def test_figures_of_other_regions_or_periods_are_no_rivals():
    at = scene()
    submitted(at)
    submitted(at, party=at.other, by=at.other_member, value=70, region=RegionFactory())
    submitted(at, party=at.other, by=at.other_member, value=70, period=months(2)[0])
    assert not Rivalry.objects.exists()


def test_a_draft_a_returned_and_a_disputed_figure_rival_nobody():
    at = scene()
    entered(at, party=at.other, by=at.other_member, value=70)
    value = submitted(at)
    assert not Rivalry.objects.exists()
    with pytest.raises(Refused, match="diajukan"):
        told(at, Measurement.objects.get(party=at.other), number=71)
    measurements.dispute(measurement=value, by=at.auditor, reason="x")
    with pytest.raises(Refused, match="diajukan"):
        told(at, value)


def test_the_figure_that_stands_is_one_of_them_and_there_is_a_reason():
    at = scene()
    own, _other, rivalry = rival(at)
    elsewhere = verified(at, period=months(2)[0])
    with pytest.raises(Refused, match="bukan salah satu"):
        rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=elsewhere, resolution="x")
    with pytest.raises(ValidationError) as refusal:
        rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=own, resolution=" ")
    assert "resolution" in refusal.value.message_dict
    done = rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=own, resolution="Cocok")
    assert (done.resolved_by, done.resolved_on) == (at.auditor, timezone.localdate())
    with pytest.raises(IllegalMove):
        rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=own, resolution="Lagi")


def test_none_of_them_stands_when_nobody_is_right():
    at = scene()
    _own, _other, rivalry = rival(at)
    rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=None, resolution="Dobel")
    assert set(Measurement.objects.values_list("state", flat=True)) == {S.DISPUTED}
    assert rivalry.__class__.objects.get().state == RivalryState.RESOLVED


def test_a_verified_figure_that_loses_is_verified_no_more():
    at = scene()
    lost = verified(at)
    kept = submitted(at, party=at.other, by=at.other_member, value=70)
    rivalries.resolve(rivalry=Rivalry.objects.get(), by=at.auditor, kept=kept, resolution="x")
    lost.refresh_from_db()
    assert (lost.state, lost.verified_by, lost.verified_at) == (S.DISPUTED, None, None)


def test_in_a_locked_period_no_rivalry_is_raised_or_resolved():
    at = scene()
    own, _other, rivalry = rival(at)
    value = submitted(at, period=months(2)[0])
    lock(at)
    lock(at, months(2)[0])
    with pytest.raises(Refused, match="Terbit"):
        rivalries.resolve(rivalry=rivalry, by=at.auditor, kept=own, resolution="x")
    with pytest.raises(Refused, match="Terbit"):
        told(at, value)
    disputed = Measurement.objects.filter(state=S.DISPUTED)
    assert not disputed.exists()


# --- locked periods --------------------------------------------------------------------------


def test_a_lock_has_a_reason_lies_behind_us_and_is_set_once():
    at = scene()
    with pytest.raises(ValidationError):
        lock(at, reason="  ")
    with pytest.raises(ValidationError) as refusal:
        lock(at, ends_on=timezone.localdate() + DAY)
    assert "ends_on" in refusal.value.message_dict
    period = months(1)[0]
    with pytest.raises(ValidationError):
        lock(at, starts_on=period.ends_on, ends_on=period.starts_on)
    lock(at)
    with pytest.raises(Refused, match="sudah dikunci"):
        lock(at, starts_on=period.starts_on + DAY)
    assert lock(at, starts_on=period.starts_on - DAY), "more days than were locked"


@pytest.mark.parametrize(("first", "last"), [(-9, 0), (0, 9), (5, 6), (-9, 99)])
def test_a_lock_that_touches_a_single_day_holds_the_period(first, last):
    at = scene()
    period = months(2)[0]
    ends_on = min(period.starts_on + last * DAY, timezone.localdate())
    lock(at, starts_on=period.starts_on + first * DAY, ends_on=ends_on)
    with pytest.raises(Refused, match="Terbit"):
        entered(at, period=period)


def test_a_lock_beside_the_period_or_of_another_collaboration_holds_nothing():
    at = scene()
    early, period = months(2)
    lock(at, early)
    lock(scene(), period)
    assert entered(at, period=period)


def test_a_lock_is_lifted_once_with_a_reason_and_stays_on_record():
    at = scene()
    held = lock(at)
    with pytest.raises(ValidationError):
        locks.lift_lock(lock=held, by=at.coordinator, reason="")
    assert PeriodLock.objects.holding().exists()
    done = locks.lift_lock(lock=held, by=at.coordinator, reason="Koreksi")
    assert (done.lifted_by, done.lifted_on) == (at.coordinator, timezone.localdate())
    with pytest.raises(Refused, match="sudah"):
        locks.lift_lock(lock=held, by=at.coordinator, reason="Lagi")
    assert [line.event for line in at.goal.changes.order_by("pk")] == ["locked", "unlocked"]


def test_a_party_that_is_not_there_reports_nothing_for_anybody():
    at = scene()
    stranger = PartyFactory(collaboration=scene().collaboration)
    with pytest.raises(Refused):
        entered(at, party=stranger, by=at.coordinator)
