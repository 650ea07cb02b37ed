"""Addresses of the lists behind the numbers: what a page counts is what its link opens."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode


def list_of(name: str, where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    """The address of a list page with filters, such as `/commitments/?late=1&collaboration=7`."""
    query = urlencode({**filters, **(where or {})})
    return f"{reverse(name)}?{query}"


def commitments(where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    return list_of("agreements:commitment-list", where, **filters)


def meetings(where: Mapping[str, Any] | None = None, **filters: Any) -> str:
    return list_of("agreements:meeting-list", where, **filters)
