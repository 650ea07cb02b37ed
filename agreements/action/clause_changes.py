"""Whether the clause that a promise was made from says something else by now.

Nothing is rewritten: a promise keeps its words and its day until somebody changes it. It is only
said, with the way to the amendment.
"""

from agreements.action.states import CLOSED
from agreements.instruments.models import AmendmentChange
from agreements.instruments.states import AmendmentState

SAID = ("text", "is_obligation", "owed_by", "due_on")  # another number promises nothing else


def change_since(commitment, changes):
    """The newest of these changes that made the clause say something else than was promised."""
    later = [row for row in changes if _is_of(commitment, row) and _says_else(row)]
    return max(later, key=lambda row: row.amendment.order, default=None)


def change_to_tell(commitment):
    """The same for the page of one promise; of one that is over nobody has to know."""
    if commitment.clause_id is None or commitment.state in CLOSED:
        return None
    changes = AmendmentChange.objects.filter(clause=commitment.clause_id)
    return change_since(commitment, changes.select_related("amendment"))


def mark_commitments(clause, changes):
    """Give each of its commitments `clause_change`; whether one promises what it says today."""
    is_promised = False
    for commitment in clause.commitments.all():
        found = change_since(commitment, changes)
        is_promised = is_promised or found is None
        commitment.clause_change = None if commitment.state in CLOSED else found
    return is_promised


def _is_of(commitment, row):
    """Whether it took effect after the promise; on one day, by the hour."""
    amendment = row.amendment
    return (
        row.clause_id == commitment.clause_id
        and amendment.state == AmendmentState.MERGED
        and commitment.made_on <= amendment.state_since
        and commitment.created_at < amendment.updated_at
    )


def _says_else(row):
    before, after = row.before or {}, row.after or {}
    return any(before.get(name) != after.get(name) for name in SAID)
