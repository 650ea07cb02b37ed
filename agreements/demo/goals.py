"""Builds the theory of change, goals, indicators and values by the verbs that the site uses."""

import datetime as dt
from decimal import Decimal

from django.db.models import Max
from django.utils import timezone

from actors.models import Region, User
from agreements.charter.stances import Stance, deciding
from agreements.demo.scene import history_of
from agreements.goals import transitions as aims
from agreements.goals.transitions import locks, measurements, rivalries
from agreements.models import Measurement, MeasurementChange


def build_goals(plan, *, collaboration, scene):
    """The theory first: no target is set before the parties agreed on it."""
    if plan is None:
        return
    builder = Builder(plan, collaboration, scene)
    goals = {aim.key: builder.goal(aim) for aim in plan.goals}
    builder.theory(goals)
    for aim in plan.goals:
        for yardstick in aim.yardsticks:
            builder.indicator(goals[aim.key], yardstick)
        for row in aim.plans:
            builder.alignment(goals[aim.key], row)
    builder.lock()


class Builder:
    """What the parts of one scenario's goals share."""

    def __init__(self, plan, collaboration, scene):
        self.plan, self.collaboration, self.scene = plan, collaboration, scene
        self.day = scene.calendar.day(plan.agreed)
        self.ruling = scene.rulings[plan.ruling]
        parties = collaboration.parties.select_related("organization")
        keys = {row.pk: key for key, row in scene.organizations.items()}
        self.parties = {keys[party.organization_id]: party for party in parties}
        self.usual = {"by": scene.coordinator, "on": self.day}
        self.made = {**self.usual, "is_sample": True}

    def goal(self, aim):
        goal = aims.propose_goal(
            collaboration=self.collaboration,
            submission_id=self.scene.uuid(f"goal-{aim.key}"),
            title=aim.title,
            description=aim.about,
            benefit=aim.benefit,
            lead=self.parties[aim.lead],
            **self.made,
        )
        for body, role in aim.supports:
            aims.add_support(goal=goal, party=self.parties[body], role=role, **self.made)
        return aims.agree_goal(goal=goal, decision=self.ruling, **self.usual)

    def theory(self, goals):
        theory = aims.draft_theory(
            collaboration=self.collaboration, summary=self.plan.summary, **self.made
        )
        results = {
            step.key: aims.add_result(
                theory=theory,
                kind=step.kind,
                title=step.title,
                goal=goals.get(step.goal),
                **self.made,
            )
            for step in self.plan.steps
        }
        for step in self.plan.steps:
            for effect, assumption in step.leads_to:
                cause, effect = results[step.key], results[effect]
                facts = {"theory": theory, "cause": cause, "effect": effect}
                aims.link(**facts, assumption=assumption, **self.made)
        theory = aims.offer(theory=theory, **self.usual)
        for party in deciding(self.collaboration.pk, today=self.day):
            aims.state_position(theory=theory, party=party, stance=Stance.SUPPORT, **self.usual)
        aims.agree(theory=theory, **self.usual)

    def indicator(self, goal, yardstick):
        indicator = self._defined(goal, yardstick)
        self._way(indicator, yardstick)
        for body, place, since in yardstick.duties:
            aims.give_duty(
                indicator=indicator,
                party=self.parties[body],
                region=_region(place),
                starts_on=self.scene.calendar.span(since)[0],
                **self.made,
            )
        for value in yardstick.values:
            self._value(indicator, value, self._days(value))

    def _defined(self, goal, yardstick):
        indicator = aims.add_indicator(
            goal=goal,
            name=yardstick.name,
            level=yardstick.level,
            unit=yardstick.unit,
            is_share=yardstick.is_share,
            direction=yardstick.direction,
            definition=yardstick.definition,
            source=yardstick.source,
            frequency=yardstick.frequency,
            note=yardstick.note,
            **self.made,
        )
        if not yardstick.definition:
            return indicator
        said = {"indicator": indicator, "decision": self.ruling}
        return aims.agree_definition(**said, **self.usual)

    def _days(self, value):
        first, last = self.scene.calendar.span(value.ends)
        return (self.scene.calendar.day(value.starts) if value.starts else first), last

    def _way(self, indicator, yardstick):
        said = {"indicator": indicator, "decision": self.ruling, **self.made}
        if yardstick.start:
            number, day = yardstick.start
            aims.set_baseline(
                value=Decimal(number),
                as_of=self.scene.calendar.span(day)[1],
                source_note=yardstick.start_source,
                **said,
            )
        for number, day, place in yardstick.targets:
            due_on = self.scene.calendar.span(day)[1]
            aims.set_target(value=Decimal(number), due_on=due_on, region=_region(place), **said)

    def alignment(self, goal, row):
        _label, starts_on, _ends_on = self.scene.calendar.year(2023)
        aims.align(
            goal=goal,
            party=self.parties[row.body],
            plan=row.document,
            title=row.title,
            year_from=starts_on.year,
            year_to=starts_on.year,
            place=row.place,
            is_priority=row.is_priority,
            **self.made,
        )

    def lock(self):
        """The figures of the year before are published: they stay as they are."""
        _label, starts_on, ends_on = self.scene.calendar.year(2022)
        locks.lock_period(
            collaboration=self.collaboration,
            by=self.scene.coordinator,
            starts_on=starts_on,
            ends_on=ends_on,
            reason="Laporan tahun itu sudah terbit.",
            is_sample=True,
        )

    def _value(self, indicator, value, days):
        """Entered and submitted on the last day it speaks of; checked three days later."""
        starts_on, ends_on = days
        by, checker = self._account(value.by), self._account(value.checked_by)
        last = MeasurementChange.objects.aggregate(last=Max("pk"))["last"] or 0
        with history_of(MeasurementChange.objects, ends_on):
            row = measurements.enter(
                indicator=indicator,
                party=self.parties[value.body],
                by=by,
                starts_on=starts_on,
                ends_on=ends_on,
                region=_region(value.place),
                value=Decimal(value.number),
                source=value.source,
                is_sample=True,
            )
            if not value.is_draft:
                row = measurements.submit(measurement=row, by=by)
        with history_of(MeasurementChange.objects.filter(pk__gt=last), ends_on + CHECKED_AFTER):
            if value.checked_by:
                row = measurements.verify(measurement=row, by=checker)
            if value.disputed:
                row = measurements.dispute(measurement=row, by=checker, reason=value.disputed)
        if value.rival:
            number, source, why, teller = value.rival
            told = {"value": Decimal(number), "source": source, "why": why}
            rivalries.raise_rivalry(measurement=row, by=self._account(teller), **told)
        self._date(row, ends_on)

    @staticmethod
    def _date(row, day):
        moments = {"submitted_at": day, "verified_at": day + CHECKED_AFTER}
        found = {name: _nine(on) for name, on in moments.items() if getattr(row, name)}
        Measurement.objects.filter(pk=row.pk).update(**found)

    def _account(self, email):
        return User.objects.get(email=email) if email else self.scene.coordinator


CHECKED_AFTER = dt.timedelta(days=3)


def _nine(day):
    return min(timezone.make_aware(dt.datetime.combine(day, dt.time(9))), timezone.now())


def _region(code):
    return Region.objects.get(code=code) if code else None
