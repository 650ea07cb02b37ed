"""Every way the records of principled engagement are read."""

from agreements.engagement.querysets.agenda import AgendaItemQuerySet
from agreements.engagement.querysets.definition import (
    DefinitionQuerySet,
    OfDefinitionQuerySet,
    TermChangeQuerySet,
    TermQuerySet,
)
from agreements.engagement.querysets.determination import (
    DecisionQuerySet,
    OfDecisionQuerySet,
    OfPositionQuerySet,
    OptionQuerySet,
    PositionQuerySet,
)
from agreements.engagement.querysets.meetings import (
    AttendanceQuerySet,
    MeetingDraftQuerySet,
    MeetingQuerySet,
    OfMeetingQuerySet,
)
from agreements.engagement.querysets.series import HolidayQuerySet, SeriesQuerySet

__all__ = [
    "AgendaItemQuerySet",
    "AttendanceQuerySet",
    "DecisionQuerySet",
    "DefinitionQuerySet",
    "HolidayQuerySet",
    "MeetingDraftQuerySet",
    "MeetingQuerySet",
    "OfDecisionQuerySet",
    "OfDefinitionQuerySet",
    "OfMeetingQuerySet",
    "OfPositionQuerySet",
    "OptionQuerySet",
    "PositionQuerySet",
    "SeriesQuerySet",
    "TermChangeQuerySet",
    "TermQuerySet",
]
