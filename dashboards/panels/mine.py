"""What needs me today: drafts, what my organization owes, what waits for my answer, meetings."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Window
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.action.querysets import CommitmentQuerySet
from agreements.action.standing import Standing, standing_of
from agreements.action.states import CommitmentState
from agreements.models import Commitment, Meeting, MeetingDraft
from dashboards import links
from dashboards.sight import Sight

SHOWN = 6
NEXT = 3
WEEK = 7
Verb = tuple[str, str]


@dataclass(frozen=True)
class Duty:
    """A promise and the one thing the reader can do about it here."""

    pk: int
    promise: str
    href: str
    organization: str
    collaboration: str
    meeting: str
    is_sample: bool
    standing: Standing | None
    verb: str
    verb_url: str


@dataclass(frozen=True)
class Duties:
    """The first few of a list, how many there are, and where all of them are."""

    rows: tuple[Duty, ...]
    total: int
    href: str


@dataclass(frozen=True)
class Mine:
    """Everything on the page of somebody who just works here."""

    drafts: tuple[MeetingDraft, ...]
    late: Duties
    this_week: Duties
    to_answer: Duties
    next_meetings: tuple[Meeting, ...]
    all_ours: str


def what_is_mine(sight: Sight) -> Mine:
    ours = sight.commitments().ours(sight.user)
    late = ours.overdue(today=sight.today)
    this_week = ours.due_within(WEEK, today=sight.today)
    return Mine(
        drafts=my_drafts(sight),
        late=_duties(sight, late, _report_done, links.commitments(ours=1, late=1)),
        this_week=_duties(sight, this_week, _report_done, links.commitments(ours=1, soon=1)),
        to_answer=waits_for_me(sight),
        next_meetings=next_meetings(sight),
        all_ours=links.commitments(ours=1),
    )


def my_drafts(sight: Sight) -> tuple[MeetingDraft, ...]:
    return tuple(MeetingDraft.objects.visible_to(sight.user).order_by("-updated_at", "-pk")[:SHOWN])


def waits_for_me(sight: Sight) -> Duties:
    """Promises that only a representative such as this reader can answer."""
    waiting = sight.commitments().waiting_for(sight.user)
    return _duties(sight, waiting, _answer, links.commitments(waiting=1))


def next_meetings(sight: Sight) -> tuple[Meeting, ...]:
    upcoming = sight.meetings().upcoming(today=sight.today).select_related("collaboration")
    return tuple(upcoming.order_by("held_on", "starts_at", "pk")[:NEXT])


def _duties(
    sight: Sight, rows: CommitmentQuerySet, verb: Callable[[Commitment], Verb], href: str
) -> Duties:
    found: list[Any] = list(
        rows.select_related("organization", "collaboration", "meeting")
        .annotate(total=Window(Count("pk")))
        .order_by("due_on", "pk")[:SHOWN]
    )
    duties = tuple(_duty(sight, row, *verb(row)) for row in found)
    return Duties(duties, found[0].total if found else 0, href)


def _duty(sight: Sight, row: Commitment, verb: str, verb_url: str) -> Duty:
    return Duty(
        pk=row.pk,
        promise=row.promise,
        href=row.get_absolute_url(),
        organization=row.organization.label,
        collaboration=row.collaboration.title,
        meeting=row.meeting.title if row.meeting else "",
        is_sample=row.is_sample,
        standing=standing_of(row, today=sight.today),
        verb=verb,
        verb_url=verb_url,
    )


def _report_done(row: Commitment) -> Verb:
    return _("Done"), reverse("agreements:commitment-report-done", args=[row.pk])


def _answer(row: Commitment) -> Verb:
    """Accept what is proposed; stand by what somebody answered on our behalf."""
    if row.state == CommitmentState.PROPOSED:
        return _("Accept"), reverse("agreements:commitment-accept", args=[row.pk])
    return _("We stand by it"), reverse("agreements:commitment-confirm-answer", args=[row.pk])
