"""Where the record of a line is, and its history."""

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from dashboards.audit.tables import PAGES, PART_OF, above


def history_url(key, pk):
    slug = key.partition(".")[2] if key in PAGES else ""
    is_number = isinstance(pk, int) or (isinstance(pk, str) and pk.isdecimal())
    return reverse("dashboards:history", args=[slug, pk]) if slug and is_number else ""


def page_url(key, pk):
    """The page of a record, there or not: nothing is asked."""
    address_of = getattr(apps.get_model(key), "get_absolute_url", None) if key in PAGES else None
    if address_of is None or not pk:
        return ""
    try:
        return address_of(apps.get_model(key)(pk=pk))
    except NoReverseMatch:
        return ""


def home_of(source, state):
    """The record with a page that a row is, or is a part of: its table and number."""
    column = PART_OF.get(source)
    if source in PAGES or column is None:
        return source, state.pgh_obj_id
    return above(source), getattr(state, f"{column}_id")
