"""Tables of principled engagement."""

from agreements.engagement.models.definition import (
    DefinitionChange,
    DefinitionConsent,
    ProblemDefinition,
)
from agreements.engagement.models.deliberation import (
    ObjectionAnswer,
    Option,
    Position,
    PositionChange,
)
from agreements.engagement.models.determination import Decision, DecisionChange
from agreements.engagement.models.discovery import (
    Acknowledgement,
    DiscoveryChange,
    FindingContribution,
    InterestStatement,
    JointFinding,
    Question,
)
from agreements.engagement.models.feeds import CalendarFeed
from agreements.engagement.models.holidays import Holiday
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
from agreements.engagement.models.series import MeetingSeries, SeriesChange
from agreements.engagement.models.terms import SharedTerm, TermChange

__all__ = [
    "Acknowledgement",
    "AgendaItem",
    "Assessment",
    "AssessmentEntry",
    "Attendance",
    "CalendarFeed",
    "Decision",
    "DecisionChange",
    "DefinitionChange",
    "DefinitionConsent",
    "DiscoveryChange",
    "FindingContribution",
    "Holiday",
    "InterestStatement",
    "JointFinding",
    "Meeting",
    "MeetingChange",
    "MeetingDraft",
    "MeetingSeries",
    "MinutesAnswer",
    "MinutesVersion",
    "ObjectionAnswer",
    "Option",
    "Position",
    "PositionChange",
    "ProblemDefinition",
    "Proposal",
    "ProposalChange",
    "Question",
    "SeriesChange",
    "SharedTerm",
    "TermChange",
]
