"""Pulses that ask the reader: until the form closes, by the clock by which it does."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from agreements.models import Collaboration
from dashboards.panels.pulses import pulses_for_my_answer
from dashboards.sight import Sight
from tests.agreements.motivation.scene import asked_with_account

pytestmark = pytest.mark.django_db
WEST, EAST = "Asia/Jakarta", "Asia/Jayapura"  # where it is two hours later


def asked(monkeypatch, *, there, reader):
    """What a reader is told who is asked, half an hour before midnight of the last day in the west.

    In the east the next day has begun then.
    """
    wave, user = asked_with_account()
    Collaboration.objects.filter(pk=wave.collaboration_id).update(time_zone=there)
    late = dt.datetime.combine(wave.closes_on, dt.time(23, 30), ZoneInfo(WEST))
    monkeypatch.setattr(timezone, "now", lambda: late)
    with timezone.override(reader):
        return pulses_for_my_answer(Sight.of(user, [], is_whole=True))


def test_where_the_form_is_closed_nobody_is_asked_whose_day_goes_on(monkeypatch):
    assert asked(monkeypatch, there=EAST, reader=WEST) == ()


def test_where_the_form_is_open_somebody_is_asked_whose_day_is_over(monkeypatch):
    assert len(asked(monkeypatch, there=WEST, reader=EAST)) == 1
