"""One meeting: who was there, what was discussed, decided and promised."""

from dataclasses import dataclass
from itertools import groupby

from django.views.generic import DetailView

from actors.models import Organization
from agreements.charter.asking import asked_once
from agreements.charter.rules import is_open
from agreements.engagement.agenda_page import (
    coming_here,
    time_said,
    with_threads,
)
from agreements.engagement.kinds import MeetingKind
from agreements.engagement.minutes_page import minutes_panel
from agreements.engagement.resting import beside
from agreements.engagement.rules.decisions import may_put_forward
from agreements.engagement.schedule import is_to_come
from agreements.engagement.states import TOOK_PLACE, MeetingState
from agreements.engagement.summary import plain_summary
from agreements.engagement.views.sheet import collaborations_for
from agreements.models import Attendance, Meeting
from collabgov.kit.access import VisibleRowsMixin

STRIP = (
    MeetingState.PLANNED,
    MeetingState.HELD,
    MeetingState.MINUTES_SHARED,
    MeetingState.MINUTES_ADOPTED,
)


@dataclass(frozen=True)
class Present:
    """An organization at the meeting, with its people."""

    organization: Organization
    rows: list[Attendance]

    @property
    def is_present(self):
        return any(row.is_present for row in self.rows)


class MeetingDetail(VisibleRowsMixin, DetailView):
    """Every number of queries here is the same for a short and a long meeting."""

    model = Meeting
    template_name = "agreements/engagement/meeting_detail.html"

    def get_queryset(self):
        return (
            super()
            .get_queryset()
            .select_related("collaboration", "facilitator", "logged_by__person", "series")
        )

    def get_context_data(self, **kwargs):
        meeting, user = self.object, self.request.user
        parts = parts_of(meeting)
        rights = rights_of(user, meeting)
        taken = with_threads(meeting, parts["agenda"], user=user, may_edit=rights["may_edit"])
        minutes = minutes_panel(meeting, user)
        address = self.request.build_absolute_uri(meeting.get_absolute_url())
        carried, questions = coming_here(meeting)
        standing = {**minutes.standing, "coming": (carried, questions)}
        return super().get_context_data(
            **parts,
            **rights,
            agenda_time=time_said(meeting, parts["agenda"]),
            carried=carried,
            open_questions=questions,
            changes=meeting.changes.select_related("made_by__person"),
            loose_decisions=[*meeting.decisions.filter(agenda_item=None).with_secrecy(), *taken],
            minutes=minutes,
            strip=strip_of(meeting),
            is_due=not is_to_come(meeting),
            summary=plain_summary(meeting, address=address, **standing, **parts),
            answers=answers_of(meeting, user),
            beside=beside(meeting, user),
            **kwargs,
        )


def parts_of(meeting):
    """What its page and its summary both list."""
    return {
        "attendance": grouped(meeting.attendances.for_list()),
        "agenda": list(meeting.agenda_items.for_list().with_raised()),
        "commitments": list(meeting.commitments.for_list()),
    }


@asked_once()
def rights_of(user, meeting):
    """Which buttons the page shows."""
    joined = {row.pk for row in collaborations_for(user)}
    return {
        "may_edit": user.has_perm("agreements.edit_meeting", meeting),
        "may_put_forward": may_put_forward(user, meeting.collaboration),
        "may_place": is_open(user, meeting.collaboration)
        and user.has_perm("agreements.edit_series", meeting)
        and meeting.collaboration.meeting_series.exists(),
        "may_log": meeting.collaboration_id in joined,
        "may_state_readiness": may_state_readiness(user, meeting),
    }


def may_state_readiness(user, meeting):
    """After a courtesy or working visit: what the hosts are ready for is written down."""
    is_visit = meeting.kind == MeetingKind.VISIT and meeting.state in TOOK_PLACE
    return is_visit and user.has_perm("agreements.record_discovery", meeting.collaboration)


def answers_of(meeting, user):
    """Who comes to a planned meeting, in numbers, and which invitations the reader answers."""
    if meeting.state != MeetingState.PLANNED:
        return None
    rows = meeting.attendances.answerable_by(user).for_list()
    own = [row for row in rows if row.person_id and row.person_id == user.person_id]
    return {"counts": meeting.attendances.tally_of_answers(), "mine": own or list(rows)}


def grouped(attendances):
    """Attendance by organization, those that were there first."""
    groups = [
        Present(organization, list(rows))
        for organization, rows in groupby(attendances, key=lambda row: row.organization)
    ]
    return sorted(groups, key=lambda group: not group.is_present)


def strip_of(meeting):
    """The states on the way, each with whether it is reached; nothing for a cancelled one."""
    if meeting.state not in STRIP:
        return []
    reached = STRIP.index(meeting.state)
    return [
        (state.label, "done" if place < reached else "here" if place == reached else "")
        for place, state in enumerate(STRIP)
    ]
