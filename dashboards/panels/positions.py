"""What waits for a word: on which theory or definition parties are silent or object, for whom."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import ASKED_VERSION, CollaborationState, VersionState
from agreements.instruments.standing import in_short
from agreements.models import (
    DefinitionChange,
    DefinitionConsent,
    Party,
    Representative,
    TheoryChange,
    TheoryConsent,
)
from dashboards.panels.stuck import More, Stuck
from dashboards.readings.core import Text
from dashboards.sight import Sight


@dataclass(frozen=True)
class Asked:
    """One kind of what the parties are asked about: its tables, its page and its words."""

    consent: Any
    change: Any
    about: str  # what the two call it
    path: str  # from a party to all of its kind
    page: str
    name: Text
    of: Text  # a collaboration
    positions: Text


KINDS = (
    Asked(
        consent=DefinitionConsent,
        change=DefinitionChange,
        about="definition",
        path="collaboration__definitions",
        page="agreements:definition-detail",
        name=gettext_lazy("Definition of the problem"),
        of=gettext_lazy("Definition of the problem of %s"),
        positions=gettext_lazy("Positions on the problem"),
    ),
    Asked(
        consent=TheoryConsent,
        change=TheoryChange,
        about="theory",
        path="collaboration__theories",
        page="agreements:theory-detail",
        name=gettext_lazy("Theory of change"),
        of=gettext_lazy("Theory of change of %s"),
        positions=gettext_lazy("Positions on the theory"),
    ),
)


LABEL = Coalesce(NullIf(F("organization__short_name"), Value("")), F("organization__name"))


@dataclass(frozen=True)
class Word:
    """A position that this reader states, or confirms, for a party of a collaboration."""

    href: str
    title: str
    organization: str
    collaboration: str
    is_sample: bool
    is_to_confirm: bool
    is_agreed: bool  # by the other parties
    is_answered: bool = False  # its objection was; now it says whether that stands
    is_confidential: bool = False


@dataclass(frozen=True)
class Row:
    """A party that decides beside a version it is asked about, and what was said for it."""

    kind: int  # its place among `KINDS`
    version_id: int
    asked_state: str
    name: str
    title: str  # of the collaboration
    is_sample: bool
    stance: str | None
    stated_on: dt.date | None
    is_on_behalf: bool | None
    offered_at: dt.datetime | None

    @property
    def page(self) -> str:
        return f"{reverse(KINDS[self.kind].page, args=[self.version_id])}#positions"


def waits_for_my_position(sight: Sight) -> tuple[Word, ...]:
    """What nobody has said yet for the reader's own parties, or somebody else said for them."""
    if sight.user.person_id is None:
        return ()
    said_for_us = Q(is_on_behalf=True) & ~Q(stated_by=sight.user.pk)
    speaks = Representative.objects.current(today=sight.today).filter(
        party=OuterRef("pk"), person_id=sight.user.person_id
    )
    return tuple(
        Word(
            href=row.page,
            title=str(KINDS[row.kind].of) % row.title,
            organization=row.name,
            collaboration=row.title,
            is_sample=row.is_sample,
            is_to_confirm=bool(row.is_on_behalf),
            is_agreed=row.asked_state == VersionState.AGREED,
        )
        for row in _asked(sight, Exists(speaks) & (_is_silent() | said_for_us))
    )


def positions_that_wait(sight: Sight) -> tuple[list[Stuck], list[More]]:
    """A line for each version: who has not spoken, or says no, and the page that names them all."""
    rows = _asked(sight, _is_silent() | Q(stance=Stance.OBJECT))
    waiting = [list(group) for _page, group in groupby(rows, key=lambda row: row.page)]
    lines = [_stuck(sight, parties) for parties in waiting]
    more = [
        More(str(KINDS[parties[0].kind].positions), len(parties), parties[0].page)
        for parties in waiting
    ]
    return lines, more


def _asked(sight: Sight, condition: Any) -> list[Row]:
    """Whoever meets the condition, of every kind in one question to the database."""
    first, *others = (_of(place, sight).filter(condition) for place in range(len(KINDS)))
    names = [field.name for field in fields(Row)]
    rows = first.values(*names).union(*(rows.values(*names) for rows in others), all=True)
    return [Row(**row) for row in rows.order_by("kind", "version_id", "name")]


def _of(place: int, sight: Sight) -> Any:
    kind = KINDS[place]
    version = {kind.about: OuterRef("asked__pk")}
    said = kind.consent.objects.filter(**version, party=OuterRef("pk")).order_by()
    offers = kind.change.objects.filter(**version, to_state=VersionState.FOR_CONSENT)
    one_is_asked = Q(**{f"{kind.path}__state__in": ASKED_VERSION})
    return (
        Party.objects.current(today=sight.today)
        .filter(collaboration__in=sight.ids, voice=Voice.DECIDES)
        .exclude(collaboration__state=CollaborationState.CLOSED)
        .alias(asked=FilteredRelation(kind.path, condition=one_is_asked))
        .filter(asked__isnull=False)
        .alias(stated_by=Subquery(said.values("stated_by")[:1]))
        .order_by()
        .annotate(
            kind=Value(place),
            version_id=F("asked__pk"),
            asked_state=F("asked__state"),
            name=LABEL,
            title=F("collaboration__title"),
            stance=Subquery(said.values("stance")[:1]),
            stated_on=Subquery(said.values("stated_on")[:1]),
            is_on_behalf=Subquery(said.values("is_on_behalf")[:1]),
            offered_at=Subquery(offers.order_by("-made_at").values("made_at")[:1]),
        )
    )


def _is_silent() -> Q:
    """A party that joined after the agreement is not asked about it any more."""
    unsaid = Q(stance=None) | Q(stance=Stance.NOT_STATED)
    return Q(asked_state=VersionState.FOR_CONSENT) & unsaid


def _stuck(sight: Sight, parties: list[Row]) -> Stuck:
    first = parties[0]
    objects = sum(row.stance == Stance.OBJECT for row in parties)
    silent = len(parties) - objects
    words = [
        ngettext("%d party objects", "%d parties object", objects) % objects if objects else "",
        ngettext("%d party is silent", "%d parties are silent", silent) % silent if silent else "",
    ]
    return Stuck(
        badge=", ".join(filter(None, words)),
        tone="bad" if objects else "warn",
        icon="exclamation-circle" if objects else "hourglass-split",
        title=str(KINDS[first.kind].name),
        href=first.page,
        on_whom=in_short([row.name for row in parties]),
        since=_since(parties),
        collaboration="" if sight.only else first.title,
        is_sample=first.is_sample,
    )


def _since(parties: Iterable[Row]) -> dt.date | None:
    """Since when the first of them keeps it open: its objection, or the day it was asked."""
    days = [
        row.stated_on
        if row.stance == Stance.OBJECT
        else row.offered_at and timezone.localdate(row.offered_at)
        for row in parties
    ]
    return min(filter(None, days), default=None)
