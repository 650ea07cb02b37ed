"""An amendment that everybody signed becomes the agreement."""

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.instruments.kinds import ChangeOf
from agreements.instruments.models import Clause
from agreements.instruments.signed import is_signed
from agreements.instruments.states import AMENDMENT_MOVES, AmendmentState
from agreements.instruments.transitions import content
from agreements.instruments.transitions.clauses import place_clause
from agreements.instruments.transitions.moving import log, require_not_over, save
from agreements.instruments.wire import pack_clause, packed, unpack_clause, unpacked
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

A = AmendmentState


def merge_if_ready(agreement, amendment, *, by, today=None):
    """Merge it when every signature is there and its day has come; whether it did."""
    day = today or timezone.localdate()
    if amendment.effective_on is not None and amendment.effective_on > day:
        return False
    if amendment.state != A.SIGNING or not is_signed(agreement, amendment):
        return False
    changes = list(amendment.changes.select_related("clause"))
    if moved := moved_meanwhile(agreement, amendment, changes):
        if by is None:  # the calendar asks nobody: it waits until somebody looks
            return False
        raise Refused(moved)
    apply_details(agreement, changes)
    if by is not None:  # the calendar ends right afterwards what should be over by now
        require_not_over(agreement)
    save(agreement)
    for change in changes:
        _apply_clause(agreement, change)
    move_amendment(agreement, amendment, A.MERGED, by=by, merged_on=amendment.effective_on or day)
    return True


def moved_meanwhile(agreement, amendment, changes):
    """Which line no longer begins at what the agreement says; nobody signs such a difference."""
    for change in changes:
        if change.before != _said_now(agreement, change):
            return " ".join(_how_to_go_on(agreement, amendment, change))
    return ""


def _how_to_go_on(agreement, amendment, change):
    name = _name_of_change(agreement, change)
    yield _("“%s” is no longer as the amendment says it was.") % name
    if amendment.state == A.SIGNING:
        yield _("Recall the amendment to its draft first.")
    if change.of == ChangeOf.FIELD:
        yield _("Save the amendment anew.")
    else:
        yield _("Drop this line of it and say it anew.")


def _name_of_change(agreement, change):
    if change.of == ChangeOf.FIELD:
        return capfirst(agreement._meta.get_field(change.field).verbose_name)
    return change.clause


def _said_now(agreement, change):
    if change.of == ChangeOf.FIELD:
        return packed(change.field, getattr(agreement, change.field))
    return pack_clause(change.clause) if change.clause_id else None


def apply_details(agreement, changes):
    """Put the changed details on the agreement; the day of review moves along with the last."""
    usual = agreement.review_on == content.usual_review_day(agreement)
    said = {row.field: unpacked(row.field, row.after) for row in changes if row.field}
    for name, value in said.items():
        setattr(agreement, name, value)
    if "review_on" not in said and (usual or _is_reviewed_too_late(agreement)):
        agreement.review_on = content.usual_review_day(agreement)
    content.check(agreement, said)


def _is_reviewed_too_late(agreement):
    review, last = agreement.review_on, agreement.ends_on
    return review is not None and last is not None and review > last


def _apply_clause(agreement, change):
    if change.of == ChangeOf.FIELD:
        return
    if change.of == ChangeOf.NEW_CLAUSE:
        place_clause(agreement, {"agreement": agreement, **unpack_clause(change.after)})
        return
    clause = Clause.objects.select_for_update().get(pk=change.clause_id)
    if change.of == ChangeOf.NO_CLAUSE:
        clause.is_removed = True
    else:
        for name, value in unpack_clause(change.after).items():
            setattr(clause, name, value)
    clause.version += 1
    save_checked(clause)


def move_amendment(agreement, amendment, target, *, by, note="", **facts):
    """Let an amendment become `target`; the agreement's history says so."""
    require_move(AMENDMENT_MOVES, current=A(amendment.state), target=target)
    for name, value in facts.items():
        setattr(amendment, name, value)
    amendment.state, amendment.state_since = target, timezone.localdate()
    amendment.version += 1
    save_checked(amendment)
    # The state as it is kept, not its label: the history is read in more than one language.
    subject = f"{name_of(amendment)} {target.value}"
    log(agreement, "amendment_moved", by=by, subject=subject, note=note)
    return amendment


def name_of(amendment):
    """Its number, or which one it is: the same in every language."""
    return amendment.number or str(amendment.order)
