"""Full-text search of agreements: every word somewhere, in titles, subjects, clauses, numbers."""

import re
from functools import reduce
from operator import and_, or_

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    Exists,
    F,
    FloatField,
    Func,
    OuterRef,
    Q,
    TextField,
    Value,
    When,
)

from agreements.instruments.states import OVER

LONGEST_TEXT, LONGEST_WORD, MOST_WORDS = 200, 60, 8
WORD = re.compile(r"[^\W_]+")
NUMBER_ALIKE = 0.6  # how alike a mistyped number must be; "120/PKS" is no typo of "119/PKS"
SHORTEST_PART = 3  # letters of a number in part: fewer have no trigram


class FoundBy(Func):
    """Ids of agreements from a function of the database; see migration 0012."""

    template = "(SELECT * FROM %(function)s(%(expressions)s))"
    output_field = BigIntegerField()


class OneByOne(Func):
    """A condition that is asked of each row as it is, instead of being turned into a join.

    Of a word in nearly all agreements the join looks up each of them by its id; here the ids
    found are kept in one table of hashes and each row is compared with it.
    """

    template = "(%(expressions)s) IS TRUE"
    output_field = BooleanField()


def words_of(text):
    """What was typed, cut at blanks, lower case, without what is no letter or digit at its ends."""
    typed = text[:LONGEST_TEXT].replace("\x00", "").lower().split()
    words = [re.sub(r"^[\W_]+|[\W_]+$", "", word)[:LONGEST_WORD] for word in typed]
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]


def query_of(word):
    """One typed word as a question to the index: its beginning as typed, its Indonesian stem."""
    lexemes = WORD.findall(word)
    begins = " & ".join(f"{part}:*" for part in lexemes)
    return SearchQuery(begins, config="simple", search_type="raw") | SearchQuery(
        " ".join(lexemes), config="indonesian", search_type="plain"
    )


def any_of(words):
    return reduce(or_, (query_of(word) for word in words))


def all_of(words):
    return reduce(and_, (query_of(word) for word in words))


def found_by(words, rows):
    """Rows that have every word; where none has, numbers that look alike count too."""
    exact = rows.filter(OneByOne(Q(pk__in=_having(words))))
    if not any(_is_numeric(word) for word in words) or exact.exists():
        return exact
    _tolerate_typos()
    kept = apps.get_model("agreements", "AgreementWords").objects.filter(
        reduce(and_, (Q(numbers__trigram_word_similar=word) for word in words))
    )
    return rows.filter(pk__in=kept.values("agreement"))


def headed_by(words, rows):
    """Rows that have every word in their title or subject."""
    headed = FoundBy(all_of(words), function="agreements_headed")
    return rows.filter(OneByOne(Q(pk__in=headed)))


def is_numbered(words):
    """Whether the words are its whole number, or the one of a party to it."""
    whole = " ".join(words)
    places = apps.get_model("agreements", "AgreementParty").objects.order_by()
    filed = places.filter(agreement=OuterRef("pk"), own_number__iexact=whole)
    return Q(number__iexact=whole) | Exists(filed)


def ranked_for(words, rows):
    """The number first, then the title, then how often the words stand in title and subject."""
    place = Case(
        When(is_numbered(words), then=Value(4.0)),
        When(reduce(and_, (Q(said__numbers__contains=word) for word in words)), then=Value(3.0)),
        When(reduce(and_, (Q(title__icontains=word) for word in words)), then=Value(2.0)),
        When(reduce(or_, (Q(title__icontains=word) for word in words)), then=Value(1.0)),
        default=Value(0.0),
        output_field=FloatField(),
    )
    over = Case(When(state__in=OVER, then=Value(1.0)), default=Value(0.0))
    rank = SearchRank(F("said__heading"), any_of(words))
    return rows.alias(place=place, is_past=over, rank=rank).order_by(
        "-place", "-rank", "is_past", "title", "pk"
    )


def _having(words):
    """Every word somewhere; or every word in the numbers, as a whole or in part."""
    longest = max(words, key=len)
    part = re.sub(r"([\\%_])", r"\\\1", longest) if len(longest) >= SHORTEST_PART else None
    return FoundBy(
        all_of(words),
        Value(part and f"%{part}%", output_field=TextField()),
        Value(list(words), output_field=ArrayField(TextField())),
        function="agreements_found",
    )


def _is_numeric(word):
    return any(letter.isdigit() for letter in word)


def _tolerate_typos():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)",
            [str(NUMBER_ALIKE)],
        )
