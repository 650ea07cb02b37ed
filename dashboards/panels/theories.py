"""Theories of change that wait for a word: which parties are silent or object, and for whom."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState
from agreements.goals.states import ASKED_THEORY, TheoryState
from agreements.instruments.standing import in_short
from agreements.models import Party, Representative, TheoryChange, TheoryConsent
from dashboards.panels.stuck import More, Stuck
from dashboards.sight import Sight


@dataclass(frozen=True)
class Word:
    """A position that this reader states, or confirms, for a party of a collaboration."""

    href: str
    organization: str
    collaboration: str
    is_sample: bool
    is_to_confirm: bool
    is_agreed: bool  # the theory, by the other parties


def waits_for_my_position(sight: Sight) -> tuple[Word, ...]:
    """What nobody has said yet for the reader's own parties, or somebody else said for them."""
    if sight.user.person_id is None:
        return ()
    said_for_us = Q(is_on_behalf=True) & ~Q(stated_by=sight.user.pk)
    speaks = Representative.objects.current(today=sight.today).filter(
        party=OuterRef("pk"), person_id=sight.user.person_id
    )
    rows = _asked(sight).filter(Exists(speaks)).filter(_is_silent() | said_for_us)
    return tuple(
        Word(
            href=_page(row),
            organization=row.organization.label,
            collaboration=row.collaboration.title,
            is_sample=row.is_sample,
            is_to_confirm=bool(row.is_on_behalf),
            is_agreed=row.theory_state == TheoryState.AGREED,
        )
        for row in rows
    )


def theories_that_wait(sight: Sight) -> tuple[list[Stuck], list[More]]:
    """A line for each theory: who has not spoken, or says no, and the page that names them all."""
    rows = _asked(sight).filter(_is_silent() | Q(stance=Stance.OBJECT))
    waiting = [list(group) for _pk, group in groupby(rows, key=lambda row: row.theory)]
    lines = [_stuck(sight, parties) for parties in waiting]
    label = _("Positions on the theory")
    more = [More(label, len(parties), _page(parties[0])) for parties in waiting]
    return lines, more


def _asked(sight: Sight) -> Any:
    """Every party that decides beside each theory it is asked about, and what was said for it."""
    said = TheoryConsent.objects.filter(theory=OuterRef("asked__pk"), party=OuterRef("pk"))
    said = said.order_by()
    offers = TheoryChange.objects.filter(
        theory=OuterRef("asked__pk"), to_state=TheoryState.FOR_CONSENT
    )
    one_is_asked = Q(collaboration__theories__state__in=ASKED_THEORY)
    return (
        Party.objects.current(today=sight.today)
        .filter(collaboration__in=sight.ids, voice=Voice.DECIDES)
        .exclude(collaboration__state=CollaborationState.CLOSED)
        .alias(asked=FilteredRelation("collaboration__theories", condition=one_is_asked))
        .filter(asked__isnull=False)
        .annotate(
            theory=F("asked__pk"),
            theory_state=F("asked__state"),
            stance=Subquery(said.values("stance")[:1]),
            stated_on=Subquery(said.values("stated_on")[:1]),
            stated_by=Subquery(said.values("stated_by")[:1]),
            is_on_behalf=Subquery(said.values("is_on_behalf")[:1]),
            offered_at=Subquery(offers.order_by("-made_at").values("made_at")[:1]),
        )
        .select_related("organization", "collaboration")
        .order_by("theory", "organization__name", "pk")
    )


def _is_silent() -> Q:
    """A party that joined after the agreement is not asked about it any more."""
    unsaid = Q(stance=None) | Q(stance=Stance.NOT_STATED)
    return Q(theory_state=TheoryState.FOR_CONSENT) & unsaid


def _stuck(sight: Sight, parties: list[Any]) -> Stuck:
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
        title=_("Theory of change"),
        href=_page(first),
        on_whom=in_short([row.organization.label for row in parties]),
        since=_since(parties),
        collaboration="" if sight.only else first.collaboration.title,
        is_sample=first.is_sample,
    )


def _since(parties: Iterable[Any]) -> dt.date | None:
    """Since when the first of them keeps it open: its objection, or the day it was asked."""
    days = [
        row.stated_on
        if row.stance == Stance.OBJECT
        else row.offered_at and timezone.localdate(row.offered_at)
        for row in parties
    ]
    return min(filter(None, days), default=None)


def _page(row: Any) -> str:
    return f"{reverse('agreements:theory-detail', args=[row.theory])}#positions"
