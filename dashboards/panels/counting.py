"""Numbers of records beside each collaboration, asked for inside one query."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce


def number_of(rows: QuerySet[Any], what: Any = None, *, path: str = "collaboration") -> Coalesce:
    """How many rows a collaboration has; `what` counts something else than the rows."""
    found = of_each(rows, path).annotate(found=what or Count("pk")).values("found")
    return Coalesce(Subquery(found), 0)


def of_each(rows: QuerySet[Any], path: str = "collaboration") -> QuerySet[Any]:
    """The rows of the collaboration at hand, as one group."""
    return rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
