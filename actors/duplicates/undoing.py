"""Taking a merge back, the last step first; what was changed since is named and left alone."""

from django.apps import apps
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.audit.kinds import EventKind
from actors.audit.reasons import reason_for
from actors.audit.recording import record_event
from actors.audit.texts import numbered
from actors.duplicates import staying, steps
from actors.duplicates.fields import REGISTERS
from actors.duplicates.finding import look_at_two
from actors.duplicates.kinds import Kind
from actors.duplicates.locking import first_come, lock_pair
from actors.duplicates.models import Merge
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.errors import Refused


class ChangedSince(Refused):
    """Rows were changed after the merge; `lines` says which."""

    def __init__(self, lines):
        super().__init__(_("Some of it was changed after the merge."))
        self.lines = lines


@transaction.atomic
def undo(*, merge, by, rest=False):
    """Both records stand as before. With `rest`, what was changed since stays as it is now."""
    require_rule(by, "actors.merge_records")
    fresh = Merge.objects.select_for_update(no_key=True).get(pk=merge.pk)
    if fresh.undone_at:
        raise Refused(_("This merge was already undone."))
    _refuse_out_of_order(fresh)
    with first_come(), because(reason_for("unmerged", **_pair(fresh))):
        kept, away = lock_pair(fresh.kind, fresh.kept_id, fresh.away_id, by=by, merged=True)
        lines = _all_taken_back(fresh)
    if lines and not rest:
        raise ChangedSince(lines)
    fresh.undone_by, fresh.undone_at, fresh.left_alone = by, timezone.now(), lines
    fresh.save(update_fields=["undone_by", "undone_at", "left_alone"])
    look_at_two(fresh.kind, kept.pk, away.pk)
    record_event(EventKind.MERGE_UNDONE, user=by, about=kept, merged=numbered(away), merge=fresh.pk)
    return fresh


def _pair(merge):
    return {"away": merge.away_id, "kept": merge.kept_id}


def later_merge(merge):
    """The merge that has to be taken back first: a later one of the same kept record."""
    standing = Merge.objects.standing().filter(kind=merge.kind)
    onward = standing.filter(away_id=merge.kept_id)
    return (
        (onward | standing.filter(kept_id=merge.kept_id, pk__gt=merge.pk)).order_by("-pk").first()
    )


def _refuse_out_of_order(merge):
    if later_merge(merge) is not None:
        raise Refused(_("The kept record was merged again later. Undo that merge first."))


def _all_taken_back(merge):
    """What was changed since is left; a row that cannot come back is left too, and all again."""
    left = staying.changed_since(merge.steps)
    while True:
        try:
            with transaction.atomic():
                return [*left.values(), *_last_first(merge, left)]
        except _CannotComeBackError as refusal:
            left = staying.with_what_hangs_on(left | refusal.found, merge.steps)


def _last_first(merge, left):
    """Refused when the merged record cannot stand, since rows will name it."""
    lines, itself = [], REGISTERS[Kind(merge.kind)]._meta.label_lower
    joined = staying.joined_rows(left, merge.steps)
    for step in reversed(merge.steps):
        if step["what"] != steps.MOVED and steps.key_of(step) in left.keys() | joined:
            continue
        found = _taken_back(step, left)
        if found and (step["model"], step.get("row")) == (itself, merge.away_id):
            text = _("The merged record cannot stand alone again. %(reason)s")
            raise Refused(text % {"reason": found[0]})
        lines += found
    return lines


def _taken_back(step, left):
    """Take one step back; yields a sentence for each row where that cannot be."""
    try:
        with transaction.atomic():
            if step["what"] == steps.MOVED:
                return list(_move_back(step, left))
            return list(_change_back(step) if step["what"] == steps.CHANGED else _bring_back(step))
    except IntegrityError as error:
        broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        text = _("%(kind)s no. %(row)s: the register no longer allows what it said (%(rule)s).")
        line = text % {**steps.about(step), "rule": broken}
        if step["what"] == steps.REMOVED:
            raise _CannotComeBackError({steps.key_of(step): line}) from error
        return [line]


class _CannotComeBackError(Exception):
    """A removed row stays away, so what names it has to stay where it is."""

    def __init__(self, found):
        super().__init__()
        self.found = found


def _move_back(step, left):
    """Rows go back, unless the row that they named stays part of another."""
    model, column = steps.model_of(step), step["field"]
    named = model._meta.get_field(column).related_model._meta.label_lower
    if (named, step["old"]) in left:
        return
    pks = [pk for pk in step["rows"] if (step["model"], pk) not in left]
    rows = model._base_manager.filter(pk__in=pks)
    theirs = rows.filter(**{column: step["new"]})
    still = set(theirs.values_list("pk", flat=True))
    theirs.update(**{column: step["old"]})
    for pk in pks:
        if pk not in still:
            text = _("%(kind)s no. %(row)s was changed or removed since.")
            yield text % {**steps.about(step), "row": pk}


def _change_back(step):
    model = steps.model_of(step)
    row = (
        model._base_manager.select_for_update(no_key=True, of=("self",))
        .filter(pk=step["row"])
        .first()
    )
    if row is None:
        yield _("%(kind)s no. %(row)s is gone.") % steps.about(step)
        return
    now, names = steps.values_of(row), step["new"].keys() - staying.NOT_COMPARED
    same = {name for name in names if now.get(name) == step["new"][name]}
    values = steps.real(model, {name: step["old"][name] for name in same})
    if "version" in step["new"]:
        values["version"] = row.version + 1
    if "updated_at" in step["new"]:
        values["updated_at"] = timezone.now()
    model._base_manager.filter(pk=row.pk).update(**values)
    for name in sorted(names - same):
        label = model._meta.get_field(name).verbose_name
        text = _("%(kind)s no. %(row)s: “%(field)s” was changed since.")
        yield text % {**steps.about(step), "field": label}


def _bring_back(step):
    model = steps.model_of(step)
    if model._base_manager.filter(pk=step["row"]).exists():
        yield _("%(kind)s no. %(row)s is there again already.") % steps.about(step)
        return
    for label, pk in steps.named_by(step):
        if not apps.get_model(label)._base_manager.filter(pk=pk).exists():
            text = _("%(kind)s no. %(row)s does not come back: a record that it named is gone.")
            raise _CannotComeBackError({steps.key_of(step): text % steps.about(step)})
    row = model(**steps.real(model, step["old"]))
    row.save_base(raw=True, force_insert=True)
