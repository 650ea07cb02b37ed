"""Full-text search of agreements: every word somewhere, in titles, subjects, clauses, numbers."""

import re
from functools import reduce
from operator import and_, or_

from django.apps import apps
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import Case, F, FloatField, Q, Value, When
from django.db.models.functions import Lower

from agreements.instruments.states import OVER

LONGEST_TEXT, LONGEST_WORD, MOST_WORDS = 200, 60, 8
WORD = re.compile(r"[^\W_]+")
NUMBER_ALIKE = 0.6  # how alike a mistyped number must be; "120/PKS" is no typo of "119/PKS"


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


def found_by(words, rows):
    """Rows that have every word; where none has, numbers that look alike count too."""
    exact = reduce(lambda found, word: found.filter(pk__in=_having(word, rows)), words, rows)
    if exact.exists() or not any(_is_numeric(word) for word in words):
        return exact
    _tolerate_typos()
    return rows.filter(
        pk__in=_ids(
            rows.model.objects.annotate(low_number=Lower("number")).filter(
                reduce(and_, (Q(low_number__trigram_word_similar=word) for word in words))
            )
        )
    )


def ranked_for(words, rows):
    """The number first, then the title, then how often the words stand in title and subject."""
    whole = " ".join(words)
    place = Case(
        When(Q(number__iexact=whole), then=Value(4.0)),
        When(reduce(and_, (Q(number__icontains=word) for word in words)), then=Value(3.0)),
        When(reduce(and_, (Q(title__icontains=word) for word in words)), then=Value(2.0)),
        When(reduce(or_, (Q(title__icontains=word) for word in words)), then=Value(1.0)),
        default=Value(0.0),
        output_field=FloatField(),
    )
    over = Case(When(state__in=OVER, then=Value(1.0)), default=Value(0.0))
    rank = SearchRank(F("words"), any_of(words))
    return rows.alias(place=place, is_past=over, rank=rank).order_by(
        "-place", "-rank", "is_past", "title", "pk"
    )


def _having(word, rows):
    """The agreements that have one word: three questions, each to an index of its own."""
    clauses = apps.get_model("agreements", "Clause").objects.order_by()
    query = query_of(word)
    own = rows.model.objects.filter(words=query)
    said = clauses.filter(words=query, is_removed=False)
    numbered = rows.model.objects.annotate(low_number=Lower("number")).filter(
        low_number__contains=word
    )
    return _ids(own).union(said.values("agreement"), _ids(numbered))


def _ids(rows):
    return rows.order_by().values("pk")


def _is_numeric(word):
    return any(letter.isdigit() for letter in word)


def _tolerate_typos():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)",
            [str(NUMBER_ALIKE)],
        )
