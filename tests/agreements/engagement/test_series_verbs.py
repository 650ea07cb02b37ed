"""Begin a series, plan it further, change it from a day on, end it."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import timezone, translation

from actors.models import Organization
from agreements.charter.states import CollaborationState
from agreements.engagement import transitions
from agreements.engagement.kinds import Answer
from agreements.engagement.recurrence import Pattern, rule_of
from agreements.engagement.states import MeetingState
from agreements.models import Holiday, Meeting, MeetingSeries
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import RegionFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.series import HolidayFactory

pytestmark = pytest.mark.django_db

TUESDAY = dt.date(2026, 12, 1)
NOW = timezone.make_aware(dt.datetime.fromisoformat("2026-11-23T08:00"))


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def collaboration():
    return PartyFactory(collaboration=CollaborationFactory()).collaboration


@pytest.fixture
def coordinator(collaboration):
    return coordinator_of(collaboration)


def facts(**other):
    first = other.get("first_on", TUESDAY)
    pattern = other.pop("pattern", Pattern.WEEKLY)
    usual = {
        "title": "Pleno",
        "first_on": first,
        "rule": rule_of(pattern, first),
        "starts_at": dt.time(9),
        "ends_at": dt.time(11),
        "skips_holidays": True,
    }
    return usual | other


@pytest.fixture
def begin(collaboration, coordinator):
    def begin(**other):
        return transitions.begin_series(
            collaboration=collaboration, by=coordinator, now=NOW, **facts(**other)
        )

    return begin


@pytest.fixture
def edit(coordinator):
    def edit(series, **other):
        series = MeetingSeries.objects.get(pk=series.pk)
        settled = {"version": series.version, "from_day": other.get("first_on", TUESDAY)}
        return transitions.edit_series(
            series=series, by=coordinator, now=NOW, **(settled | facts(**other))
        )

    return edit


def days(rows):
    return [row.held_on for row in rows]


def test_a_new_series_plans_three_months_and_invites_every_party(begin, collaboration):
    done = begin()
    assert days(done.made)[0] == TUESDAY
    assert days(done.made)[-1] == dt.date(2027, 2, 23)
    first = done.made[0]
    assert (first.title, first.series_slot, first.follows_series) == ("Pleno #1", TUESDAY, True)
    assert done.made[1].title == "Pleno #2"
    homes = set(collaboration.parties.values_list("organization_id", flat=True))
    assert set(first.attendances.values_list("organization_id", flat=True)) == homes
    assert done.series.changes.get().from_state == ""
    assert first.changes.get().to_state == MeetingState.PLANNED


def test_a_holiday_is_skipped_and_said(begin):
    HolidayFactory(day=dt.date(2026, 12, 8), name="Hari Contoh")
    done = begin()
    assert dt.date(2026, 12, 8) not in days(done.made)
    assert done.skipped == ((dt.date(2026, 12, 8), "Hari Contoh"),)


def test_the_same_form_sent_twice_begins_one_series(begin):
    first, second = begin(), begin()
    assert first.series == second.series
    assert MeetingSeries.objects.count() == 1


def test_a_second_series_of_the_same_title_is_refused(begin):
    begin()
    with pytest.raises(ValidationError, match="has this title already"):
        begin(title="PLENO", starts_at=dt.time(8))


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"rule": "FREQ=SECONDLY"}, "no rule"),
        ({"rule": "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO"}, "does not meet on this day"),
        ({"first_on": dt.date(2028, 1, 4)}, "within the next year"),
        ({"last_on": dt.date(2026, 11, 1)}, "cannot be before the first"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence(begin, other, sentence):
    with pytest.raises(ValidationError, match=sentence):
        begin(**other)
    assert not MeetingSeries.objects.exists()


def test_a_closed_collaboration_begins_no_series(begin, collaboration):
    rows = type(collaboration).objects.filter(pk=collaboration.pk)
    rows.update(state=CollaborationState.CLOSED, ends_on=timezone.localdate())
    with pytest.raises(Refused, match="closed"):
        begin()


def test_planning_further_makes_three_months_more_and_never_twice(begin, coordinator):
    series = begin().series
    more = transitions.plan_ahead(series=series, by=coordinator, now=NOW)
    assert days(more.made)[0] == dt.date(2027, 3, 2)
    assert more.made[0].title == "Pleno #14"
    again = transitions.keep_planned(series=series, now=NOW)
    assert again.made == []
    for _number in range(6):
        transitions.plan_ahead(series=series, by=coordinator, now=NOW)
    assert max(days(series.meetings.all())) <= NOW.date() + dt.timedelta(days=366)


def test_a_meeting_called_off_is_not_planned_again(begin, coordinator):
    done = begin()
    transitions.cancel(meeting=done.made[0], by=coordinator, reason="Libur bersama")
    again = transitions.keep_planned(series=done.series, now=NOW)
    assert again.made == []


def test_a_new_rule_moves_what_nobody_changed(begin, edit):
    before = begin()
    done = edit(before.series, first_on=dt.date(2026, 12, 2), from_day=TUESDAY)
    assert days(done.moved)[0] == dt.date(2026, 12, 2)
    assert done.cancelled == []
    first = Meeting.objects.get(pk=before.made[0].pk)
    assert first.held_on == first.series_slot == dt.date(2026, 12, 2)
    note = first.changes.last().note
    assert "1 December 2026" in note
    assert "2 December 2026" in note


def test_fewer_days_cancel_the_rest_with_the_reason(begin, edit):
    before = begin()
    done = edit(before.series, pattern=Pattern.FORTNIGHTLY, reason="Terlalu sering")
    assert len(done.cancelled) == len(before.made) // 2
    gone = done.cancelled[0]
    assert gone.state == MeetingState.CANCELLED
    assert gone.changes.last().note == "Terlalu sering"
    back = edit(before.series)
    assert len(back.made) == len(done.cancelled)


def test_what_was_changed_by_hand_stays_and_is_named(begin, edit, coordinator):
    before = begin()
    by_hand = transitions.reschedule(
        meeting=before.made[1],
        by=coordinator,
        version=before.made[1].version,
        held_on=dt.date(2026, 12, 9),
        starts_at=dt.time(9),
        ends_at=None,
        reason="Bentrok",
        now=NOW,
    )
    done = edit(before.series, first_on=dt.date(2026, 12, 2), from_day=TUESDAY)
    assert by_hand in done.stayed
    assert by_hand in done.taken
    by_hand.refresh_from_db()
    assert by_hand.held_on == dt.date(2026, 12, 9)
    alive = before.series.meetings.exclude(state=MeetingState.CANCELLED)
    assert len(set(days(alive))) == alive.count()


def test_a_new_place_rewrites_the_meetings_and_keeps_the_answers(begin, edit, coordinator):
    before = begin()
    row = before.made[0].attendances.first()
    transitions.answer_invitation(attendance=row, by=coordinator, answer=Answer.YES, now=NOW)
    done = edit(before.series, place="Aula")
    assert len(done.moved) == len(before.made)
    assert set(before.series.meetings.values_list("place", flat=True)) == {"Aula"}
    row.refresh_from_db()
    assert row.answer == Answer.YES
    edit(before.series, place="Aula", starts_at=dt.time(10))
    row.refresh_from_db()
    assert row.answer == ""


def test_two_editors_at_once_are_a_conflict_and_nothing_is_lost(begin, edit):
    series = begin().series
    edit(series, place="Aula")
    with pytest.raises(EditConflict):
        edit(series, place="Kantor", version=1)
    series.refresh_from_db()
    assert series.place == "Aula"


def test_the_first_day_is_not_before_the_day_it_holds_from(begin, edit):
    series = begin().series
    with pytest.raises(ValidationError, match="cannot be before the day it holds from"):
        edit(series, from_day=dt.date(2026, 12, 8))


def test_an_ended_series_cancels_what_is_planned_and_changes_no_more(begin, edit, coordinator):
    before = begin()
    from_day = dt.date(2026, 12, 15)
    ended = {"series": before.series, "by": coordinator, "version": 1, "now": NOW}
    done = transitions.end_series(from_day=from_day, reason="Selesai", **ended)
    assert len(done.cancelled) == len(before.made) - 2
    assert before.series.changes.last().note == "Selesai"
    with pytest.raises(Refused, match="has ended"):
        edit(before.series)
    with pytest.raises(Refused, match="has ended"):
        transitions.plan_ahead(series=before.series, by=coordinator, now=NOW)
    ended["series"] = begin(title="Lain").series
    with pytest.raises(ValidationError, match="Say why"):
        transitions.end_series(from_day=from_day, reason=" ", **ended)


def test_of_two_who_end_and_change_it_the_second_hears_of_the_first(begin, edit, coordinator):
    series = begin().series
    edit(series, place="Aula")
    with pytest.raises(EditConflict):
        transitions.end_series(
            series=series, by=coordinator, version=1, from_day=TUESDAY, reason="Selesai", now=NOW
        )
    assert MeetingSeries.objects.get().is_running


def test_until_the_day_on_which_it_ends_it_meets(begin, coordinator):
    before = begin()
    ended = {"series": before.series, "by": coordinator, "version": 1, "reason": "Selesai"}
    last = dt.date(2027, 6, 1)
    with pytest.raises(ValidationError, match="within the next year"):
        transitions.end_series(from_day=dt.date(2028, 1, 1), now=NOW, **ended)
    done = transitions.end_series(from_day=last, now=NOW, **ended)
    assert done.cancelled == []
    assert days(done.made)[-1] == dt.date(2027, 5, 25)


def test_who_joined_later_is_invited_to_what_is_planned_unless_people_changed_it(
    begin, collaboration, coordinator
):
    before = begin()
    by_hand, untouched = before.made[:2]
    Meeting.objects.filter(pk=by_hand.pk).update(follows_series=False)
    joined = PartyFactory(collaboration=collaboration).organization
    for _twice in range(2):
        transitions.keep_planned(series=before.series, now=NOW)
    assert not by_hand.attendances.filter(organization=joined).exists()
    assert untouched.attendances.filter(organization=joined).count() == 1
    assert joined.label in untouched.changes.last().note
    assert Meeting.objects.get(pk=untouched.pk).version == untouched.version + 1


def test_a_meeting_edited_in_its_form_follows_no_more(begin, coordinator):
    meeting = begin().made[0]
    details = {"title": "Pleno akbar", "held_on": meeting.held_on}
    done = transitions.edit_meeting(
        meeting=meeting, by=coordinator, version=meeting.version, details=details, now=NOW
    )
    assert not done.follows_series


def test_a_rehearsal_leaves_nothing(collaboration, coordinator):
    done = transitions.rehearse(
        lambda: transitions.begin_series(
            collaboration=collaboration, by=coordinator, now=NOW, **facts()
        )
    )
    assert len(done.made) > 10
    assert not MeetingSeries.objects.exists()
    assert not Meeting.objects.exists()


def test_holidays_of_one_region_count_where_every_party_is_at_home(begin, collaboration):

    home, elsewhere = RegionFactory(), RegionFactory()
    homes = collaboration.parties.values("organization")
    Organization.objects.filter(pk__in=homes).update(region=home)
    HolidayFactory(day=dt.date(2026, 12, 8), region=home, name="Ulang tahun provinsi")
    HolidayFactory(day=dt.date(2026, 12, 15), region=elsewhere)
    assert [day for day, _name in begin().skipped] == [dt.date(2026, 12, 8)]


def test_the_supplied_holidays_are_loaded_once(capsys):

    call_command("load_holidays")
    call_command("load_holidays")
    said = capsys.readouterr().out
    assert "34 added, 0 there already" in said
    assert "0 added, 34 there already" in said
    assert not Holiday.objects.filter(is_verified=True).exists()


def test_the_daily_command_plans_what_is_missing(begin, capsys):

    series = begin().series
    Meeting.objects.filter(series=series).last()
    call_command("plan_meetings", today="2027-01-25")
    call_command("plan_meetings", today="2027-01-25")
    said = capsys.readouterr().out
    assert "Planned: 2027-03-02 Pleno #14" in said
    assert "2027-01-25: nothing to do." in said


def test_days_that_have_passed_are_said_and_a_series_without_any_to_come_is_refused(begin):
    today = NOW.date()
    week = dt.timedelta(days=7)
    fields = {"starts_at": dt.time(7)}
    done = begin(first_on=today, last_on=today + 2 * week, **fields)
    assert len(done.made) == 2
    assert done.passed == (today,)
    with pytest.raises(ValidationError) as refusal:
        begin(title="Lampau", first_on=today - 3 * week, last_on=today - week, **fields)
    assert list(refusal.value.message_dict) == ["first_on"]
