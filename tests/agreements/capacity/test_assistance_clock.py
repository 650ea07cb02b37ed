"""What the clock of a request counts, whom it tells, and what it does when nobody acts."""

import datetime as dt
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from actors.accounts.models import TimeZone
from actors.regions.models import RegionLevel
from agreements.capacity.assistance_clock import clock_of, holidays_at
from agreements.capacity.assistance_kinds import AssistanceState, Usefulness
from agreements.capacity.transitions import assistance, assistance_ends
from agreements.charter.states import CollaborationState
from agreements.models import AssistanceRequest, Collaboration
from collabgov.kit.errors import Refused
from dashboards.panels.capacity_lines import CAPACITY_LINES
from dashboards.readings.core import RecordKind
from tests.agreements.capacity.assistance_scene import Help, moves
from tests.factories.actors import RegionFactory
from tests.factories.series import HolidayFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
MONDAY = TODAY - dt.timedelta(days=TODAY.weekday())
S = AssistanceState


def days(number):
    return TODAY + dt.timedelta(days=number)


@pytest.fixture
def scene():
    with translation.override("en"):
        yield Help()


def lives_in(party, region):
    party.organization.region = region
    party.organization.save()


def test_the_days_off_are_those_where_the_asked_party_works(scene):
    province, other = RegionFactory(), RegionFactory()
    regency = RegionFactory(parent=province, level=RegionLevel.REGENCY)
    lives_in(scene.works, regency)
    lives_in(scene.health, other)
    tuesday, wednesday, thursday = (MONDAY + dt.timedelta(days=n) for n in (1, 2, 3))
    HolidayFactory(day=tuesday, region=regency)
    HolidayFactory(day=wednesday, region=province)
    HolidayFactory(day=thursday, region=other)
    assert holidays_at(regency) == {tuesday, wednesday}
    asked = scene.submitted(on=MONDAY, needed_by=days(60))
    assert asked.answer_due_on == MONDAY + dt.timedelta(days=16)
    scene.missed(asked, days=8)  # before this Monday, whichever day of the week it is
    raised = assistance_ends.escalate_assistance(
        request=asked, by=scene.health_speaker, reason="Belum dijawab.", on=MONDAY
    )
    assert raised.escalations.get().due_on == MONDAY + dt.timedelta(days=9)


@pytest.fixture
def late_evening(scene):
    """23.30 in Jakarta: the next day has begun in Jayapura, where the collaboration is at home."""
    Collaboration.objects.update(time_zone=TimeZone.WIT)
    scene.collaboration.refresh_from_db()
    for party in (scene.health, scene.works):
        party.collaboration.refresh_from_db()
    moment = dt.datetime.combine(days(1), dt.time(16, 30), tzinfo=dt.UTC)
    with (
        mock.patch("django.utils.timezone.now", return_value=moment),
        timezone.override(TimeZone.WIB),
    ):
        yield scene


def test_a_day_ends_by_the_clock_of_the_collaboration(late_evening):
    scene, there = late_evening, days(2)
    asked = scene.submitted(needed_by=days(60))
    assert (timezone.localdate(), asked.submitted_on) == (days(1), there)
    AssistanceRequest.objects.update(submitted_on=days(-9), answer_due_on=days(1))
    asked.refresh_from_db()
    assert list(AssistanceRequest.objects.late()) == [asked]
    assert clock_of(asked).is_late
    assert assistance_ends.may_be_escalated(asked)
    answered = scene.answered(asked)
    assert answered.answer.given_on == there
    AssistanceRequest.objects.update(needed_by=days(1))
    asked.refresh_from_db()
    asked = assistance_ends.mark_unfulfilled(
        request=asked, by=scene.health_speaker, result="Tidak datang."
    )
    assert asked.ended_on == there


def test_history_that_is_entered_later_stands_on_its_day_by_the_same_clock(late_evening):
    asked = late_evening.submitted(on=days(1), needed_by=days(60))
    told = asked.changes.order_by("pk").last().made_at.astimezone(ZoneInfo(TimeZone.WIT))
    assert (told.date(), told.hour) == (days(1), 9)


def test_how_long_it_lies_before_the_superior_is_counted_by_the_same_clock(late_evening):
    asked = late_evening.emergency(needed_by=days(20))
    raised = assistance_ends.escalate_assistance(
        request=asked, by=late_evening.health_speaker, reason="Belum ada kabar.", on=days(1)
    ).escalations.get()
    line = CAPACITY_LINES[RecordKind.ESCALATION]([raised.pk])[raised.pk]
    assert "open for 1 day" in line.facts


def waits(user):
    return [row.subject for row in AssistanceRequest.objects.waiting_for(user).order_by("pk")]


def test_a_draft_waits_for_who_wrote_it_and_for_who_speaks_for_its_party(scene):
    scene.drafted()
    assert waits(scene.health_speaker) == ["Dua enumerator"]
    assert waits(scene.works_speaker) == waits(scene.coordinator) == []


def test_a_late_answer_waits_for_the_requester_too_until_the_superior_is_asked(scene):
    asked = scene.submitted()
    assert waits(scene.health_speaker) == []
    scene.missed(asked)
    assert waits(scene.health_speaker) == waits(scene.works_speaker) == ["Dua enumerator"]
    assistance_ends.escalate_assistance(
        request=asked, by=scene.health_speaker, reason="Belum dijawab."
    )
    assert waits(scene.health_speaker) == []
    assert waits(scene.coordinator) == ["Dua enumerator"]


def test_the_giver_is_told_before_the_day_and_the_requester_on_it(scene):
    asked = scene.answered(scene.submitted())
    assert waits(scene.works_speaker) == []
    AssistanceRequest.objects.update(needed_by=days(3))
    assert waits(scene.works_speaker) == ["Dua enumerator"]
    assistance_ends.begin_help(request=asked, by=scene.works_speaker)
    assert waits(scene.works_speaker) == waits(scene.health_speaker) == []
    AssistanceRequest.objects.update(needed_by=TODAY)
    assert waits(scene.health_speaker) == ["Dua enumerator"]


def test_in_a_closed_collaboration_nothing_waits_and_nothing_is_late(scene):
    scene.missed(scene.submitted())
    Collaboration.objects.update(state=CollaborationState.CLOSED, ends_on=TODAY)
    assert waits(scene.works_speaker) == []
    assert not AssistanceRequest.objects.late().exists()


def test_an_emergency_goes_to_the_superior_at_any_time_and_stays_open(scene):
    asked = assistance_ends.escalate_assistance(
        request=scene.emergency(), by=scene.health_speaker, reason="Belum ada kabar."
    )
    assert (asked.state, asked.escalations.open().count()) == (S.SUBMITTED, 1)
    assert scene.answered(asked).state == S.ACCEPTED


@pytest.mark.parametrize("ends", ["complete", "withdraw"])
def test_what_ends_lies_before_no_superior_any_more(scene, ends):
    asked, by = scene.submitted(), scene.health_speaker
    asked = scene.answered(asked) if ends == "complete" else asked
    assistance_ends.escalate_assistance(request=scene.missed(asked), by=by, reason="Belum datang.")
    if ends == "complete":
        asked = assistance_ends.complete_assistance(
            request=asked, by=by, result="Datang juga.", usefulness=Usefulness.FULLY
        )
    else:
        asked = assistance.withdraw_assistance(request=asked, by=by, reason="Datang juga.")
    row = asked.escalations.get()
    assert (row.is_open, row.closed_on, row.closed_because) == (False, TODAY, "Datang juga.")
    assert waits(scene.coordinator) == []
    with pytest.raises(Refused, match="Nothing lies"):
        assistance_ends.record_superior(request=asked, by=scene.coordinator, answer="Segera.")


def run():
    call_command("advance_agreements", verbosity=0)


def test_the_calendar_brings_an_emergency_before_the_superior_once(scene):
    asked, fresh = scene.missed(scene.emergency()), scene.emergency(subject="Tenda")
    ordinary = scene.missed(scene.submitted())
    run()
    run()
    row = asked.escalations.get()
    assert (row.escalated_by, row.escalated_on, row.reason) == (None, TODAY, "Banjir di tiga desa.")
    assert moves(asked)[-1][0] == "escalated"
    assert asked.changes.order_by("pk").last().made_by is None
    assert not fresh.escalations.exists()
    assert not ordinary.escalations.exists()
    asked.refresh_from_db()
    assert asked.state == S.SUBMITTED
    assert waits(scene.coordinator) == ["Perahu karet"]
    assistance_ends.record_superior(request=asked, by=scene.coordinator, answer="Kirim.")
    run()
    assert asked.escalations.count() == 1


def test_the_calendar_also_watches_what_was_promised(scene):
    asked = scene.missed(scene.answered(scene.emergency()))
    run()
    assert asked.escalations.get().is_open


def test_what_the_superior_said_before_the_day_passed_does_not_silence_the_calendar(scene):
    asked = assistance_ends.escalate_assistance(
        request=scene.emergency(), by=scene.health_speaker, reason="Belum ada kabar."
    )
    run()
    assistance_ends.record_superior(request=asked, by=scene.coordinator, answer="Tunggu.")
    early = {"escalated_on": days(-9), "due_on": days(-8), "answered_on": days(-8)}
    asked.escalations.update(**early)
    scene.missed(scene.answered(asked))
    run()
    run()
    assert [row.is_open for row in asked.escalations.order_by("pk")] == [False, True]
    assistance_ends.record_superior(request=asked, by=scene.coordinator, answer="Kirim.")
    run()
    assert asked.escalations.count() == 2


def test_the_calendar_leaves_closed_collaborations_alone(scene):
    asked = scene.missed(scene.emergency())
    Collaboration.objects.update(state=CollaborationState.CLOSED, ends_on=TODAY)
    run()
    assert not asked.escalations.exists()


def test_the_calendar_looks_again_before_it_acts(scene):
    """Since the list of what was missed was made, somebody may have helped or brought it up."""
    act = assistance_ends.escalate_by_the_calendar
    raised = scene.missed(scene.emergency())
    assert act(request=raised)
    assert act(request=raised) is None
    assert act(request=scene.missed(scene.submitted(subject="Biasa"))) is None
    assert act(request=scene.emergency(subject="Tenda")) is None
    assert raised.escalations.count() == 1
