"""Names that are nearly the same: how like two are, without the words that many names share."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Case, F, Func, TextField, Value, When
from django.db.models.functions import Lower

NEARLY, NEARLY_A_PERSON, MOST_NEAR = 0.5, 0.65, 10


def without_words(field, words):
    """The text of a column in lower case, without these words."""
    pattern = Value(rf"\m({'|'.join(sorted(words))})\M")
    parts = (Lower(F(field)), pattern, Value(" "), Value("g"))
    return Func(*parts, function="regexp_replace", output_field=TextField())


def likest(rows, expression, text, *, least, surely=None):
    """The few rows whose expression is like the text, the likest first; `surely` count as equal."""
    likeness = TrigramSimilarity(expression, text)
    if surely is not None:
        likeness = Case(When(surely, then=Value(1.0)), default=likeness)
    near = rows.alias(likeness=likeness).filter(likeness__gte=least)
    return near.order_by("-likeness", "pk")[:MOST_NEAR]
