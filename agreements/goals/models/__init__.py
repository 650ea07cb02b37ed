"""Tables of shared goals."""

from agreements.goals.models.goals import Goal, GoalChange, GoalSupport, PlanAlignment
from agreements.goals.models.indicators import Baseline, Indicator, ReportingDuty, Target
from agreements.goals.models.measurements import (
    Measurement,
    MeasurementChange,
    PeriodLock,
    Rivalry,
)
from agreements.goals.models.theory import (
    Result,
    ResultLink,
    TheoryChange,
    TheoryConsent,
    TheoryOfChange,
)

__all__ = [
    "Baseline",
    "Goal",
    "GoalChange",
    "GoalSupport",
    "Indicator",
    "Measurement",
    "MeasurementChange",
    "PeriodLock",
    "PlanAlignment",
    "ReportingDuty",
    "Result",
    "ResultLink",
    "Rivalry",
    "Target",
    "TheoryChange",
    "TheoryConsent",
    "TheoryOfChange",
]
