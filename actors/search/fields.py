"""The text a row is found by: kept by the database itself, beside the row, with an index."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db.models import Func, GeneratedField, TextField, Value
from django.db.models.functions import Concat, Lower

ACCENTED = "àáâãäåāçèéêëēìíîïīñòóôõöōùúûüūýÿ"
BARE = "aaaaaaaceeeeeiiiiinoooooouuuuuyy"


def plain(*parts):
    """The expressions as one text: a space between, lower case, without the usual accents."""
    spaced = [item for part in parts for item in (Value(" "), part)][1:]
    text = Concat(*spaced, output_field=TextField()) if parts[1:] else parts[0]
    return Func(
        Lower(text),
        Value(ACCENTED),
        Value(BARE),
        function="translate",
        output_field=TextField(),
    )


def search_text(*parts):
    """A column that the database fills from the others; no code can forget to."""
    return GeneratedField(
        expression=plain(*parts), output_field=TextField(), db_persist=True, editable=False
    )


def search_index(name):
    """Kept up at once: a pending list would slow every search after an import."""
    return GinIndex(OpClass("search_text", "gin_trgm_ops"), name=name, fastupdate=False)
