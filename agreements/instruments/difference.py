"""What an amendment changes, in words for a page: each detail and clause before and after."""

from dataclasses import dataclass

from django.db.models import ForeignKey
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from agreements.charter.rewording import Piece, words
from agreements.instruments.kinds import Benefit, ChangeOf
from agreements.instruments.models import Agreement, Clause
from agreements.instruments.wire import CLAUSE, unpacked


@dataclass(frozen=True)
class Line:
    """One field: how it is, how it will be, and for texts which words differ."""

    label: str
    before: str
    after: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Part:
    """What changes together: the details of the agreement, or one clause."""

    of: str
    label: str
    lines: tuple[Line, ...]
    change: object = None


def difference(amendment):
    """The parts in which it changes something: the details first, then clause by clause."""
    changes = list(amendment.changes.all())
    names = {place.pk: str(place) for place in amendment.agreement.parties.all()}
    details = [_detail(row) for row in changes if row.of == ChangeOf.FIELD]
    parts = [Part(ChangeOf.FIELD, _("Details"), tuple(details))] if details else []
    return parts + [_clause(row, names) for row in changes if row.of != ChangeOf.FIELD]


def _detail(row):
    field = Agreement._meta.get_field(row.field)
    before, after = (_shown(field, row.field, value) for value in (row.before, row.after))
    pieces = words(before, after) if row.field in ("title", "subject") else ()
    return Line(capfirst(str(field.verbose_name)), before, after, pieces)


def _clause(row, names):
    """Only what differs of a changed clause; all that is said of a new one or one taken out."""
    before, after = row.before or {}, row.after or {}
    lines = []
    for name in CLAUSE:
        was, becomes = before.get(name), after.get(name)
        if (was or "") != (becomes or ""):
            lines.append(_clause_line(name, was, becomes, names))
    number = after.get("number") or before.get("number") or ""
    return Part(row.of, number or ChangeOf(row.of).label, tuple(lines), row)


def _clause_line(name, was, becomes, names):
    field = Clause._meta.get_field(name)
    before, after = (_shown(field, name, value, names) for value in (was, becomes))
    pieces = words(before, after) if name == "text" else ()
    return Line(capfirst(str(field.verbose_name)), before, after, pieces)


def _shown(field, name, value, names=None):
    """A kept value as a reader would write it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if name == "benefits":
        return ", ".join(str(Benefit(each).label) for each in value.split())
    if isinstance(field, ForeignKey):
        return (names or {}).get(value, "")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    meant = unpacked(name, value)
    return meant if isinstance(meant, str) else formats.date_format(meant, "SHORT_DATE_FORMAT")
