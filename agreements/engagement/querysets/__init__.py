"""Every way the records of principled engagement are read."""

from agreements.engagement.querysets.agenda import AgendaItemQuerySet
from agreements.engagement.querysets.definition import (
    DefinitionQuerySet,
    OfDefinitionQuerySet,
    TermChangeQuerySet,
    TermQuerySet,
)
from agreements.engagement.querysets.determination import DecisionQuerySet
from agreements.engagement.querysets.meetings import (
    AttendanceQuerySet,
    MeetingDraftQuerySet,
    MeetingQuerySet,
    OfMeetingQuerySet,
)

__all__ = [
    "AgendaItemQuerySet",
    "AttendanceQuerySet",
    "DecisionQuerySet",
    "DefinitionQuerySet",
    "MeetingDraftQuerySet",
    "MeetingQuerySet",
    "OfDefinitionQuerySet",
    "OfMeetingQuerySet",
    "TermChangeQuerySet",
    "TermQuerySet",
]
