"""Keep the reference lists of assistance: grounds, grounds for refusal, clocks."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agreements.capacity.assistance_seeds import GROUNDS, REFUSALS, TERMS
from agreements.capacity.models import AssistanceTerm, GroundKind, RefusalGround
from agreements.charter.transitions.locking import lock_row
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked

RULE = "agreements.manage_assistance_lists"
LOADING = 7_602_061  # an advisory lock: two servers that start at once load one after the other
LONGEST_CODE = 40


@transaction.atomic
def add_entry(*, model, by, **fields):
    """Another row of a list."""
    require_rule(by, RULE)
    _require_two_levels(fields.get("parent"))
    return save_checked(model(code=_free_code(model, fields["name"]), **fields))


@transaction.atomic
def edit_entry(*, entry, by, version, **fields):
    """Correct it, mark it verified, or take it out of use; what rests on it stays."""
    require_rule(by, RULE)
    fresh = lock_row(entry)
    fresh.next_version(version)
    _require_two_levels(fields.get("parent"), of=fresh)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return save_checked(fresh)


@transaction.atomic
def load_lists():
    """Add what is missing; what an admin made of a row stays. Returns how many were added."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
    there = set(AssistanceTerm.objects.values_list("is_emergency", flat=True))
    missing = [fields for fields in TERMS if fields["is_emergency"] not in there]
    terms = [save_checked(AssistanceTerm(**fields)) for fields in missing]
    return len([*_load(GroundKind, GROUNDS), *_load(RefusalGround, REFUSALS), *terms])


def _require_two_levels(parent, *, of=None):
    """A ground is divided once: what is a part has none, what has parts is none."""
    if parent is None:
        return
    if parent.parent_id is not None or (of is not None and (of == parent or of.parts.exists())):
        words = _("A ground is divided once: what has parts is no part of another.")
        raise ValidationError({"parent": [words]})


def _load(model, entries):
    there = {row.code: row for row in model.objects.all()}
    for position, entry in enumerate(entries, start=1):
        if entry["code"] in there:
            continue
        fields = {**entry, "position": position}
        if within := fields.pop("within", ""):
            fields["parent"] = there[within]
        row = there[entry["code"]] = save_checked(model(**fields))
        yield row


def _free_code(model, name):
    base = slugify(name)[: LONGEST_CODE - 4] or "row"
    taken = set(model.objects.filter(code__startswith=base).values_list("code", flat=True))
    codes = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in codes if code not in taken)
