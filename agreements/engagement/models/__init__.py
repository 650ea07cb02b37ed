"""Tables of principled engagement."""

from agreements.engagement.models.definition import (
    DefinitionChange,
    DefinitionConsent,
    ProblemDefinition,
)
from agreements.engagement.models.determination import Decision
from agreements.engagement.models.discovery import (
    Acknowledgement,
    DiscoveryChange,
    FindingContribution,
    InterestStatement,
    JointFinding,
    Question,
)
from agreements.engagement.models.feeds import CalendarFeed
from agreements.engagement.models.meetings import (
    AgendaItem,
    Attendance,
    Meeting,
    MeetingChange,
    MeetingDraft,
)
from agreements.engagement.models.minutes import MinutesAnswer, MinutesVersion
from agreements.engagement.models.proposals import (
    Assessment,
    AssessmentEntry,
    Proposal,
    ProposalChange,
)
from agreements.engagement.models.terms import SharedTerm, TermChange

__all__ = [
    "Acknowledgement",
    "AgendaItem",
    "Assessment",
    "AssessmentEntry",
    "Attendance",
    "CalendarFeed",
    "Decision",
    "DefinitionChange",
    "DefinitionConsent",
    "DiscoveryChange",
    "FindingContribution",
    "InterestStatement",
    "JointFinding",
    "Meeting",
    "MeetingChange",
    "MeetingDraft",
    "MinutesAnswer",
    "MinutesVersion",
    "ProblemDefinition",
    "Proposal",
    "ProposalChange",
    "Question",
    "SharedTerm",
    "TermChange",
]
