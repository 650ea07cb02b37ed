"""Rows of theories of change, goals and indicators in the world of the matrix."""

from agreements.models import (
    Goal,
    GoalSupport,
    Indicator,
    PlanAlignment,
    ReportingDuty,
    Result,
    ResultLink,
    Target,
    TheoryConsent,
    TheoryOfChange,
)
from tests.factories.goals import (
    GoalFactory,
    GoalSupportFactory,
    IndicatorFactory,
    PlanAlignmentFactory,
    ReportingDutyFactory,
    ResultFactory,
    ResultLinkFactory,
    TargetFactory,
    TheoryConsentFactory,
    TheoryOfChangeFactory,
)


def keep_aims(world, *collaborations):
    """In each collaboration a draft with a step of each sort, and a goal with an indicator."""
    theories = [TheoryOfChangeFactory(collaboration=each) for each in collaborations]
    goals = [GoalFactory(collaboration=each) for each in collaborations]
    indicators = [IndicatorFactory(goal=goal) for goal in goals]
    world.keep(TheoryOfChange, *theories)
    world.keep(Goal, *goals)
    if not world.records.get(Indicator):
        world.keep(Indicator, *indicators)
    for model, make, about, above in (
        (Result, ResultFactory, "theory", theories),
        (ResultLink, ResultLinkFactory, "theory", theories),
        (TheoryConsent, TheoryConsentFactory, "theory", theories),
        (GoalSupport, GoalSupportFactory, "goal", goals),
        (PlanAlignment, PlanAlignmentFactory, "goal", goals),
        (Target, TargetFactory, "indicator", indicators),
        (ReportingDuty, ReportingDutyFactory, "indicator", indicators),
    ):
        world.keep(model, *(make(**{about: each}) for each in above))
