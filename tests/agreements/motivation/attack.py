"""What somebody can try who has the whole database, the logs, and saw who opened which link."""

from dataclasses import dataclass, field

from django.db import connection

RESPONSES, ANSWERS = "agreements_pulseresponse", "agreements_pulseanswer"
INVITATIONS, SPOOL = "agreements_pulseinvitation", "agreements_pulsespool"
LINKS, TURNS = "agreements_pulselink", "agreements_pulseturn"
SYSTEM = ("ctid", "xmin::text::bigint", "cmin::text::bigint", "xmax::text::bigint")


@dataclass
class Truth:
    """Who answered what, which only the test knows: the steps of each are like nobody else's."""

    order: list = field(default_factory=list)  # ids of invitations, as they were opened
    steps: dict = field(default_factory=dict)  # id of the invitation → steps

    def add(self, pk, steps):
        self.order.append(pk)
        self.steps[pk] = tuple(sorted(steps.items()))


def steps_of_number(codes, number):
    """Steps that no other number has."""
    return {code: number // 5**place % 5 + 1 for place, code in enumerate(sorted(codes))}


def rows(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def columns_of(table):
    names = rows(
        f"SELECT attname FROM pg_attribute WHERE attrelid = '{table}'::regclass"
        " AND attnum > 0 AND NOT attisdropped"
    )
    return [f'"{name}"' for (name,) in names]


def dump():
    """Every row of every table, as `pg_dump` writes it: in the order in which it lies there."""
    tables = rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace = current_schema()::regnamespace ORDER BY 1"
    )
    found = {}
    connection.ensure_connection()
    for (table,) in tables:
        with (
            connection.connection.cursor() as cursor,
            cursor.copy(f'COPY "{table}" TO STDOUT') as copy,
        ):
            found[table] = b"".join(copy).decode()
    return found


def said_in_responses():
    """response → its steps, as the dump has them."""
    found = {}
    for pk, code, value in rows(
        f"SELECT a.response_id, i.code, a.value FROM {ANSWERS} a"
        " JOIN agreements_pulseitem i ON i.id = a.item_id"
    ):
        found.setdefault(pk, {})[code] = value
    return {pk: tuple(sorted(steps.items())) for pk, steps in found.items()}


def orders_of_responses():
    """Every order that the two tables have: by place, by transaction, by each column."""
    found = {}
    for column in [*SYSTEM, *columns_of(RESPONSES)]:
        found[f"response by {column}"] = [
            pk for (pk,) in rows(f"SELECT id FROM {RESPONSES} ORDER BY {column}, ctid")
        ]
    for column in [*SYSTEM, *columns_of(ANSWERS)]:
        first = rows(
            f"SELECT response_id FROM (SELECT response_id, row_number() OVER"
            f" (ORDER BY {column}, ctid) AS place FROM {ANSWERS}) x"
            " GROUP BY response_id ORDER BY min(place)"
        )
        found[f"answer by {column}"] = [pk for (pk,) in first]
    return found


def orders_of_people(truth):
    """What is known or found of who came when."""
    found = {"as seen": list(truth.order)}
    for column in [*SYSTEM, *columns_of(INVITATIONS)]:
        order = [pk for (pk,) in rows(f"SELECT id FROM {INVITATIONS} ORDER BY {column}, ctid")]
        found[f"invitation by {column}"] = [pk for pk in order if pk in truth.steps]
    return found


def orders_of_invitations(wave):
    """Every order in which the invitations of a wave lie or were written."""
    return {
        column: [
            pk
            for (pk,) in rows(
                f"SELECT id FROM {INVITATIONS} WHERE wave_id = {wave.pk} ORDER BY {column}, ctid"
            )
        ]
        for column in SYSTEM
    }


def by_transaction(truth):
    """Beside each person the answer whose transaction is nearest: the same, or the next one."""
    people = dict(rows(f"SELECT id, xmin::text::bigint FROM {INVITATIONS}"))
    found = rows(f"SELECT id, xmin::text::bigint FROM {RESPONSES} ORDER BY id")
    return [
        (pk, min(found, key=lambda row: abs(row[1] - people[pk]))[0]) for pk in truth.order if found
    ]


def linked(truth, *, only=None):
    """The most answers that any of the ways links to the right person, and which way that is.

    `only`: of those who are known to be among the answers, where not all are.
    """
    said = said_in_responses()
    people = [pk for pk in truth.order if only is None or pk in only]
    best = (0, "nothing")
    for how, order in orders_of_people(truth).items():
        known = [pk for pk in order if pk in set(people)]
        for name, answers in orders_of_responses().items():
            for way, turned in (("", answers), ("backwards ", answers[::-1])):
                hits = _hits(truth, said, zip(known, turned, strict=False))
                best = max(best, (hits, f"{how} beside {way}{name}"))
    hits = _hits(truth, said, by_transaction(truth))
    return max(best, (hits, "the nearest transaction"))


def _hits(truth, said, pairs):
    return sum(truth.steps[person] == said.get(answer) for person, answer in pairs)
