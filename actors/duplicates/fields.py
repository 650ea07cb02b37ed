"""What two records of a kind say, field by field, and what the kept one says afterwards."""

import copy
from dataclasses import dataclass

from django.db.models import Model
from django.utils.translation import gettext as _

from actors.duplicates.kinds import Kind
from actors.organizations.models import Organization
from actors.people.models import Person

LEFT, RIGHT = "left", "right"
SIDES = (LEFT, RIGHT)
JOINED = "aliases"  # never chosen: the names of both remain findable
CONTACTS = frozenset({"email", "phone", "consent_note"})  # of a person: not for everybody's eyes
REGISTERS: dict[str, type[Model]] = {Kind.ORGANIZATION: Organization, Kind.PERSON: Person}


@dataclass(frozen=True)
class Compared:
    """One field of both records; `default` is the side to begin with."""

    name: str
    label: str
    left: str
    right: str
    default: str

    @property
    def is_same(self):
        return self.left == self.right


def chosen_fields(model):
    """The fields that somebody chooses between: those a form could write."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.editable and not field.generated and not field.primary_key and field.name != JOINED
    ]


def compare(left, right, *, kept_side=LEFT):
    """Every field with what both say, the better side chosen: see `better_side`."""
    return [
        Compared(
            name=field.name,
            label=_capital(field.verbose_name),
            left=shown(left, field),
            right=shown(right, field),
            default=better_side(left, right, field, kept_side),
        )
        for field in chosen_fields(type(left))
    ]


def better_side(left, right, field, kept_side):
    """The kept record's own value, unless it says nothing and the other does."""
    here, there = (left, right) if kept_side == LEFT else (right, left)
    other_side = RIGHT if kept_side == LEFT else LEFT
    if field.name == "parent" and here.parent_id == there.pk:
        return other_side
    if getattr(here, field.attname) in (None, "", False) and getattr(there, field.attname):
        return other_side
    return kept_side


def shown(record, field):
    """The value as a reader would write it."""
    value = getattr(record, field.name)
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    return "" if value is None else str(value)


def likelier_kept(left, right, *, weights=(0, 0)):
    """Which record one would rather keep: real, in use, with more about it, fuller, older."""

    def worth(record, weight):
        told = sum(bool(getattr(record, field.attname)) for field in chosen_fields(type(record)))
        return (not record.is_sample, record.is_active, weight, told, -record.pk)

    return LEFT if worth(left, weights[0]) >= worth(right, weights[1]) else RIGHT


def values_after(kept, away, sides):
    """What the kept record says after the merge; `sides` names "kept" or "away" for each field."""
    values = {}
    for field in chosen_fields(type(kept)):
        source = away if sides.get(field.name) == "away" else kept
        values[field.attname] = getattr(source, field.attname)
    if isinstance(kept, Organization):
        values["aliases"] = joined_names(kept, away, values)
        values["parent_id"] = _parent_after(kept, away, values["parent_id"])
    values["is_sample"] = kept.is_sample and away.is_sample
    return values


def record_after(kept, away, sides, *, hidden=frozenset()):
    """What the kept record will say after the merge: (label, text) of each field that says any."""
    after = copy.copy(kept)
    for column, value in values_after(kept, away, sides).items():
        setattr(after, column, value)
    fields = [field for field in chosen_fields(type(after)) if field.name not in hidden]
    if isinstance(after, Organization):
        fields.append(after._meta.get_field(JOINED))
    told = [(_capital(field.verbose_name), shown(after, field)) for field in fields]
    return [(label, text) for label, text in told if text]


def joined_names(kept, away, values):
    """All names of both, one a line, each once, without those that are its names now."""
    lines = [*kept.aliases.splitlines(), *away.aliases.splitlines()]
    lines += [kept.name, kept.short_name, away.name, away.short_name]
    known = {values["name"].casefold(), values["short_name"].casefold(), ""}
    names = []
    for line in (each.strip() for each in lines):
        if line.casefold() not in known:
            known.add(line.casefold())
            names.append(line)
    return "\n".join(names)


def _parent_after(kept, away, chosen):
    """Nobody belongs to itself: where one of the two was above the other, what was above that."""
    for parent in (chosen, away.parent_id, kept.parent_id):
        if parent not in (kept.pk, away.pk):
            return parent
    return None


def _capital(text):
    text = str(text)
    return text[:1].upper() + text[1:]
