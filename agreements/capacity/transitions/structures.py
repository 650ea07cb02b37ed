"""Set a structure up, put right what is said of it, name its last day."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.capacity.models import RoleAssignment, Structure
from agreements.capacity.structure_kinds import ArrangementEvent as E
from agreements.capacity.transitions.arranging import log, require_not_over, standing_of
from agreements.capacity.transitions.texts import tidied
from agreements.charter.transitions.locking import lock_open, locked
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago

PLAIN = ("name",)


@transaction.atomic
def begin_structure(*, collaboration, by, is_sample=False, on=None, **fields):
    """A task force, a forum, a group; sent twice, it makes one.

    `fields`: kind, name, starts_on, and if there are any purpose, parent, decree, ends_on.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, **tidied(fields, *PLAIN)}
    structure = Structure(is_sample=is_sample, **said)
    _require_place(structure)
    if twin := made_a_moment_ago(Structure.objects, when="created_at", **said):
        return twin
    save_checked(structure)
    log(structure, E.STRUCTURE_BEGUN, by=by, on=on)
    return structure


@transaction.atomic
def edit_structure(*, structure, by, version, **fields):
    """Put right what is said; `end_structure` ends what is in it as well."""
    fresh = locked(structure, structure.collaboration_id)
    fresh.next_version(version)
    before, source = _said_of(fresh), standing_of(fresh)
    for name, value in tidied(fields, *PLAIN).items():
        setattr(fresh, name, value)
    _require_place(fresh)
    _require_roles_within(fresh)
    _require_parts_within(fresh)
    if fresh.ends_on:
        _require_no_parts_after(fresh)
    save_checked(fresh)
    subject = _put_right(before, _said_of(fresh)) or str(fresh)
    log(fresh, E.STRUCTURE_CHANGED, by=by, source=source, subject=subject)
    return fresh


def _said_of(structure):
    """{field: what it says, in words}: all that an edit may change; the name comes first."""
    named = {name: getattr(structure, name) for name in ("name", "purpose", "parent", "decree")}
    days = {name: getattr(structure, name) for name in ("starts_on", "ends_on")}
    words = {name: str(value or "") for name, value in named.items()}
    words["kind"] = structure.get_kind_display()
    shown = {name: day and date_format(day, "SHORT_DATE_FORMAT") for name, day in days.items()}
    return words | {name: day or "" for name, day in shown.items()}


def _put_right(before, after):
    """`old → new` of each field that an edit changed, with what the field is called."""
    changed = [name for name in after if after[name] != before[name]]
    lines = [after["name"]] if changed and "name" not in changed else []
    for name in changed:
        move = " → ".join(side or "\N{EN DASH}" for side in (before[name], after[name]))
        label = Structure._meta.get_field(name).verbose_name
        lines.append(move if name == "name" else f"{label}: {move}")
    return "; ".join(lines)


@transaction.atomic
def end_structure(*, structure, by, ends_on=None, note=""):
    """Its last day; roles in it end with it, its parts are ended before it."""
    fresh = locked(structure, structure.collaboration_id)
    require_not_over(fresh)
    day = ends_on or fresh.its_today
    if fresh.ends_on == day:
        return fresh  # the same said twice changes nothing
    source = standing_of(fresh)
    fresh.ends_on = day
    fresh.version += 1
    _require_no_parts_after(fresh)
    save_checked(fresh)
    for role in _roles_after(fresh):
        _end_with_it(role, day, by=by)
    log(fresh, E.STRUCTURE_ENDED, by=by, source=source, note=note.strip())
    return fresh


def _require_place(structure):
    """What it is part of and what set it up are of this collaboration; no structure is its own."""
    parent, decree = structure.parent, structure.decree
    if parent is not None:
        if parent.collaboration_id != structure.collaboration_id:
            sentence = _("The structure belongs to another collaboration.")
            raise ValidationError({"parent": [sentence]})
        if structure.pk and structure.pk in _above(parent):
            raise ValidationError({"parent": [_("A structure is not part of itself.")]})
        if structure.starts_on < parent.starts_on:
            sentence = _("What it is part of begins later than that.")
            raise ValidationError({"starts_on": [sentence]})
    if decree is not None and decree.collaboration_id != structure.collaboration_id:
        sentence = _("The agreement belongs to another collaboration.")
        raise ValidationError({"decree": [sentence]})


def _above(structure):
    """Numbers of the structure and of all it is part of."""
    parents = dict(
        Structure.objects.filter(collaboration=structure.collaboration_id).values_list(
            "pk", "parent"
        )
    )
    found, at = set(), structure.pk
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found


def _require_roles_within(structure):
    """Nobody leads in it before it begins, or after it ends."""
    if structure.roles.filter(starts_on__lt=structure.starts_on).exists():
        raise ValidationError({"starts_on": [_("A role in it begins before that day.")]})
    if structure.ends_on is None:
        return
    roles = structure.roles.filter(ends_on=None) | structure.roles.filter(
        ends_on__gt=structure.ends_on
    )
    if roles.exists():
        raise ValidationError({"ends_on": [_("A role in it goes on after that day.")]})


def _require_parts_within(structure):
    """Nothing is part of it before it begins."""
    if structure.parts.filter(starts_on__lt=structure.starts_on).exists():
        raise ValidationError({"starts_on": [_("A part of it begins before that day.")]})


def _require_no_parts_after(structure):
    parts = structure.parts.filter(ends_on=None) | structure.parts.filter(
        ends_on__gt=structure.ends_on
    )
    if part := parts.order_by("name", "pk").first():
        raise Refused(_("“%(part)s” is part of it. First name its last day.") % {"part": part})


def _roles_after(structure):
    """Roles in it that go on after its last day; refused when one has yet to begin by then."""
    rows = RoleAssignment.objects.filter(structure=structure)
    rows = rows.filter(ends_on=None) | rows.filter(ends_on__gt=structure.ends_on)
    found = list(rows.for_list().select_for_update(of=("self",)))
    if any(role.starts_on > structure.ends_on for role in found):
        raise Refused(_("A role in it begins after that day. Choose a later day."))
    return found


def _end_with_it(role, day, *, by):
    source = standing_of(role)
    role.ends_on = day
    role.version += 1
    save_checked(role)
    log(role, E.ROLE_ENDED, by=by, source=source)
