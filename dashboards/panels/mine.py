"""What needs me today: drafts, what my organization owes, what waits for my answer, meetings."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Window
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.action.querysets import CommitmentQuerySet, is_due_within, is_late
from agreements.action.standing import Standing, standing_of
from agreements.action.states import CommitmentState
from agreements.engagement.kinds import Answer
from agreements.models import Commitment, Meeting, MeetingDraft
from dashboards import links
from dashboards.sight import Sight

SHOWN = 6
NEXT = 3
LATER = 5
WEEK = 7
SOONEST = ("due_on", "pk")
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
    due_on: dt.date
    is_sample: bool
    is_new: bool
    is_unanswered: bool
    standing: Standing | None
    verb: str
    verb_url: str
    is_confidential: bool = False


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
    later: Duties
    to_answer: Duties
    next_meetings: tuple[Meeting, ...]
    all_open: Duties
    all_ours: str


def what_is_mine(sight: Sight) -> Mine:
    ours = sight.commitments().ours(sight.user)
    late = ours.overdue(today=sight.today)
    this_week = ours.due_within(WEEK, today=sight.today)
    return Mine(
        drafts=my_drafts(sight),
        late=_duties(sight, late, _report_done, links.commitments(ours=1, late=1)),
        this_week=_duties(sight, this_week, _report_done, links.commitments(ours=1, soon=1)),
        later=_later(sight, ours),
        to_answer=waits_for_me(sight),
        next_meetings=next_meetings(sight),
        all_open=Duties((), ours.open().count(), links.commitments(ours=1, open=1)),
        all_ours=links.commitments(ours=1),
    )


def _later(sight: Sight, ours: CommitmentQuerySet) -> Duties:
    """What is open and said nowhere else here: the new ones for certain, the soonest first."""
    asked = ours.waiting_for(sight.user).filter(state=CommitmentState.PROPOSED)
    rest = ours.open().exclude(is_late(today=sight.today) | is_due_within(WEEK, today=sight.today))
    rest = rest.exclude(pk__in=asked.order_by().values("pk"))
    href = links.commitments(ours=1, open=1)
    found = _duties(sight, rest, _report_done, href, order=("-is_new", *SOONEST), most=LATER)
    rows = sorted(found.rows, key=lambda duty: (duty.due_on, duty.pk))
    return Duties(tuple(rows), found.total, href)


def my_drafts(sight: Sight) -> tuple[MeetingDraft, ...]:
    return tuple(MeetingDraft.objects.visible_to(sight.user).order_by("-updated_at", "-pk")[:SHOWN])


def waits_for_me(sight: Sight, *, most: int = SHOWN) -> Duties:
    """Promises that only a representative such as this reader can answer."""
    waiting = sight.commitments().waiting_for(sight.user)
    return _duties(sight, waiting, _answer, links.commitments(waiting=1), most=most)


@dataclass(frozen=True)
class Invited:
    """An invitation that the reader answers here with one tap."""

    pk: int
    name: str
    answer: str

    def __str__(self) -> str:
        return self.name

    @property
    def get_answer_display(self) -> str:
        return str(Answer(self.answer).label) if self.answer else ""


def next_meetings(sight: Sight) -> tuple[Meeting, ...]:
    """The soonest ones, each with the invitation that this reader answers, if any."""
    upcoming = sight.meetings().upcoming(today=sight.today).select_related("collaboration")
    found: list[Any] = list(
        upcoming.with_invitation(sight.user, today=sight.today).order_by(
            "held_on", "starts_at", "pk"
        )[:NEXT]
    )
    for meeting in found:
        meeting.invitation = _invited(meeting.invited) if meeting.invited else None
    return tuple(found)


def _invited(facts: dict[str, Any]) -> Invited:
    return Invited(facts["pk"], facts["short_name"] or facts["name"], facts["answer"])


def _duties(
    sight: Sight,
    rows: CommitmentQuerySet,
    verb: Callable[[Commitment], Verb],
    href: str,
    *,
    order: tuple[str, ...] = SOONEST,
    most: int = SHOWN,
) -> Duties:
    found: list[Any] = list(
        rows.with_newness(today=sight.today)
        .with_secrecy()
        .select_related("organization", "collaboration", "meeting")
        .annotate(total=Window(Count("pk")))
        .order_by(*order)[:most]
    )
    duties = tuple(_duty(sight, row, *verb(row)) for row in found)
    return Duties(duties, found[0].total if found else 0, href)


def _duty(sight: Sight, row: Any, verb: str, verb_url: str) -> Duty:
    return Duty(
        pk=row.pk,
        promise=row.promise,
        href=row.get_absolute_url(),
        organization=row.organization.label,
        collaboration=row.collaboration.title,
        meeting=row.meeting.title if row.meeting else "",
        due_on=row.due_on,
        is_sample=row.is_sample,
        is_new=row.is_new,
        is_unanswered=row.state == CommitmentState.PROPOSED,
        standing=standing_of(row, today=sight.today),
        verb=verb,
        verb_url=verb_url,
        is_confidential=row.is_confidential,
    )


def _report_done(row: Commitment) -> Verb:
    """Nobody reports done what nobody has accepted yet."""
    if row.state == CommitmentState.PROPOSED:
        return "", ""
    return _("Done"), reverse("agreements:commitment-report-done", args=[row.pk])


def _answer(row: Commitment) -> Verb:
    """Accept what is proposed; confirm what the coordinator answered on our behalf."""
    if row.state == CommitmentState.PROPOSED:
        return _("Accept"), reverse("agreements:commitment-accept", args=[row.pk])
    return _("Confirm the coordinator's answer"), reverse(
        "agreements:commitment-confirm-answer", args=[row.pk]
    )
