"""The daily command: answers leave the spool, waves close, nothing stays in the files."""

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from agreements.management.commands import close_pulses
from agreements.models import Collaboration, PulseResult
from agreements.motivation import clock
from agreements.motivation.states import WaveState
from tests.agreements.motivation.scene import let_answer, open_pulse, waiting

DAY = dt.timedelta(days=1)
pytestmark = pytest.mark.django_db(transaction=True)


def run(day=None):
    said, warned = io.StringIO(), io.StringIO()
    call_command("close_pulses", today=day and day.isoformat(), stdout=said, stderr=warned)
    return said.getvalue(), warned.getvalue()


def test_it_closes_what_is_due_publishes_it_two_weeks_later_and_may_run_twice():
    wave, runner = open_pulse(parties=5, each=3)
    let_answer(wave, *[4] * 7, *[3] * 4)
    said, warned = run()
    assert "nothing closed, nothing published" in said
    assert warned == ""
    assert waiting(wave) == 11
    said, _warned = run(wave.closes_on + dt.timedelta(days=1))
    assert "1 pulse closed" in said
    wave.refresh_from_db()
    assert wave.state == WaveState.CLOSED
    assert wave.answered == 11
    assert PulseResult.objects.filter(wave=wave).exists()
    for later in (2, 13):
        assert "nothing closed, nothing published" in run(wave.closes_on + later * DAY)[0]
    assert "1 pulse published" in run(wave.closes_on + 14 * DAY)[0]
    wave.refresh_from_db()
    assert wave.state == WaveState.PUBLISHED
    *_earlier, closed, published = wave.changes.all()
    assert (closed.event, published.event) == ("closed", "published")
    assert closed.made_by == published.made_by == runner
    assert closed.note
    assert published.note


def test_on_its_last_day_a_wave_is_open_still():
    wave, _runner = open_pulse()
    run(wave.closes_on)
    wave.refresh_from_db()
    assert wave.state == WaveState.OPEN


def test_nothing_dead_stays_in_the_files_of_the_tables():
    wave, _runner = open_pulse(parties=5, each=3)
    let_answer(wave, *[4] * 12)
    run(wave.closes_on + dt.timedelta(days=1))
    with connection.cursor() as cursor:
        # A table without any row, dead ones included, has no page left after VACUUM.
        for table in ("agreements_pulsespool", "agreements_pulseturn"):
            cursor.execute("SELECT pg_relation_size(%s)", [table])
            assert cursor.fetchone()[0] == 0


def test_where_only_another_role_may_clean_it_says_so(monkeypatch):
    monkeypatch.setattr(close_pulses, "may_tidy", lambda: False)
    assert "DATABASE_OWNER_URL" in run()[1]


def test_a_secret_that_is_gone_leaves_a_wave_open_and_says_so(settings):
    wave, _runner = open_pulse(parties=5, each=3)
    let_answer(wave, *[4] * 10)
    settings.SECRET_KEY = "another-secret-of-this-site-that-is-long-enough-to-be-one"
    with pytest.raises(CommandError, match="1 pulse left"):
        run(wave.closes_on + dt.timedelta(days=1))
    wave.refresh_from_db()
    assert wave.state == WaveState.OPEN


def test_a_day_that_is_none_is_refused():
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("close_pulses", today="kemarin")


def test_one_that_fails_stops_no_other_and_the_files_are_cleaned_all_the_same(monkeypatch):
    first, _runner = open_pulse()
    second, _runner = open_pulse()
    tidied = []
    close = close_pulses.close_wave

    def fail(*, wave, **more):
        if wave == first:
            raise RuntimeError("what somebody said")
        return close(wave=wave, **more)

    monkeypatch.setattr(close_pulses, "close_wave", fail)
    monkeypatch.setattr(close_pulses, "tidy", lambda: tidied.append(True))
    warned = io.StringIO()
    late = (first.closes_on + DAY).isoformat()
    with pytest.raises(CommandError):
        call_command("close_pulses", today=late, stdout=io.StringIO(), stderr=warned)
    assert "RuntimeError" in warned.getvalue()
    assert "somebody said" not in warned.getvalue()
    second.refresh_from_db()
    assert second.state == WaveState.CLOSED
    assert tidied


def test_a_wave_of_a_collaboration_that_is_over_is_closed_before_its_last_day():
    wave, _runner = open_pulse()
    let_answer(wave, 4, 4, 3, 3, 2)
    Collaboration.objects.filter(pk=wave.collaboration_id).update(
        state="closed", ends_on=wave.opens_on
    )
    assert "1 pulse closed" in run(wave.opens_on)[0]


def test_the_last_day_ends_by_the_clock_of_the_collaboration():
    wave, _runner = open_pulse()
    wave.collaboration.time_zone = "Asia/Jayapura"
    end = dt.datetime.combine(wave.closes_on + DAY, dt.time(), ZoneInfo("Asia/Jayapura"))
    assert not clock.has_passed(wave, clock.today_of(wave, end - dt.timedelta(minutes=1)))
    assert clock.has_passed(wave, clock.today_of(wave, end))
