"""The story of a commitment in one line of time: moves, new dates, progress; who, as what, when."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from actors.accounts.past import Homes
from agreements.action.states import CommitmentState
from agreements.action.succession import successions
from agreements.charter.models import Coordinator, Representative

S = CommitmentState


@dataclass(frozen=True)
class Line:
    when: datetime
    title: str
    note: str
    who: str
    role: str
    kind: str  # move, date, progress, help
    is_on_behalf: bool = False


def story_of(commitment):
    """Return every line about the commitment, the newest first."""
    changes = list(commitment.changes.for_list())
    dates = list(commitment.due_date_changes.for_list())
    updates = list(commitment.updates.for_list())
    writers = {row.made_by for row in (*changes, *dates, *updates)}
    went = successions(commitment, [change for change in changes if _is_handover(change)])
    role, made = _Roles(commitment, Homes(writers)).on, _made(commitment)
    lines = [
        *(_move(change, role, made, went.get(change.pk)) for change in changes),
        *(_new_date(change, role) for change in dates),
        *(_progress(update, role) for update in updates),
    ]
    return sorted(lines, key=lambda line: line.when, reverse=True)


def acted_for(commitment):
    """Return for which organizations it was recorded and confirmed, as far as that is known."""
    recorder, judge = commitment.recorded_by, commitment.confirmed_by
    homes = Homes([recorder, judge] if judge else [recorder])
    found = {"recorded_for": homes.at(recorder, commitment.created_at)}
    if judge:
        moves = commitment.changes.filter(to_state=S.CONFIRMED).order_by("-made_at")
        moment = moves.values_list("made_at", flat=True).first() or commitment.updated_at
        found["judged_for"] = homes.at(judge, moment)
    return found


def _is_handover(change):
    return change.from_state == change.to_state and bool(change.note)


def _handover(people):
    """From whom to whom, as far as the trail knows."""
    old, new = people or (None, None)
    words = {"old": old, "new": new}
    if old and new:
        return _("Handed over from %(old)s to %(new)s") % words
    if new:
        return _("Handed over to %(new)s") % words
    if old:
        return _("%(old)s handed over; nobody was named yet") % words
    return _("Handed over")


def _made(commitment):
    """How it was promised when nobody was left to ask: in the room, or with a signature."""
    if commitment.meeting_id:
        return _("Promised in the meeting")
    return _("Promised in the agreement") if commitment.clause_id else ""


def _move(change, role, made, people=None):
    return Line(
        when=change.made_at,
        title=_handover(people) if _is_handover(change) else _title(change, made),
        note=change.note,
        who=str(change.made_by),
        role=role(change),
        kind="move",
        is_on_behalf=change.is_on_behalf,
    )


def _title(change, made):
    move = (change.from_state, change.to_state)
    if move == (S.REPORTED_DONE, S.UNDER_WAY):
        return _("Sent back: not done yet") if change.note else _("Report taken back")
    if change.from_state == change.to_state:
        return _("The party confirmed this answer")
    if change.to_state == S.PROPOSED and change.from_state:
        return _("Answer corrected: not answered yet")
    return {
        ("", S.ACCEPTED): made,
        ("", S.PROPOSED): _("Proposed"),
        (S.DECLINED, S.ACCEPTED): _("Answer corrected: accepted"),
        (S.ACCEPTED, S.DECLINED): _("Answer corrected: declined"),
        (S.UNDER_WAY, S.DECLINED): _("Answer corrected: declined"),
        (S.REPORTED_DONE, S.CONFIRMED): _("Confirmed: the promise was kept"),
    }.get(move) or str(S(change.to_state).label)


def _new_date(change, role):
    days = {
        "old": date_format(change.old_due_on, "SHORT_DATE_FORMAT"),
        "new": date_format(change.new_due_on, "SHORT_DATE_FORMAT"),
    }
    return Line(
        when=change.made_at,
        title=_("Due date moved from %(old)s to %(new)s") % days,
        note=change.reason,
        who=str(change.made_by),
        role=role(change),
        kind="date",
    )


def _progress(update, role):
    return Line(
        when=update.made_at,
        title=_("Asks for help") if update.needs_help else _("Progress"),
        note=update.note or _("Still under way."),
        who=str(update.made_by),
        role=role(update),
        kind="help" if update.needs_help else "progress",
    )


class _Roles:
    """Who was what in the collaboration on which day; two queries for a whole story."""

    def __init__(self, commitment, homes):
        self.homes = homes
        collaboration_id = commitment.collaboration_id
        self.promiser = commitment.organization
        self.coordinators = list(Coordinator.objects.filter(collaboration=collaboration_id))
        rows = Representative.objects.filter(party__collaboration=collaboration_id)
        self.representatives = list(rows.select_related("party__organization"))

    def on(self, row):
        """Return the role in which the row was written, else the writer's organization then.

        Who speaks for the promiser did so; a coordinator who speaks for another party coordinated.
        """
        user, day = row.made_by, timezone.localdate(row.made_at)
        if getattr(row, "is_on_behalf", False):
            return _("coordinator, on behalf of %s") % self.promiser.label
        spoken_for = [
            held.party.organization for held in self.representatives if _holds(held, user, day)
        ]
        if self.promiser in spoken_for:
            return _("representative of %s") % self.promiser.label
        if any(_holds(held, user, day) for held in self.coordinators):
            return _("coordinator")
        if spoken_for:
            return _("representative of %s") % spoken_for[0].label
        home = self.homes.at(user, row.made_at)
        return home.label if home else ""


def _holds(row, user, day):
    is_theirs = row.person_id == user.person_id
    return is_theirs and row.starts_on <= day and (row.ends_on is None or day <= row.ends_on)
