"""Where a search found its words: a party's own number, or the clause, the words marked."""

from django.contrib.postgres.search import SearchHeadline
from django.db.models import F, Value, Window
from django.db.models.functions import RowNumber

from agreements.instruments.models import Clause
from agreements.instruments.searching import any_of, words_of

BEGIN, END = "\ue000", "\ue001"  # of the private area: no text has them


def add_excerpts(agreements, text):
    """Give each agreement `excerpt`: what is not in the row and was found, or nothing.

    The agreements come with their parties.
    """
    words = words_of(text)
    for agreement in agreements:
        agreement.excerpt = None
    if not words or not agreements:
        return
    found = {row.agreement_id: row for row in _likeliest(agreements, words)}
    for agreement in agreements:
        clause = found.get(agreement.pk)
        if place := _filed_under(agreement, words):
            pieces = [{"text": place.own_number, "is_found": True}]
            agreement.excerpt = {"number": place.party.organization.label, "pieces": pieces}
        elif clause:
            agreement.excerpt = {"number": clause.number, "pieces": marked(clause.headline)}


def _filed_under(agreement, words):
    """The first party under whose own number the words find it, where its number does not."""
    if _has(agreement.number, words):
        return None
    places = agreement.parties.all()
    return next((place for place in places if _has(place.own_number, words)), None)


def _has(number, words):
    return all(word in number.lower() for word in words)


def _likeliest(agreements, words):
    query = any_of(words)
    place = Window(RowNumber(), partition_by=F("agreement"), order_by=[F("position"), F("pk")])
    said = Clause.objects.filter(
        agreement__in=[agreement.pk for agreement in agreements], words=query, is_removed=False
    )
    headline = SearchHeadline(
        "text",
        query,
        config=Value("indonesian"),
        start_sel=BEGIN,
        stop_sel=END,
        max_words=24,
        min_words=8,
    )
    return said.annotate(place=place, headline=headline).filter(place=1)


def marked(headline):
    """The text in pieces, in turn as it is and as it was found."""
    pieces = []
    for piece in headline.split(BEGIN):
        found, _end, rest = piece.rpartition(END)
        pieces += [{"text": found, "is_found": True}, {"text": rest, "is_found": False}]
    return [piece for piece in pieces if piece["text"]]
