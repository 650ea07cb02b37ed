"""Valid shared goals, indicators and their values."""

import datetime as dt
from datetime import timedelta
from decimal import Decimal

import factory
from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.goals.kinds import IndicatorLevel, PlanDocument, ResultKind
from agreements.goals.states import GoalState, MeasurementState, TheoryState
from agreements.models import (
    Baseline,
    Goal,
    GoalChange,
    GoalSupport,
    Indicator,
    Measurement,
    MeasurementChange,
    PeriodLock,
    PlanAlignment,
    ReportingDuty,
    Result,
    ResultLink,
    Rivalry,
    Target,
    TheoryChange,
    TheoryConsent,
    TheoryOfChange,
)
from tests.factories.actors import UserFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago
from tests.factories.engagement import DecisionFactory


def month_start(months_ago=0):
    """The first day of a month before this one."""
    day = timezone.localdate().replace(day=1)
    for _step in range(months_ago):
        day = (day - timedelta(days=1)).replace(day=1)
    return day


class TheoryOfChangeFactory(factory.django.DjangoModelFactory):
    """A draft; `agreed` was agreed half a year ago."""

    class Meta:
        model = TheoryOfChange

    class Params:
        agreed = factory.Trait(state=TheoryState.AGREED, agreed_on=days_ago(180))

    collaboration = factory.SubFactory(CollaborationFactory)
    order = factory.LazyAttribute(lambda o: o.collaboration.theories.count() + 1)
    summary = "Bila kader dilatih, anak terpantau, karena orang tua datang."


class ResultFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Result

    theory = factory.SubFactory(TheoryOfChangeFactory)
    kind = ResultKind.ACTION
    title = factory.Sequence(lambda n: f"Pelatihan kader {n}")


class ResultLinkFactory(factory.django.DjangoModelFactory):
    """An action that leads to an output."""

    class Meta:
        model = ResultLink

    theory = factory.SubFactory(TheoryOfChangeFactory)
    cause = factory.SubFactory(ResultFactory, theory=factory.SelfAttribute("..theory"))
    effect = factory.SubFactory(
        ResultFactory, theory=factory.SelfAttribute("..theory"), kind=ResultKind.OUTPUT
    )
    assumption = "Orang tua datang ke posyandu."


class TheoryConsentFactory(factory.django.DjangoModelFactory):
    """A party that has not said anything yet; `supports` has."""

    class Meta:
        model = TheoryConsent

    class Params:
        supports = factory.Trait(
            stance=Stance.SUPPORT,
            stated_on=days_ago(10),
            stated_by=factory.SubFactory(UserFactory),
        )

    theory = factory.SubFactory(TheoryOfChangeFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..theory.collaboration")
    )


class TheoryChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TheoryChange

    theory = factory.SubFactory(TheoryOfChangeFactory)
    to_state = TheoryState.DRAFT
    made_by = factory.SubFactory(UserFactory)


class GoalFactory(factory.django.DjangoModelFactory):
    """An agreed goal with a lead; `proposed` is not agreed."""

    class Meta:
        model = Goal

    class Params:
        proposed = factory.Trait(state=GoalState.PROPOSED, agreed_on=None)

    collaboration = factory.SubFactory(CollaborationFactory)
    title = factory.Sequence(lambda n: f"Turunkan stunting {n}")
    lead = factory.SubFactory(PartyFactory, collaboration=factory.SelfAttribute("..collaboration"))
    state = GoalState.AGREED
    agreed_on = days_ago(200)


class GoalSupportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalSupport

    goal = factory.SubFactory(GoalFactory)
    party = factory.SubFactory(
        PartyFactory, collaboration=factory.SelfAttribute("..goal.collaboration")
    )


class PlanAlignmentFactory(factory.django.DjangoModelFactory):
    """The goal stands in the annual plan of its lead."""

    class Meta:
        model = PlanAlignment

    goal = factory.SubFactory(GoalFactory)
    party = factory.SelfAttribute("goal.lead")
    plan = PlanDocument.RENJA
    title = factory.Sequence(lambda n: f"Program percepatan {n}")
    year_from = 2026
    year_to = 2026


class GoalChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = GoalChange

    goal = factory.SubFactory(GoalFactory)
    to_state = GoalState.PROPOSED
    made_by = factory.SubFactory(UserFactory)


class IndicatorFactory(factory.django.DjangoModelFactory):
    """An outcome, with a definition on which the parties agreed; `undefined` has none."""

    class Meta:
        model = Indicator

    class Params:
        undefined = factory.Trait(definition="", definition_agreed_on=None)

    goal = factory.SubFactory(GoalFactory)
    name = factory.Sequence(lambda n: f"Anak keluar dari stunting {n}")
    level = IndicatorLevel.OUTCOME
    unit = "anak"
    definition = "Anak sasaran satgas yang tinggi badannya kembali sesuai umur."
    definition_agreed_on = days_ago(190)


class BaselineFactory(factory.django.DjangoModelFactory):
    """Nothing, half a year ago."""

    class Meta:
        model = Baseline

    indicator = factory.SubFactory(IndicatorFactory)
    order = 1
    value = Decimal(0)
    as_of = days_ago(180)
    decision = factory.SubFactory(
        DecisionFactory,
        meeting__collaboration=factory.SelfAttribute("...indicator.goal.collaboration"),
    )


class TargetFactory(factory.django.DjangoModelFactory):
    """A hundred in half a year."""

    class Meta:
        model = Target

    indicator = factory.SubFactory(IndicatorFactory)
    order = 1
    value = Decimal(100)
    due_on = days_ago(-180)
    decision = factory.SubFactory(
        DecisionFactory,
        meeting__collaboration=factory.SelfAttribute("...indicator.goal.collaboration"),
    )


class ReportingDutyFactory(factory.django.DjangoModelFactory):
    """The lead reports, since half a year."""

    class Meta:
        model = ReportingDuty

    indicator = factory.SubFactory(IndicatorFactory)
    party = factory.SelfAttribute("indicator.goal.lead")
    starts_on = days_ago(180)


class MeasurementFactory(factory.django.DjangoModelFactory):
    """A verified value of last month, by the lead; `draft` and `submitted` are earlier states."""

    class Meta:
        model = Measurement

    class Params:
        draft = factory.Trait(
            state=MeasurementState.DRAFT,
            submitted_by=None,
            submitted_at=None,
            verified_by=None,
            verified_at=None,
        )
        submitted = factory.Trait(
            state=MeasurementState.SUBMITTED, verified_by=None, verified_at=None
        )

    indicator = factory.SubFactory(IndicatorFactory)
    party = factory.SelfAttribute("indicator.goal.lead")
    starts_on = factory.LazyFunction(lambda: month_start(1))
    ends_on = factory.LazyAttribute(
        lambda o: (o.starts_on + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    )
    value = Decimal(50)
    state = MeasurementState.VERIFIED
    entered_by = factory.SubFactory(UserFactory)
    submitted_by = factory.SelfAttribute("entered_by")
    submitted_at = factory.LazyFunction(timezone.now)
    verified_by = factory.SubFactory(UserFactory)
    verified_at = factory.LazyFunction(timezone.now)


class MeasurementChangeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MeasurementChange

    measurement = factory.SubFactory(MeasurementFactory)
    to_state = MeasurementState.DRAFT
    made_by = factory.SubFactory(UserFactory)


class RivalryFactory(factory.django.DjangoModelFactory):
    """Figures of last month that differ."""

    class Meta:
        model = Rivalry

    indicator = factory.SubFactory(IndicatorFactory)
    starts_on = factory.LazyFunction(lambda: month_start(1))
    ends_on = factory.LazyAttribute(lambda o: o.starts_on + timedelta(days=27))


class PeriodLockFactory(factory.django.DjangoModelFactory):
    """The month before last is closed."""

    class Meta:
        model = PeriodLock

    collaboration = factory.SubFactory(CollaborationFactory)
    starts_on = factory.LazyFunction(lambda: month_start(2))
    ends_on = factory.LazyAttribute(lambda o: o.starts_on + timedelta(days=27))
    reason = "Laporan sudah terbit."
    made_by = factory.SubFactory(UserFactory)
