"""Statements composed with psycopg's `sql`, as the text that Django's database layers expect."""

from psycopg.sql import Composable


def as_text(statement: Composable) -> str:
    """The same statement as a string.

    Where somebody is behind a change (each request, each command), pghistory looks at the text
    of every statement before it is sent; a composed one would end in an AttributeError there.
    """
    return statement.as_string()
