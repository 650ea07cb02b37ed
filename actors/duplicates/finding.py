"""Finding pairs: in blocks that are joined by equality, so that a whole country takes seconds.

Names are reduced to keys here (`names`); the database joins equal keys, and compares nearly equal
names only within one region or one organization. The result replaces the pairs found before.
"""

from django.core.cache import cache
from django.db import connection, transaction
from django.utils import timezone

from actors.duplicates import names
from actors.duplicates.kinds import Kind
from actors.duplicates.models import SuggestedPair
from actors.duplicates.sql import KEEP_PAIRS, ORGANIZATION_PAIRS, PERSON_PAIRS
from actors.organizations.models import Organization
from actors.people.contacts import international
from actors.people.models import Appointment, Person
from actors.regions.models import Region
from actors.search.models import Abbreviation
from actors.search.near import NEARLY_A_PERSON
from collabgov.kit.access import require_rule

MOST_PAIRS = 10_000
LOOKED_AT = "duplicates-looked-at"


def find_again(*, by):
    """An admin asks for a fresh look at the whole register."""
    require_rule(by, "actors.merge_records")
    return find_pairs()


def looked_at():
    """When somebody last looked through the registers, as far as is remembered; or None."""
    return cache.get(LOOKED_AT)


@transaction.atomic
def find_pairs():
    """Look at both registers; returns how many pairs there are now, by kind."""
    cache.set(LOOKED_AT, timezone.now(), timeout=None)
    SuggestedPair.objects.all().delete()
    with connection.cursor() as cursor:
        return {kind: _store(cursor, kind) for kind in WAYS}


def look_at_two(kind, *ids):
    """Suggest these two if they look like one: two that were merged stand again."""
    SuggestedPair.objects.of(kind, *ids).delete()
    with connection.cursor() as cursor:
        _store(cursor, kind, only={"pk__in": ids})


def _store(cursor, kind, *, only=None):
    fill, pairs = WAYS[kind]
    fill(cursor, only or {})
    cursor.execute(KEEP_PAIRS.format(pairs=pairs), [kind, timezone.now(), MOST_PAIRS])
    return cursor.rowcount


def _organizations(cursor, only):
    """Two temporary tables: the keys of every name, and what tells each name from others."""
    meanings = {
        short: names.words_in(meaning)
        for short, meaning in Abbreviation.objects.values_list("short", "meaning")
    }
    places = _words_of_places()
    columns = ("pk", "region_id", "name", "short_name", "aliases")
    keys, cores = [], []
    rows = Organization.objects.order_by().filter(**only).values_list(*columns)
    for pk, region, name, short_name, aliases in rows.iterator(chunk_size=5_000):
        block, place = region or 0, places.get(region, frozenset())
        for number, text in enumerate((name, short_name, *aliases.splitlines())):
            words = names.spelt_out(names.words_in(text), meanings)
            own = names.without_place(words, place)
            full, bare = names.key_of(words), names.key_of(own)
            if not full:
                continue
            keys.append((pk, block, full, number == 0, True))
            if bare != full:
                keys.append((pk, block, bare, number == 0, False))
            if number == 0 and (core := names.core_of(own)):
                cores.append((pk, f"{block} {names.numbers_in(name)}", core))
    _fill(cursor, "pair_key", "id bigint, block bigint, key text, is_name bool, is_full bool", keys)
    _fill(cursor, "pair_name", "id bigint, block text, name text", cores)


def _words_of_places():
    """For each region the words that say it: its own and those of what it is part of."""
    rows = Region.objects.order_by().values_list("pk", "parent_id", "name", "aliases")
    own = {pk: (parent, set(names.words_in(f"{name} {also}"))) for pk, parent, name, also in rows}
    return {pk: words | own.get(parent, (None, set()))[1] for pk, (parent, words) in own.items()}


def _people(cursor, only):
    keys, free, bare = [], [], {}
    rows = Person.objects.order_by().filter(**only)
    rows = rows.values_list("pk", "full_name", "email", "phone")
    for pk, full_name, email, phone in rows.iterator(chunk_size=5_000):
        words = names.person_words(full_name)
        bare[pk] = names.key_of(words)
        if len(words) > 1:
            keys.append((pk, "name", bare[pk]))
        if email:
            keys.append((pk, "email", email.lower()))
        if len(number := international(phone)) > 6:
            keys.append((pk, "phone", number))
        if len(words) > 1:
            free.append((pk, names.numbers_in(full_name), " ".join(words)))
    held = Appointment.objects.order_by().values_list("person_id", "organization_id").distinct()
    posts = [(person, place, bare[person]) for person, place in held if bare.get(person)]
    _fill(cursor, "pair_key", "id bigint, what text, key text", keys)
    _fill(cursor, "pair_name", "id bigint, block bigint, name text", posts)
    busy = set(Appointment.objects.current().order_by().values_list("person_id", flat=True))
    free = [(pk, numbers, name, pk not in busy) for pk, numbers, name in free]
    _fill(cursor, "pair_free", "id bigint, numbers text, name text, is_free bool", free)
    cursor.execute("CREATE INDEX ON pair_free USING gin (name gin_trgm_ops)")
    limit = str(NEARLY_A_PERSON)
    cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [limit])


def _fill(cursor, table, columns, rows):
    """A table of this session alone, filled in one go and measured for the planner."""
    cursor.execute(f"DROP TABLE IF EXISTS {table}")
    cursor.execute(f"CREATE TEMPORARY TABLE {table} ({columns}) ON COMMIT DROP")
    with cursor.copy(f"COPY {table} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    cursor.execute(f"ANALYZE {table}")


# How each kind is read into temporary tables, and the statement that finds its pairs there.
WAYS = {
    Kind.ORGANIZATION: (_organizations, ORGANIZATION_PAIRS),
    Kind.PERSON: (_people, PERSON_PAIRS),
}
