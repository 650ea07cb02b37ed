"""A value from draft to verified, and every way it may not go."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from agreements.charter.states import CollaborationState, PartyState
from agreements.documents.transitions import withdraw
from agreements.goals.kinds import Frequency, Precision
from agreements.goals.states import GoalState, MeasurementState
from agreements.goals.transitions import locks, measurements
from agreements.models import Measurement
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.goals.scene import entered, months, scene, submitted, verified
from tests.factories.charter import PartyFactory
from tests.factories.documents import DocumentFactory

pytestmark = pytest.mark.django_db
S = MeasurementState


def story(measurement):
    lines = measurement.changes.order_by("pk")
    return [(line.from_state, line.to_state) for line in lines]


# --- enter ----------------------------------------------------------------------------------


def test_a_member_enters_a_draft_and_the_history_says_so():
    at = scene()
    draft = entered(at, source=" Posyandu  ", note="sementara", precision=Precision.ROUNDED)
    assert (draft.state, draft.value, draft.entered_by) == (S.DRAFT, 50, at.member)
    assert (draft.source, draft.precision) == ("Posyandu", Precision.ROUNDED)
    assert story(draft) == [("", "draft")]


def test_the_draft_of_the_same_slot_is_overwritten_and_the_same_again_changes_nothing():
    at = scene()
    first = entered(at)
    second = entered(at, value=60, by=at.colleague)
    assert (second.pk, second.value, second.entered_by) == (first.pk, 60, at.colleague)
    again = entered(at, value=60)
    assert (again.entered_by, again.version) == (at.colleague, second.version)
    assert len(story(first)) == 2


def test_a_share_is_made_of_its_part_and_whole():
    at = scene(is_share=True)
    share = entered(at, numerator=Decimal(9085), denominator=Decimal(16377))
    assert share.value == Decimal("55.4741")
    for part, whole in ((2, 1), (-1, 5), (0, 0)):
        with pytest.raises(ValidationError) as refusal:
            entered(at, numerator=Decimal(part), denominator=Decimal(whole))
        assert "numerator" in refusal.value.message_dict
    with pytest.raises(ValidationError, match="bagian"):
        entered(at, value=5)


def test_no_value_is_none():
    with pytest.raises(ValidationError) as refusal:
        measurements.enter(
            indicator=(at := scene()).indicator,
            party=at.own,
            by=at.member,
            starts_on=months(1)[0].starts_on,
            ends_on=months(1)[0].ends_on,
        )
    assert "value" in refusal.value.message_dict


@pytest.mark.parametrize("who", ["member", "representative", "coordinator"])
def test_members_speakers_and_coordinators_report(who):
    at = scene()
    assert entered(at, by=getattr(at, who)).state == S.DRAFT


@pytest.mark.parametrize("who", ["other_member", "other_representative", "auditor", "outsider"])
def test_others_do_not_report_for_a_party(who):
    at = scene()
    with pytest.raises(Refused):
        entered(at, by=getattr(at, who))
    assert not Measurement.objects.exists()


def test_a_party_that_has_left_reports_nothing():
    at = scene()
    draft = entered(at)
    at.own.state, at.own.ends_on = PartyState.LEFT, timezone.localdate()
    at.own.save()
    with pytest.raises(Refused):
        entered(at, by=at.coordinator, value=1)
    with pytest.raises(Refused):
        measurements.submit(measurement=draft, by=at.coordinator)


def test_a_party_of_another_collaboration_is_refused():
    at = scene()
    with pytest.raises(Refused, match="kolaborasi lain"):
        entered(at, party=PartyFactory(), by=at.coordinator)


def test_evidence_is_a_document_of_the_collaboration():
    at = scene()
    own = DocumentFactory(collaboration=at.collaboration)
    assert entered(at, evidence=own).evidence == own
    with pytest.raises(ValidationError):
        entered(at, evidence=DocumentFactory(), value=7)


def test_a_value_is_not_handed_in_with_evidence_that_was_withdrawn():
    at = scene()
    own = DocumentFactory(collaboration=at.collaboration)
    draft = entered(at, evidence=own)
    withdraw(document=own, by=at.coordinator, reason="Salah")
    with pytest.raises(Refused, match="ditarik"):
        measurements.submit(measurement=draft, by=at.member)
    draft.refresh_from_db()
    assert draft.state == S.DRAFT


def test_a_period_is_whole_and_over():
    at, today = scene(), timezone.localdate()
    last = months(1)[0]
    wrong = [
        (last.starts_on, last.ends_on - dt.timedelta(1)),
        (last.starts_on + dt.timedelta(1), last.ends_on),
        (months(2)[0].starts_on, last.ends_on),
        (last.ends_on, last.starts_on),
        (last.ends_on + dt.timedelta(1), today + dt.timedelta(40)),
    ]
    for starts_on, ends_on in wrong:
        with pytest.raises(ValidationError):
            measurements.enter(
                indicator=at.indicator,
                party=at.own,
                by=at.member,
                starts_on=starts_on,
                ends_on=ends_on,
                value=Decimal(1),
            )
    once = scene(frequency=Frequency.ONCE)
    day = today - dt.timedelta(3)
    assert measurements.enter(
        indicator=once.indicator,
        party=once.own,
        by=once.member,
        starts_on=day - dt.timedelta(4),
        ends_on=day,
        value=Decimal(9085),
    )
    with pytest.raises(ValidationError, match="belum berakhir"):
        measurements.enter(
            indicator=once.indicator,
            party=once.own,
            by=once.member,
            starts_on=day,
            ends_on=today + dt.timedelta(1),
            value=Decimal(1),
        )


def test_nothing_is_entered_for_what_is_no_longer_used():
    at = scene()
    at.goal.state = GoalState.DROPPED
    at.goal.save()
    with pytest.raises(Refused):
        entered(at)
    at.goal.state = GoalState.AGREED
    at.goal.save()
    at.indicator.is_retired = True
    at.indicator.save()
    with pytest.raises(Refused):
        entered(at)


def test_a_closed_collaboration_takes_nothing():
    at = scene()
    at.collaboration.state = CollaborationState.CLOSED
    at.collaboration.ends_on = timezone.localdate()
    at.collaboration.save()
    with pytest.raises(Refused):
        entered(at)


def test_a_form_sent_twice_is_one_value():
    at, same = scene(), "8d5a1f0e-6a5b-4d35-8f6c-0d7a3f3f4a10"
    first = submitted(at, submission_id=same)
    with pytest.raises(Refused):
        entered(at, submission_id=same)
    assert Measurement.objects.get() == first


def test_a_grid_is_saved_whole_or_not_at_all():
    at = scene()
    early, late = months(2)

    def row(period, **facts):
        days = {"starts_on": period.starts_on, "ends_on": period.ends_on}
        return {"indicator": at.indicator, "party": at.own, "value": Decimal(5), **days, **facts}

    wrong = row(late, ends_on=late.ends_on - dt.timedelta(1))
    with pytest.raises(measurements.WrongCells) as refusal:
        measurements.enter_many(by=at.member, rows=[("a", row(early)), ("b", wrong)])
    assert refusal.value.cells[0][0] == "b"
    assert not Measurement.objects.exists()
    saved = measurements.enter_many(by=at.member, rows=[("a", row(early)), ("b", row(late))])
    done = measurements.submit_many(measurements=saved, by=at.member)
    assert [each.state for each in done] == [S.SUBMITTED, S.SUBMITTED]


# --- submit, verify, return -----------------------------------------------------------------


def test_what_was_submitted_is_never_edited():
    at = scene()
    value = submitted(at)
    assert (value.submitted_by, value.state) == (at.member, S.SUBMITTED)
    with pytest.raises(Refused, match="dilaporkan"):
        entered(at, value=70)
    with pytest.raises(IllegalMove):
        measurements.submit(measurement=value, by=at.member)
    with pytest.raises(IllegalMove):
        measurements.discard(measurement=value, by=at.member)
    value.refresh_from_db()
    assert value.value == 50


def test_a_draft_can_be_thrown_away_by_its_party():
    at = scene()
    draft = entered(at)
    with pytest.raises(Refused):
        measurements.discard(measurement=draft, by=at.other_member)
    measurements.discard(measurement=draft, by=at.colleague)
    assert not Measurement.objects.exists()


def test_somebody_else_verifies():
    at = scene()
    value = verified(at)
    assert (value.state, value.verified_by) == (S.VERIFIED, at.auditor)
    assert story(value) == [("", "draft"), ("draft", "submitted"), ("submitted", "verified")]


def test_neither_who_submitted_nor_who_entered_verifies():
    at = scene()
    own = submitted(at, by=at.coordinator)
    with pytest.raises(Refused, match="Orang lain"):
        measurements.verify(measurement=own, by=at.coordinator)
    draft = entered(at, by=at.coordinator, period=months(2)[0])
    theirs = measurements.submit(measurement=draft, by=at.member)
    with pytest.raises(Refused):
        measurements.verify(measurement=theirs, by=at.coordinator)
    assert measurements.verify(measurement=theirs, by=at.auditor).state == S.VERIFIED


def test_only_what_was_submitted_is_verified():
    at = scene()
    for value in (entered(at), verified(at, period=months(2)[0])):
        with pytest.raises(IllegalMove):
            measurements.verify(measurement=value, by=at.coordinator)


def test_a_returned_value_says_why_and_a_new_draft_follows_it():
    at = scene()
    value = submitted(at)
    with pytest.raises(ValidationError):
        measurements.give_back(measurement=value, by=at.auditor, note="  ")
    back = measurements.give_back(measurement=value, by=at.auditor, note="Bukti kurang")
    assert (back.state, back.changes.last().note) == (S.RETURNED, "Bukti kurang")
    draft = entered(at, value=49)
    back.refresh_from_db()
    assert (back.superseded_by, back.value, draft.state) == (draft, 50, S.DRAFT)
    with pytest.raises(Refused):
        measurements.discard(measurement=draft, by=at.member)


# --- dispute, settle, correct ---------------------------------------------------------------


def test_a_disputed_value_loses_its_verification_until_settled():
    at = scene()
    value = measurements.dispute(
        measurement=verified(at), by=at.other_representative, reason="Dobel"
    )
    assert (value.state, value.verified_by) == (S.DISPUTED, None)
    with pytest.raises(IllegalMove):
        measurements.verify(measurement=value, by=at.auditor)
    back = measurements.settle(measurement=value, by=at.coordinator, resolution="Sudah dicek")
    assert back.state == S.SUBMITTED
    assert measurements.verify(measurement=value, by=at.auditor).state == S.VERIFIED


@pytest.mark.parametrize("empty", ["", "   "])
def test_disputes_and_their_end_have_reasons(empty):
    at = scene()
    value = submitted(at)
    with pytest.raises(ValidationError):
        measurements.dispute(measurement=value, by=at.auditor, reason=empty)
    disputed = measurements.dispute(measurement=value, by=at.auditor, reason="Dobel")
    with pytest.raises(ValidationError):
        measurements.settle(measurement=disputed, by=at.auditor, resolution=empty)


def test_nobody_disputes_or_settles_their_own():
    at = scene()
    value = submitted(at)
    for verb, words in (("dispute", "reason"), ("give_back", "note")):
        with pytest.raises(Refused):
            getattr(measurements, verb)(measurement=value, by=at.member, **{words: "Salah"})
    disputed = measurements.dispute(measurement=value, by=at.auditor, reason="Dobel")
    with pytest.raises(Refused):
        measurements.settle(measurement=disputed, by=at.member, resolution="Benar")


@pytest.mark.parametrize("state", ["submitted", "verified", "disputed", "returned"])
def test_a_correction_takes_the_place_and_the_old_keeps_its_text(state):
    at = scene()
    old = submitted(at) if state != "verified" else verified(at)
    if state == "disputed":
        measurements.dispute(measurement=old, by=at.auditor, reason="Dobel")
    if state == "returned":
        measurements.give_back(measurement=old, by=at.auditor, note="Bukti")
    new = measurements.correct(
        measurement=old, by=at.member, reason="Salah ketik", value=Decimal(55)
    )
    old.refresh_from_db()
    assert (old.value, old.state, old.superseded_by) == (50, state, new)
    assert (new.value, new.state, new.submitted_by) == (55, S.SUBMITTED, at.member)
    assert new.changes.get().note == "Salah ketik"
    assert Measurement.objects.standing().get() == new


def test_a_correction_has_a_reason_a_reporter_and_something_to_correct():
    at = scene()
    draft = entered(at)
    with pytest.raises(IllegalMove):
        measurements.correct(measurement=draft, by=at.member, reason="x", value=Decimal(1))
    value = measurements.submit(measurement=draft, by=at.member)
    with pytest.raises(ValidationError):
        measurements.correct(measurement=value, by=at.member, reason=" ", value=Decimal(1))
    with pytest.raises(Refused):
        measurements.correct(measurement=value, by=at.other_member, reason="x", value=Decimal(1))
    measurements.correct(measurement=value, by=at.member, reason="x", value=Decimal(1))
    with pytest.raises(Refused, match="lebih baru"):
        measurements.correct(measurement=value, by=at.member, reason="y", value=Decimal(2))


# --- locked periods -------------------------------------------------------------------------


def test_nothing_moves_in_a_locked_period_until_it_is_lifted():
    at = scene()
    period = months(1)[0]
    draft = entered(at)
    value = submitted(at, party=at.other, by=at.other_member)
    days = {"starts_on": period.starts_on, "ends_on": period.ends_on}
    lock = locks.lock_period(
        collaboration=at.collaboration, by=at.coordinator, reason="Terbit", **days
    )
    moves = [
        lambda: entered(at, value=9),
        lambda: measurements.submit(measurement=draft, by=at.member),
        lambda: measurements.discard(measurement=draft, by=at.member),
        lambda: measurements.verify(measurement=value, by=at.auditor),
        lambda: measurements.give_back(measurement=value, by=at.auditor, note="x"),
        lambda: measurements.dispute(measurement=value, by=at.auditor, reason="x"),
        lambda: measurements.correct(
            measurement=value, by=at.other_member, reason="x", value=Decimal(3)
        ),
    ]
    for attempt in moves:
        with pytest.raises(Refused, match="Terbit"):
            attempt()
    locks.lift_lock(lock=lock, by=at.coordinator, reason="Ada koreksi")
    assert measurements.verify(measurement=value, by=at.auditor).state == S.VERIFIED
