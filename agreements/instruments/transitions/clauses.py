"""What an agreement says, clause by clause, and which commitment follows from it."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.action.models import Commitment
from agreements.action.transitions import record
from agreements.charter.transitions.locking import lock_row
from agreements.instruments.models import AmendmentChange, Clause
from agreements.instruments.states import OPEN_AMENDMENT, AgreementState
from agreements.instruments.transitions.content import one_line
from agreements.instruments.transitions.moving import (
    lock_agreement,
    lock_part,
    log,
    require_open_text,
    require_unchanged,
    save,
)
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

FIELDS = ("number", "text", "is_obligation", "owed_by", "due_on")


@transaction.atomic
def add_clause(*, agreement, by, **fields):
    """`fields`: number, text, is_obligation, owed_by, due_on. Sent twice, it adds one."""
    fresh = lock_agreement(agreement)
    require_open_text(fresh)
    said = {"agreement": fresh, **tidy(fields)}
    if twin := made_a_moment_ago(Clause.objects, when="created_at", **said):
        return twin
    clause = place_clause(fresh, said)
    save(fresh)
    log(fresh, "clause_added", by=by, subject=clause)
    return clause


def place_clause(agreement, said):
    """Save a new clause at the end."""
    last = agreement.clauses.aggregate(last=Max("position"))["last"] or 0
    clause = Clause(**said, position=last + 1, is_sample=agreement.is_sample)
    require_own_party(clause)
    return save_checked(clause)


@transaction.atomic
def edit_clause(*, clause, by, version, **fields):
    fresh, agreement = lock_part(clause)
    require_open_text(agreement)
    fresh.next_version(version)
    for name, value in tidy(fields).items():
        setattr(fresh, name, value)
    require_own_party(fresh)
    save_checked(fresh)
    save(agreement)
    log(agreement, "clause_edited", by=by, subject=fresh)
    return fresh


@transaction.atomic
def remove_clause(*, clause, by, version=None):
    """It was not meant; refused once somebody made a promise because of it."""
    fresh, agreement = lock_part(clause)
    require_open_text(agreement)
    require_unchanged(fresh, version)
    if fresh.commitments.exists():
        raise Refused(_("Commitments rest on this clause; it stays."))
    if fresh.proposed_changes.exists():
        raise Refused(_("An amendment speaks of this clause; it stays on record."))
    name = str(fresh)
    fresh.delete()
    save(agreement)
    log(agreement, "clause_removed", by=by, subject=name)
    return agreement


@transaction.atomic
def promise_obligation(*, clause, by, due_on, promise=None):
    """The obligation becomes a commitment of whoever owes it, with the clause as its source.

    Only of what is in force: the organization signed for it, so it counts as accepted. In other
    words or for another day than the clause it waits for the organization's answer.
    """
    agreement = lock_agreement(clause.agreement)
    fresh = lock_row(clause)
    if refusal := not_in_force(agreement):
        raise IllegalMove(refusal)
    if not fresh.is_obligation or fresh.is_removed:
        raise Refused(_("Nobody owes anything under this clause."))
    if AmendmentChange.objects.filter(clause=fresh, amendment__state__in=OPEN_AMENDMENT).exists():
        raise Refused(_("An amendment that is open changes this clause. Wait for it."))
    words = " ".join(promise.split()) if promise else fresh.promise
    made = {"clause": fresh, "promise": words, "original_due_on": due_on, "recorded_by": by}
    if twin := made_a_moment_ago(Commitment.objects, when="created_at", **made):
        return twin
    return record(
        collaboration=agreement.collaboration,
        organization=fresh.owed_by.party.organization,
        promise=words,
        due_on=due_on,
        by=by,
        clause=fresh,
        is_sample=agreement.is_sample,
    )


def not_in_force(agreement):
    """Why nothing that it says is promised: what nobody has signed may still change."""
    if agreement.state == AgreementState.IN_FORCE:
        return ""
    words = _("Only what is in force becomes a commitment; this agreement is “%s”.")
    return words % AgreementState(agreement.state).label


def tidy(fields):
    """The fields without blanks around them; a name that is no field is a mistake of ours."""
    if unknown := fields.keys() - set(FIELDS):
        raise TypeError(f"no fields of a clause: {sorted(unknown)}")
    said = {**fields}
    if "number" in said:
        said["number"] = one_line(said["number"])
    if "text" in said:
        said["text"] = said["text"].strip()
    return said


def require_own_party(clause):
    """Only a party to the agreement owes something under it."""
    if clause.owed_by is not None and clause.owed_by.agreement_id != clause.agreement_id:
        raise Refused(_("Only a party to this agreement can owe something under it."))
