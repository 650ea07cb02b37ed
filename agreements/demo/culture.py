"""Builds organizations' assessments of themselves, year by year; whoever answers is invented."""

from actors.accounts.models import User
from agreements.demo.pulses import finish
from agreements.demo.scene import history_of
from agreements.models import PulseChange
from agreements.motivation import transitions
from agreements.motivation.candidates import people_of


def build_culture(assessed, *, scene):
    """`assessed`: by key of an organization its years; whoever has an account is asked by name."""
    for key, years in assessed.items():
        for planned in years:
            _build(planned, scene.organizations[key], scene)


def _build(planned, organization, scene):
    by = User.objects.get(email="admin@demo.test")
    first = scene.calendar.day(planned.opens)
    with history_of(PulseChange.objects, first):
        wave = transitions.draft_assessment(
            organization=organization,
            by=by,
            title=f"{planned.title} {first.year}",
            opens_on=first,
            closes_on=scene.calendar.day(planned.closes),
            is_sample=True,
            today=first,
        )
        people = people_of(organization)
        more = planned.asked - len(people)
        transitions.choose_staff(wave=wave, by=by, people=people, unnamed=more)
        wave = transitions.open_wave(wave=wave, by=by, today=first)
    finish(planned, wave, by=by, scene=scene)
