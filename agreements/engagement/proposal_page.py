"""What the page of a proposal shows, read in a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime

from agreements.charter.states import CollaborationState
from agreements.engagement.discovery_kinds import ProposalState
from agreements.engagement.rules.discovery import coordinates, is_of, may_put_right

IN_WORK = (ProposalState.SUBMITTED, ProposalState.RETURNED)


@dataclass(frozen=True)
class Step:
    """One line of its history; `title` and `text` only where that wording is no longer its own."""

    what: str
    note: str
    made_by: str
    made_at: datetime
    title: str = ""
    text: str = ""


def facts_of(proposal, user):
    is_open = proposal.collaboration.state != CollaborationState.CLOSED
    may_rework = is_open and proposal.state in IN_WORK and is_of(user, proposal.from_party)
    waits = is_open and proposal.state == ProposalState.SUBMITTED
    is_to_put_right = is_open and may_put_right(user, proposal)
    may_answer = waits and user.has_perm("agreements.answer_proposal", proposal)
    is_accepted = is_open and proposal.state == ProposalState.ACCEPTED
    return {
        "collaboration": proposal.collaboration,
        "may_rework": may_rework,
        "may_answer": may_answer or is_to_put_right,
        "may_put_right": is_to_put_right,
        "may_link": is_accepted and coordinates(user, proposal),
        "steps": _steps(proposal),
        "entry": _entry(proposal),
    }


def _steps(proposal):
    """The newest first; an older wording is shown where it was replaced."""
    rows = list(proposal.changes.select_related("made_by__person").order_by("made_at", "pk"))
    states = dict(ProposalState.choices)
    found = []
    for place, row in enumerate(rows):
        later = rows[place + 1 :]
        is_old = any((each.title, each.text) != (row.title, row.text) for each in later)
        is_first = place == 0 or (row.title, row.text) != (
            rows[place - 1].title,
            rows[place - 1].text,
        )
        words = {"title": row.title, "text": row.text} if is_old and is_first else {}
        what = states[row.to_state]
        found.append(Step(what, row.note, str(row.made_by), row.made_at, **words))
    return found[::-1]


def _entry(proposal):
    """The entry of an assessment that it came from, if any."""
    rows = type(proposal).entry.related.related_model.objects
    return rows.filter(proposal=proposal).select_related("assessment").first()
