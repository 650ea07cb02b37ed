"""Of the same people one round is open at a time, so that the rest after it cannot be skipped."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from actors.duplicates.transitions import merge
from agreements.models import PulseWave
from agreements.motivation import transitions
from agreements.motivation.states import WaveState
from collabgov.kit.errors import Refused
from tests.agreements.motivation.scene import (
    ask,
    let_answer,
    open_culture,
    open_pulse,
    reachable,
)
from tests.constraints import assert_refused
from tests.factories.actors import AppointmentFactory
from tests.factories.motivation import PulseWaveFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
LONG_AGO = dt.timedelta(days=20)


def overdue(wave):
    """Its last day is past, and nobody has closed it."""
    start = timezone.localdate() - LONG_AGO
    PulseWave.objects.filter(pk=wave.pk).update(
        opens_on=start, closes_on=start + dt.timedelta(days=14)
    )
    wave.refresh_from_db()
    return wave


def next_one(wave, runner):
    second = PulseWaveFactory(collaboration=wave.collaboration)
    return ask(second, runner, each=2)


def test_a_round_past_its_last_day_keeps_the_next_one_from_being_opened():
    first, runner = open_pulse(each=2)
    let_answer(first, *[4] * 6)
    second = next_one(overdue(first), runner)
    with pytest.raises(Refused, match=first.title):
        transitions.open_wave(wave=second, by=runner)
    transitions.close_wave(wave=first, by=runner)
    with pytest.raises(Refused, match=r"tiga bulan|three months"):
        transitions.open_wave(wave=second, by=runner)
    second.refresh_from_db()
    assert second.state == WaveState.DRAFT


def test_the_page_of_the_next_one_says_what_it_waits_for(client, sign_in):
    first, runner = open_pulse()
    second = next_one(overdue(first), runner)
    sign_in(runner)
    seen = client.get(reverse("agreements:pulse-detail", args=[second.pk]))
    alert = soup_of(seen).select_one(".alert-warning").get_text(" ")
    assert first.title in alert
    assert "masih terbuka" in alert


def test_an_organization_has_one_open_assessment_too():
    year = dt.timedelta(days=365)
    first, admin = open_culture()
    PulseWave.objects.filter(pk=first.pk).update(
        opens_on=first.opens_on - year, closes_on=first.closes_on - year
    )
    home = first.organization
    second = PulseWaveFactory(of_organization=True, organization=home)
    staff = [reachable() for _number in range(5)]
    for person in staff:
        AppointmentFactory(organization=home, person=person)
    transitions.choose_staff(wave=second, by=admin, people=staff)
    with pytest.raises(Refused, match=first.title):
        transitions.open_wave(wave=second, by=admin)
    transitions.close_wave(wave=first, by=admin)
    assert transitions.open_wave(wave=second, by=admin).state == WaveState.OPEN


def test_the_database_holds_one_open_round_of_the_same_people():
    first = PulseWaveFactory(opened=True)
    later = first.closes_on + dt.timedelta(days=1)
    assert_refused(
        "pulse_wave_one_open",
        lambda: PulseWaveFactory(collaboration=first.collaboration, opens_on=later, opened=True),
    )
    own = PulseWaveFactory(of_organization=True, opened=True)
    assert_refused(
        "culture_assessment_one_open",
        lambda: PulseWaveFactory(
            of_organization=True,
            organization=own.organization,
            opens_on=own.opens_on + dt.timedelta(days=365),
            opened=True,
        ),
    )


def test_two_organizations_that_ask_at_once_become_one_only_when_one_has_closed():
    first, admin = open_culture()
    second, _admin = open_culture()
    year = dt.timedelta(days=366)
    days = {"opens_on": first.opens_on - year, "closes_on": first.closes_on - year}
    PulseWave.objects.filter(pk=first.pk).update(**days)
    keep, away = second.organization, first.organization
    facts = {"kind": "organization", "keep": keep.pk, "away": away.pk, "sides": {}, "by": admin}
    with pytest.raises(Refused, match=first.title):
        merge(**facts)
    transitions.close_wave(wave=first, by=admin)
    merge(**facts)
    assert keep.culture_assessments.count() == 2
