"""Tables of principled engagement."""

from agreements.engagement.models.determination import Decision
from agreements.engagement.models.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingChange,
    MeetingDraft,
)

__all__ = [
    "AgendaItem",
    "Attendance",
    "Decision",
    "Meeting",
    "MeetingChange",
    "MeetingDraft",
]
