"""The records that the six criteria look at, each table asked once."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actors.organizations.kinds import Sector
from agreements.charter.stances import Stance
from agreements.engagement.kinds import DecisionKind, DecisionRule, MeetingKind
from agreements.models import Agreement, Collaboration, Decision, Goal, Meeting, Party, Position
from dashboards.panels.evidence import Line
from dashboards.readings.element import Scope


@dataclass(frozen=True)
class Facts:
    """What one collaboration has, as plain rows; no page and no other criterion asks again."""

    collaboration: Collaboration
    parties: tuple[Party, ...]
    agreements: tuple[Agreement, ...]
    plenaries: tuple[Meeting, ...]
    decisions: tuple[Decision, ...]
    positions: tuple[Position, ...]
    goals: tuple[Goal, ...]

    @classmethod
    def of(cls, scope: Scope) -> "Facts":
        collaboration, today = scope.collaboration, scope.today
        days = (scope.window.starts_on, min(scope.window.ends_on, today))
        here = {"collaboration": collaboration}
        plenaries = Meeting.objects.took_place().filter(kind=MeetingKind.PLENARY, **here)
        agreements = Agreement.objects.in_force(today=today).filter(**here)
        return cls(
            collaboration=collaboration,
            parties=tuple(Party.objects.current(today=today).filter(**here).for_list()),
            agreements=tuple(agreements.select_related("type").order_by("title", "pk")),
            plenaries=tuple(plenaries.filter(held_on__range=days).order_by("held_on", "pk")),
            decisions=tuple(_decisions(collaboration, days)),
            positions=tuple(_positions(collaboration)),
            goals=tuple(Goal.objects.standing().filter(**here).order_by("title", "pk")),
        )

    @property
    def non_state(self) -> tuple[Party, ...]:
        """Parties of another sector than government; a state university is among them."""
        return tuple(row for row in self.parties if is_non_state(row))

    @property
    def by_consensus(self) -> tuple[Decision, ...]:
        return tuple(row for row in self.decisions if row.rule == DecisionRule.CONSENSUS)


def is_non_state(party: Party) -> bool:
    return bool(party.organization.sector != Sector.GOVERNMENT)


def _decisions(collaboration: Collaboration, days: tuple[dt.date, dt.date]) -> Any:
    """What was decided in the window, each with who was asked and what was said."""
    rows = Decision.objects.settled().filter(meeting__collaboration=collaboration)
    return (
        rows.filter(decided_on__range=days)
        .select_related("meeting")
        .with_stances()
        .with_secrecy()
        .order_by("decided_on", "pk")
    )


def _positions(collaboration: Collaboration) -> Any:
    """What parties said on decisions of content; a word on behalf is not theirs yet."""
    return (
        Position.objects.filter(
            decision__meeting__collaboration=collaboration,
            decision__kind=DecisionKind.SUBSTANTIVE,
        )
        .exclude(stance=Stance.NOT_STATED)
        .with_secrecy()
        .select_related("party__organization", "decision")
        .order_by("-stated_on", "pk")
    )


def lines_of_parties(parties: Iterable[Party]) -> tuple[Line, ...]:
    return tuple(
        Line(
            row.organization.name,
            row.organization.get_absolute_url(),
            (
                str(row.organization.get_sector_display()),
                str(row.get_voice_display()),
                _("owned by the state") if _is_of_state(row) else "",
            ),
        )
        for row in parties
    )


def _is_of_state(party: Party) -> bool:
    """Said where it matters: an agency is of the state anyway."""
    return is_non_state(party) and party.organization.is_state_owned


def lines_of_records(rows: Iterable[Any], *facts: str) -> tuple[Line, ...]:
    """Records with a page of their own; `facts` name what else says which one it is."""
    return tuple(
        Line(
            str(row),
            row.get_absolute_url(),
            tuple(_said(getattr(row, fact)) for fact in facts),
            row,
            getattr(row, "is_confidential", False),
        )
        for row in rows
    )


def _said(value: Any) -> str:
    found = value() if callable(value) else value
    return date_format(found, "SHORT_DATE_FORMAT") if isinstance(found, dt.date) else str(found)
