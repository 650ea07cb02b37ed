"""A search in a list: every word stands somewhere in the row, or in a name beside it."""

from functools import reduce
from operator import or_

from django.db.models import Q


def stands_in(word, *columns):
    """The condition that the word stands in one of these columns."""
    return reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))


def names_of(organization):
    """The columns in which an organization is named, the long name and the short one."""
    return f"{organization}__name", f"{organization}__short_name"


def having(rows, words, *columns):
    """Rows in which every word stands in one of these columns."""
    for word in words:
        rows = rows.filter(stands_in(word, *columns))
    return rows
