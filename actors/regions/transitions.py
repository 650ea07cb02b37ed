"""The only code that changes regions."""

from dataclasses import dataclass
from itertools import groupby

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from actors.regions.models import Region, RegionLevel
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked

LOADING = 7_602_002  # an advisory lock: two servers that start at once load one after the other
LONGEST_ALIASES = 200
LOADED_FIELDS = ("name", "aliases", "level", "parent", "source_note", "as_of")


@dataclass(frozen=True)
class Loaded:
    """What a loading did, in numbers of regions."""

    added: int
    changed: int
    unchanged: int


@transaction.atomic
def register(*, by, **fields):
    """Put a region on the register."""
    require_rule(by, "actors.manage_register")
    return _checked(Region(**fields))


@transaction.atomic
def edit(*, region, by, **fields):
    """Correct what is known about a region."""
    require_rule(by, "actors.manage_register", region)
    fresh = Region.objects.select_for_update(of=("self",)).get(pk=region.pk)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return _checked(fresh)


def _checked(region):
    """A region is part of a larger one; so no circle can close."""
    ranks = RegionLevel.values
    parent = region.parent
    if parent and region.level in ranks and ranks.index(parent.level) >= ranks.index(region.level):
        text = _("“%(name)s” is not larger than this region.") % {"name": parent}
        raise ValidationError({"parent": ValidationError(text, code="not_larger")})
    return save_checked(region)


@transaction.atomic
def load(*, entries, source, as_of):
    """Bring the register to an official list; each entry comes after its parent.

    The code says which region is meant. A region that is there keeps its row and whatever
    refers to it; a name it had until now stays among its other names. Nothing is deleted.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
    there = {region.code: region for region in Region.objects.select_for_update(of=("self",))}
    added = changed = total = 0
    for _level, batch in groupby(entries, key=lambda entry: entry.level):
        new: list[Region] = []
        other: list[Region] = []
        for entry in batch:
            total += 1
            facts = {"source_note": source, "as_of": as_of, "parent": there.get(entry.parent_code)}
            region = there.setdefault(entry.code, Region(code=entry.code))
            if region.pk is None:
                new.append(_with(region, entry, facts))
            elif _differs(region, entry, facts):
                other.append(_with(region, entry, facts))
        Region.objects.bulk_create(new, batch_size=2_000)
        Region.objects.bulk_update(other, LOADED_FIELDS, batch_size=500)
        added, changed = added + len(new), changed + len(other)
    return Loaded(added, changed, total - added - changed)


def _with(region, entry, facts):
    former = region.name if region.name != entry.name else ""
    region.aliases = _names(region.aliases, former, entry.aliases, except_for=entry.name)
    region.name, region.level = entry.name, entry.level
    for name, value in facts.items():
        setattr(region, name, value)
    return region


def _differs(region, entry, facts):
    missing = set(_split(entry.aliases)) - set(_split(region.aliases))
    return (
        (region.name, region.level, region.parent_id, region.source_note, region.as_of)
        != (entry.name, entry.level, getattr(facts["parent"], "pk", None), *_origin(facts))
    ) or bool(missing - {region.name})


def _origin(facts):
    return facts["source_note"], facts["as_of"]


def _names(*lists, except_for):
    """The names of the lists, each once, as many as the column holds."""
    names = dict.fromkeys(name for text in lists for name in _split(text) if name != except_for)
    kept = ""
    for name in names:
        longer = f"{kept}, {name}" if kept else name
        kept = longer if len(longer) <= LONGEST_ALIASES else kept
    return kept


def _split(text):
    return [name.strip() for name in text.split(",") if name.strip()]
