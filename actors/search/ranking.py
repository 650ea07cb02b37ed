"""How a search becomes SQL: every term somewhere in the row, the nearest name first."""

from functools import reduce
from operator import add, and_, or_

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import BooleanField, Case, F, Func, IntegerField, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Greatest, Least

CLOSE_ENOUGH = 0.45


def holds(term, field):
    """Whether the text holds every word of one of the term's spellings."""
    return _spelled(term, f"{field}__contains")


def resembles(term, field):
    """Whether the text holds the term or words that look like it; see `tolerate_typos`.

    A short form that is known means what it means: "distan" is no typo of other agencies.
    """
    if term.is_known:
        return holds(term, field)
    return holds(term, field) | _spelled(term, f"{field}__trigram_word_similar")


class Among(Func):
    """Whether a column is among `keys` (one column of rows), which PostgreSQL reads once.

    It may turn an ordinary `__in` into a join. When it takes a full table for empty (after an
    import that was undone, before the next ANALYZE) that join reads the keys anew for every row:
    more than 15 s among 20,000. An array is read before the rest, and looked up by index.
    """

    template = "(%(expressions)s))"
    arg_joiner = " = ANY("
    output_field = BooleanField()
    holder: type[Subquery] = ArraySubquery

    def __init__(self, column, keys):
        super().__init__(F(column), self.holder(keys))


class AmongMany(Among):
    """The same where asking the index ten thousand times is slow: one reading, with a hash."""

    template = "(%(expressions)s) IS TRUE"  # what stands inside is never made a join
    arg_joiner = " IN "
    holder = Subquery


def tolerate_typos():
    """Set how alike words must be for `resembles`, which lets it use the trigram index."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)",
            [str(CLOSE_ENOUGH)],
        )


def nearness(terms, *fields):
    """How like the terms the texts are: for each term its best spelling in its best text."""
    return reduce(add, (_fold(Greatest, _scores(term, fields)) for term in terms))


def place(terms, *fields):
    """0 when a text is exactly what was asked, 1 when it begins so, 2 otherwise."""
    whole = {" ".join(word for term in terms for word in term.spellings[end]) for end in (0, -1)}
    starts = [" ".join(words) for words in terms[0].spellings]
    exact = [Q(**{f"{field}__in": whole}) for field in fields]
    begins = [Q(**{f"{field}__startswith": start}) for field in fields for start in starts]
    return Case(
        When(reduce(or_, exact), then=Value(0)),
        When(reduce(or_, begins), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def _spelled(term, lookup):
    spellings = (reduce(and_, (Q(**{lookup: word}) for word in words)) for words in term.spellings)
    return reduce(or_, spellings)


def _scores(term, fields):
    for field in fields:
        for words in term.spellings:
            yield _fold(Least, [Coalesce(TrigramWordSimilarity(w, field), 0.0) for w in words])


def _fold(function, expressions):
    expressions = list(expressions)
    return function(*expressions) if len(expressions) > 1 else expressions[0]
