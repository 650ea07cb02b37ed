"""The only code that merges records, takes a merge back, and judges pairs."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from actors.audit.kinds import EventKind
from actors.audit.reasons import reason_for
from actors.audit.recording import record_event
from actors.audit.texts import numbered
from actors.duplicates import steps
from actors.duplicates.fields import REGISTERS, values_after
from actors.duplicates.kinds import Kind
from actors.duplicates.locking import first_come, lock_pair
from actors.duplicates.models import Merge, NotDuplicate, SuggestedPair
from actors.duplicates.registry import NOTICES
from actors.duplicates.staying import note_joined
from actors.duplicates.work import Line, Work
from actors.organizations.models import Organization
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.errors import EditConflict, Refused
from collabgov.kit.models import save_checked


class CannotMerge(Refused):
    """Something has to be done first; `lines` says what, each with its page."""

    def __init__(self, lines):
        super().__init__(" ".join(line.text for line in lines))
        self.lines = lines


@transaction.atomic
def merge(*, kind, keep, away, sides, by, versions=None):
    """One record becomes part of another: what named it names the kept one from now on.

    `sides` says for each field whether the "kept" or the "away" value remains; `versions` are
    those that the reader saw, kept first.
    """
    require_rule(by, "actors.merge_records")
    why = reason_for("merged", away=away, kept=keep)
    with because(why), first_come():
        kept, gone, work = _carried_out((kind, keep, away), sides, versions, by)
    if work.refused:
        raise CannotMerge(work.refused)
    made = Merge.objects.create(
        kind=kind, kept_id=kept.pk, away_id=gone.pk, choices=sides, steps=work.steps, made_by=by
    )
    SuggestedPair.objects.of(kind, kept.pk, gone.pk).delete()
    record_event(EventKind.MERGED, user=by, about=kept, merged=numbered(gone), merge=made.pk)
    return made


@transaction.atomic
def preview(*, kind, keep, away, sides, by, versions=None):
    """What `merge` would do, done and taken back: the work, and what is good to know."""
    require_rule(by, "actors.merge_records")
    try:
        with transaction.atomic(), first_come():
            pair = lock_pair(kind, keep, away, by=by)  # asked as it is now, before anything moves
            notices = [line for notice in NOTICES for line in notice(*pair)]
            _kept, _gone, work = _carried_out((kind, keep, away), sides, versions, by)
            transaction.set_rollback(True)
    except CannotMerge as refusal:
        work, notices = Work(refused=list(refusal.lines)), []
    return work, notices


def _carried_out(pair, sides, versions, by):
    kept, gone = lock_pair(*pair, by=by)
    if versions is not None and tuple(versions) != (kept.version, gone.version):
        raise EditConflict(_("Somebody changed one of the two meanwhile. Compare them again."))
    values, work = values_after(kept, gone, sides), Work()
    work.move_all(kept, gone)
    if getattr(kept, "parent_id", None) == gone.pk:
        work.change(kept, parent_id=None)  # a step of its own: back once the other stands again
    work.change(gone, is_active=False, merged_into_id=kept.pk)  # who names it now names `kept`
    if not work.refused:
        _write(work, kept, values)
        note_joined(work.steps)
    return kept, gone, work


def _write(work, kept, values):
    """The kept record says what was chosen, if the rules of the register allow it."""
    before = {name: getattr(kept, name) for name in (*values, "version", "updated_at")}
    for name, value in values.items():
        setattr(kept, name, value)
    kept.version += 1
    try:
        _refuse_circle(kept)
        save_checked(kept)
    except ValidationError as error:
        raise CannotMerge([Line(sentence) for sentence in error.messages]) from error
    after = {name: getattr(kept, name) for name in before}
    old = {name: value for name, value in before.items() if value != after[name]}
    work.steps.append(steps.changed(kept, old, {name: after[name] for name in old}))


def _refuse_circle(kept):
    if not isinstance(kept, Organization) or kept.parent_id is None:
        return
    if kept in Organization.objects.line_above(kept):
        text = _("“%(name)s” would belong to itself by way of others. Keep the upper one instead.")
        raise ValidationError(text % {"name": kept.name})


@transaction.atomic
def judge_different(*, kind, one, other, by, note=""):
    """Somebody looked: these are two. The pair is not suggested again."""
    require_rule(by, "actors.merge_records")
    low, high = sorted((one, other))
    register = REGISTERS[Kind(kind)]._default_manager
    if low == high or register.filter(pk__in=(low, high)).count() < 2:
        raise Refused(_("Choose two different records of the register."))
    judged, _is_new = NotDuplicate.objects.get_or_create(
        kind=kind, low=low, high=high, defaults={"made_by": by, "note": note}
    )
    return judged


@transaction.atomic
def suggest_again(*, judged, by):
    """The judgement is taken back."""
    require_rule(by, "actors.merge_records")
    NotDuplicate.objects.filter(pk=judged.pk).delete()
