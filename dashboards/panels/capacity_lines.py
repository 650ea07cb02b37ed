"""Lines of what the parties are able to do: who leads, what was pledged, what was asked for."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.leadership_gaps import trouble_of
from agreements.charter.clock import today_in
from agreements.models import (
    AssistanceEscalation,
    AssistanceRequest,
    Guideline,
    KnowledgeAsset,
    Pledge,
    ResourceNeed,
    RoleAssignment,
)
from dashboards.panels.line import Line, day_in_words
from dashboards.readings.core import RecordKind


def _pledges(ids: Sequence[int]) -> dict[int, Line]:
    """With what has arrived, and how much of that the receiver confirmed."""
    return {
        row.pk: Line(
            row.what,
            row.get_absolute_url(),
            (
                row.giver.label,
                row.amount,
                _("first due %(day)s") % {"day": day_in_words(row.original_due_on)},
                _("delivered %(amount)s") % {"amount": row.delivered_amount},
                _("confirmed %(amount)s") % {"amount": row.confirmed_amount},
            ),
            row,
        )
        for row in Pledge.objects.filter(pk__in=ids).for_list()
    }


def _needs(ids: Sequence[int]) -> dict[int, Line]:
    rows = ResourceNeed.objects.filter(pk__in=ids).for_list()
    return {
        row.pk: Line(
            row.what,
            row.get_absolute_url(),
            (row.amount, _("pledged %(amount)s") % {"amount": row.promised_amount}),
            row,
        )
        for row in rows
    }


def _assistance(ids: Sequence[int]) -> dict[int, Line]:
    rows = AssistanceRequest.objects.filter(pk__in=ids).with_parties().select_related("response")
    return {
        row.pk: Line(
            row.subject,
            row.get_absolute_url(),
            (
                _("%(asking)s asked %(asked)s")
                % {
                    "asking": row.from_party.organization.label,
                    "asked": row.to_party.organization.label,
                },
                _("answer due %(day)s") % {"day": day_in_words(row.answer_due_on)},
                *_answered(row.answer and row.answer.given_on),
            ),
            row,
        )
        for row in rows
    }


def _escalations(ids: Sequence[int]) -> dict[int, Line]:
    """Each leads to the request that was brought before the superior."""
    rows = AssistanceEscalation.objects.filter(pk__in=ids)
    rows = rows.select_related("request__collaboration", "superior")
    return {
        row.pk: Line(
            row.request.subject,
            row.request.get_absolute_url(),
            (
                *((row.superior.label,) if row.superior else ()),
                _("escalated %(day)s") % {"day": day_in_words(row.escalated_on)},
                *(_answered(row.answered_on) or _waiting(row)),
            ),
        )
        for row in rows
    }


def _answered(day: Any) -> tuple[str, ...]:
    return _on(_("answered %(day)s"), day)


def _waiting(row: AssistanceEscalation) -> tuple[str, ...]:
    """How long it has been open, by the clock of its collaboration: an age is a fact."""
    days = (today_in(row.request.collaboration) - row.escalated_on).days
    return (ngettext("open for %d day", "open for %d days", days) % days,)


def _roles(ids: Sequence[int]) -> dict[int, Line]:
    return {
        row.pk: Line(
            row.get_role_display(),
            row.get_absolute_url(),
            (
                row.party.organization.label,
                *((str(row.person),) if row.person else ()),
                *(str(place) for place in (row.structure, row.goal) if place),
                _("since %(day)s") % {"day": day_in_words(row.starts_on)},
                *((trouble,) if (trouble := trouble_of(row)) else ()),
            ),
        )
        for row in RoleAssignment.objects.filter(pk__in=ids).for_list()
    }


def _guidelines(ids: Sequence[int]) -> dict[int, Line]:
    return {
        row.pk: Line(
            row.title,
            row.get_absolute_url(),
            (
                row.get_kind_display(),
                row.owner.label,
                *(_on(_("issued %(day)s"), row.issued_on) or _on(_("due %(day)s"), row.due_on)),
            ),
            row,
        )
        for row in Guideline.objects.filter(pk__in=ids).for_list()
    }


def _knowledge(ids: Sequence[int]) -> dict[int, Line]:
    """With how often something rested on it."""
    return {
        row.pk: Line(
            row.title,
            row.get_absolute_url(),
            (
                row.get_kind_display(),
                row.custodian.label,
                ngettext("used %d time", "used %d times", row.use_count) % row.use_count,
            ),
            row,
        )
        for row in KnowledgeAsset.objects.filter(pk__in=ids).for_list()
    }


def _on(words: str, day: Any) -> tuple[str, ...]:
    return (words % {"day": day_in_words(day)},) if day else ()


CAPACITY_LINES: Mapping[RecordKind, Callable[[Sequence[int]], dict[int, Line]]] = MappingProxyType(
    {
        RecordKind.PLEDGE: _pledges,
        RecordKind.NEED: _needs,
        RecordKind.ASSISTANCE: _assistance,
        RecordKind.ESCALATION: _escalations,
        RecordKind.ROLE: _roles,
        RecordKind.GUIDELINE: _guidelines,
        RecordKind.KNOWLEDGE: _knowledge,
    }
)
