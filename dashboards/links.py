"""Addresses of the lists behind the numbers: what a page counts is what its link opens."""

from collections.abc import Mapping
from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode


def list_of(name: str, where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    """The address of a list page with filters, such as `/commitments/?late=1&collaboration=7`."""
    query = urlencode({**filters, **(where or {})})
    return f"{reverse(name)}?{query}"


def commitments(where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    return list_of("agreements:commitment-list", where, **filters)


def meetings(where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    return list_of("agreements:meeting-list", where, **filters)


def page_of(record: Any, collaboration: int) -> str:
    """The page of a record; of a kind without one, that of its collaboration."""
    try:
        return str(record.get_absolute_url())
    except NoReverseMatch:
        return reverse("dashboards:collaboration-page", args=[collaboration])


def agreements(where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    return list_of("agreements:agreement-list", where, **filters)
