"""Which plan of which party carries a goal."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row
from agreements.goals.kinds import GoalEvent
from agreements.goals.models import PlanAlignment
from agreements.goals.transitions.common import log, require_party, working_goal
from collabgov.kit.models import save_checked

SAID = ("party", "plan", "title", "year_from", "year_to", "place", "is_priority", "document")


@transaction.atomic
def align(*, goal, party, by, is_sample=False, on=None, **fields):
    """`fields`: plan, title, year_from, year_to, place, is_priority, document."""
    fresh = working_goal(goal)
    require_party(party, fresh.collaboration_id)
    row = PlanAlignment(goal=fresh, party=party, is_sample=is_sample, **fields)
    _require_own_document(row)
    if twin := fresh.alignments.filter(**{name: getattr(row, name) for name in SAID}).first():
        return twin  # a double click
    save_checked(row)
    log(fresh, GoalEvent.ALIGNED, by=by, subject=_called(row), on=on)
    return row


@transaction.atomic
def edit_alignment(*, alignment, by, version, **fields):
    """Put right what is said about a plan; EditConflict when the form is older."""
    goal = working_goal(alignment.goal)
    fresh = lock_row(alignment)
    fresh.next_version(version)
    party = fields.get("party", fresh.party)
    if party != fresh.party:
        require_party(party, goal.collaboration_id)
    for name, value in fields.items():
        setattr(fresh, name, value)
    _require_own_document(fresh)
    save_checked(fresh)
    log(goal, GoalEvent.ALIGNMENT_EDITED, by=by, subject=_called(fresh))
    return fresh


@transaction.atomic
def unalign(*, alignment, by):
    """The plan does not carry the goal; the history keeps what was said."""
    goal = working_goal(alignment.goal)
    fresh = lock_row(alignment)
    log(goal, GoalEvent.UNALIGNED, by=by, subject=_called(fresh))
    fresh.delete()
    return goal


def _called(row):
    return f"{row.party.organization.label} · {row.title}"


def _require_own_document(row):
    document = row.document
    if document is not None and document.collaboration_id != row.goal.collaboration_id:
        raise ValidationError({"document": [_("The document belongs to another collaboration.")]})
