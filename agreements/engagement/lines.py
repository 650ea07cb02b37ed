"""What one row of the meeting form says, cleaned: the form hands these to the verbs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from actors.models import Organization, Person
from agreements.engagement.kinds import DecisionKind, Phase
from agreements.engagement.models import Question


@dataclass(frozen=True)
class AttendanceLine:
    """An organization in the room (or missing), with a person of the register or a new one."""

    organization: Organization
    person: Person | None = None
    full_name: str = ""  # somebody the register does not know yet
    is_present: bool = True
    level: str = ""


@dataclass(frozen=True)
class AgendaLine:
    """A topic, and what was decided on it; `item_id` names the row that is being edited.

    Commitments of the same form name the topic they come from by its `number`.
    """

    topic: str
    phase: str = Phase.DELIBERATION
    notes: str = ""
    decision: str = ""
    decision_kind: str = DecisionKind.SUBSTANTIVE
    item_id: int | None = None
    number: int | None = None
    thread: UUID | None = None  # of an earlier meeting, which this topic continues
    minutes_planned: int | None = None
    presenter: Person | None = None
    is_confidential: bool = False
    is_open: bool = False
    question: Question | None = None  # the open question that this topic is about


@dataclass(frozen=True)
class CommitmentLine:
    """A promise made in the meeting, perhaps to carry out what was decided on a topic."""

    promise: str
    organization: Organization
    due_on: date
    person: Person | None = None
    topic: int | None = None
