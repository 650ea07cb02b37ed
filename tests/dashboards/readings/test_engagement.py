"""Drivers, the four D's and leadership, read from real records."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.charter.kinds import DriverKind
from agreements.engagement.kinds import AttendanceLevel, DecisionKind, MeetingKind, Phase
from agreements.engagement.states import DecisionState, MeetingState
from dashboards.readings.core import ElementState
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.factories.action import CommitmentFactory
from tests.factories.actors import PersonFactory
from tests.factories.charter import CollaborationFactory, DriverFactory, PartyFactory
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingFactory,
)

pytestmark = pytest.mark.django_db


def read(code, collaboration, **on):
    reading = BY_CODE[code].read(Scope.of(collaboration, **on))
    return reading, reading.signals[0]


def numbers(signal):
    return signal.numerator, signal.denominator


def days(number):
    return timezone.localdate() + dt.timedelta(days=number)


LONG_AGO = {
    "made_on": days(-900),
    "due_on": days(-810),
    "reported_done_on": days(-812),
    "confirmed_on": days(-808),
}


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ([], ElementState.NOT_STARTED),
        ([DriverKind.LEADERSHIP], ElementState.DEVELOPING),
        ([DriverKind.LEADERSHIP] * 3, ElementState.DEVELOPING),
        (list(DriverKind)[:3], ElementState.ESTABLISHED),
        (list(DriverKind), ElementState.ESTABLISHED),
    ],
)
def test_drivers_are_read_by_kind(kinds, state):
    collaboration = CollaborationFactory(drivers=False)
    drivers = [DriverFactory(collaboration=collaboration, kind=kind) for kind in kinds]
    reading, signal = read("DRV", collaboration)
    assert reading.state is state
    assert numbers(signal) == (len(set(kinds)), 4)
    assert set(signal.counted) == {driver.pk for driver in drivers}
    assert len(signal.missing_words) == 4 - len(set(kinds))


def test_an_agenda_item_before_the_window_is_not_read():
    item = AgendaItemFactory(phase=Phase.DISCOVERY, meeting__held_on=days(-400))
    assert read("PE1", item.meeting.collaboration)[0].state is ElementState.NOT_STARTED


def test_cancelled_and_forgotten_meetings_stay_in_the_total():
    collaboration = CollaborationFactory()
    held = MeetingFactory(collaboration=collaboration, held_on=days(0))
    MeetingFactory(collaboration=collaboration, state=MeetingState.CANCELLED)
    MeetingFactory(collaboration=collaboration, state=MeetingState.PLANNED, held_on=days(-1))
    MeetingFactory(collaboration=collaboration, state=MeetingState.PLANNED, held_on=days(0))
    MeetingFactory(collaboration=collaboration, state=MeetingState.CANCELLED, held_on=days(3))
    reading = read("PE4a", collaboration)[0]
    signal = reading.signals[1]
    assert numbers(signal) == (1, 3)
    assert signal.counted == (held.pk,)
    assert reading.state is ElementState.NEEDS_ATTENTION


def test_meetings_of_another_time_are_not_read():
    collaboration = CollaborationFactory()
    MeetingFactory(collaboration=collaboration, held_on=days(-800))
    held = MeetingFactory(collaboration=collaboration, held_on=days(0))
    held_as_planned = read("PE4a", collaboration)[0].signals[1]
    assert held_as_planned.counted == (held.pk,)
    yesterday = read("PE4a", collaboration, today=days(-1))[0].signals[1]
    assert numbers(yesterday) == (0, 0)


def test_a_decision_needs_a_commitment_that_somebody_accepted():
    meeting = MeetingFactory()
    followed, proposed, bare = DecisionFactory.create_batch(3, meeting=meeting)
    DecisionFactory(meeting=meeting, kind=DecisionKind.PROCEDURAL)
    DecisionFactory(meeting=meeting, state=DecisionState.REVOKED)
    for _n in range(2):
        CommitmentFactory(collaboration=meeting.collaboration, decision=followed)
    CommitmentFactory(collaboration=meeting.collaboration, decision=proposed, proposed=True)
    _reading, signal = read("PE4b", meeting.collaboration)
    assert signal.counted == (followed.pk,)
    assert set(signal.missing) == {proposed.pk, bare.pk}


def test_a_decision_is_of_the_day_on_which_it_was_decided():
    collaboration = CollaborationFactory()
    before = {"meeting__collaboration": collaboration, "meeting__held_on": days(-800)}
    DecisionFactory(**before)
    row = DecisionFactory(
        **before, decided_on=days(-1), decided_in=MeetingFactory(collaboration=collaboration)
    )
    assert read("PE4b", collaboration)[1].missing == (row.pk,)


def test_presence_counts_once_per_party_and_plenary():
    meeting = MeetingFactory(kind=MeetingKind.PLENARY)
    party = PartyFactory(collaboration=meeting.collaboration)
    delegate = AttendanceFactory(
        meeting=meeting, organization=party.organization, level=AttendanceLevel.DELEGATE
    )
    leader = AttendanceFactory(
        meeting=meeting,
        organization=party.organization,
        person=PersonFactory(),
        level=AttendanceLevel.DECISION_MAKER,
    )
    _reading, signal = read("SM3", meeting.collaboration)
    assert (signal.counted, signal.missing) == ((leader.pk,), ())
    leader.delete()
    assert read("SM3", meeting.collaboration)[1].missing == (delegate.pk,)


def test_absent_and_not_yet_joined_organizations_are_no_presence():
    meeting = MeetingFactory(kind=MeetingKind.PLENARY)
    party, late = PartyFactory.create_batch(2, collaboration=meeting.collaboration)
    late.starts_on = meeting.held_on + dt.timedelta(days=1)
    late.save()
    AttendanceFactory(meeting=meeting, organization=party.organization, is_present=False)
    AttendanceFactory(meeting=meeting, organization=late.organization)
    AttendanceFactory(meeting=meeting)
    working = MeetingFactory(collaboration=meeting.collaboration)
    AttendanceFactory(meeting=working, organization=party.organization)
    assert numbers(read("SM3", meeting.collaboration)[1]) == (0, 0)


def test_each_active_party_carries_a_part():
    collaboration = CollaborationFactory()
    carrying = CommitmentFactory(collaboration=collaboration).organization
    kept = CommitmentFactory(collaboration=collaboration, kept=True).organization
    CommitmentFactory(collaboration=collaboration, proposed=True)
    CommitmentFactory(collaboration=collaboration, state="not_kept")
    CommitmentFactory(collaboration=collaboration, kept=True, **LONG_AGO)
    PartyFactory(collaboration=collaboration, left=True)
    PartyFactory()
    _reading, signal = read("SM4", collaboration)
    assert numbers(signal) == (2, 5)
    organizations = set(
        collaboration.parties.filter(pk__in=signal.counted).values_list("organization", flat=True)
    )
    assert organizations == {carrying.pk, kept.pk}


def test_parties_alone_are_no_evidence_of_shared_commitment():
    party = PartyFactory()
    PartyFactory(collaboration=party.collaboration)
    CommitmentFactory(
        collaboration=party.collaboration, organization=party.organization, proposed=True
    )
    assert read("SM4", party.collaboration)[0].state is ElementState.NOT_STARTED


def test_plenaries_with_a_facilitator():
    collaboration = CollaborationFactory()
    plenary = {"collaboration": collaboration, "kind": MeetingKind.PLENARY}
    named = MeetingFactory(**plenary, facilitator=PersonFactory())
    nobody = MeetingFactory.create_batch(3, **plenary)
    MeetingFactory(**plenary, state=MeetingState.CANCELLED, facilitator=PersonFactory())
    MeetingFactory(collaboration=collaboration)
    reading, _roles = read("CJ2", collaboration)
    signal = reading.signals[1]
    assert signal.counted == (named.pk,)
    assert set(signal.missing) == {meeting.pk for meeting in nobody}
    assert reading.state is ElementState.NEEDS_ATTENTION


def test_elements_without_records_say_what_belongs_there():
    collaboration = CollaborationFactory()
    for code in ("CTX", "SM2", "CJ1", "CJ3", "CJ4", "ACT", "IMP", "ADP"):
        reading = BY_CODE[code].read(Scope.of(collaboration))
        assert reading.state is ElementState.NOT_STARTED
        assert str(reading.element.belongs) in reading.sentence
