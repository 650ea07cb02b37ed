"""Numbers of records that are asked for inside the query that reads the records."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet[Any], what: Any = None, *, path: str = "collaboration") -> Coalesce:
    """How many rows a collaboration has; `what` counts something else than the rows."""
    found = of_each(rows, path).annotate(found=what or Count("pk")).values("found")
    return Coalesce(Subquery(found), 0)


def of_each(rows: QuerySet[Any], path: str = "collaboration") -> QuerySet[Any]:
    """The rows of the collaboration at hand, as one group."""
    return rows.filter(**{path: OuterRef("pk")}).order_by().values(path)


def first_of(rows: QuerySet[Any], most: int) -> tuple[list[Any], int]:
    """The first few rows, and how many there are altogether."""
    found = list(rows.annotate(total=Window(Count("pk")))[:most])
    return found, found[0].total if found else 0
