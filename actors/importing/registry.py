"""The kinds of import there are; an app above this one registers its own when it is ready."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise

MOST_ROWS = 5_000  # in the browser; a command takes any number


@dataclass(frozen=True)
class ImportKind:
    """What is imported, by whom, and where one looks at it afterwards."""

    key: str
    label: Promise
    icon: str
    resource: Callable[..., Any]
    rule_name: str
    list_url: Callable[[Any], str]  # of the subject
    command: str = ""
    find_subject: Callable[[int], Any] | None = None
    subjects_of: Callable[[Any], Any] | None = None  # those whose rows a user may write today

    def subject_of(self, run):
        return self.find_subject(run.about_id) if self.find_subject else None

    def may(self, user, subject=None):
        return user.has_perm(self.rule_name, subject)

    def new_url(self, subject=None):
        if subject is None:
            return reverse("actors:import-create", args=[self.key])
        return reverse(f"agreements:{self.key}-import", args=[subject.pk])


KINDS: dict[str, ImportKind] = {}


def open_to(user):
    """Which runs the user may carry out today, as a condition: `may` for all of them at once."""
    found = Q(pk__in=[])
    for kind in KINDS.values():
        if kind.find_subject is None:
            found |= Q(kind=kind.key) if kind.may(user) else Q(pk__in=[])
        elif kind.subjects_of is not None:
            found |= Q(kind=kind.key, about_id__in=kind.subjects_of(user))
    return found


def register(kind):
    KINDS[kind.key] = kind


def kind_of(run):
    return KINDS[run.kind]


def site_kinds():
    """Those that belong to no other record."""
    return [kind for kind in KINDS.values() if kind.find_subject is None]
