"""What is in whose name, kind by kind: the handover page lists it, the home page counts it."""

from datetime import timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from actors.models import Appointment
from agreements.action.states import OPEN, CommitmentState
from agreements.charter.states import CollaborationState, PartyState
from agreements.engagement.states import MeetingState
from agreements.models import (
    AgendaItem,
    Attendance,
    Collaboration,
    Commitment,
    Coordinator,
    Meeting,
    MeetingDraft,
    MeetingSeries,
    Representative,
    RoleAssignment,
)

STILL_MOVES = (*OPEN, CommitmentState.REPORTED_DONE)


def promises():
    return Commitment.objects.filter(state__in=STILL_MOVES)


def roles():
    """Terms that go on after today: what ends today is settled already."""
    return Coordinator.objects.not_over(today=tomorrow())


def voices():
    return Representative.objects.not_over(today=tomorrow())


def unspoken():
    """The last who spoke for a party that nobody speaks for after today."""
    others = Representative.objects.filter(party=OuterRef("party"))
    same_day = Q(ends_on=OuterRef("ends_on"), pk__gt=OuterRef("pk"))
    later = others.filter(Q(ends_on__gt=OuterRef("ends_on")) | same_day)
    over = Representative.objects.filter(ends_on__lt=tomorrow())
    over = over.exclude(party__state=PartyState.LEFT)
    return over.filter(~Exists(others.not_over(today=tomorrow())), ~Exists(later))


def silenced():
    """Those of them who have left: their party waits for somebody to be named."""
    return unspoken().filter(has_left(where="party__organization"))


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


def invitations():
    return Attendance.objects.filter(meeting__state=MeetingState.PLANNED)


def planned():
    """Meetings to come; the person is invited to them, or leads them."""
    return Meeting.objects.filter(state=MeetingState.PLANNED)


def series():
    """Meetings that come again and are led by somebody, also those that are not planned yet."""
    return MeetingSeries.objects.running().exclude(last_on__lt=timezone.localdate())


def leading():
    """Leadership roles that go on after today."""
    return RoleAssignment.objects.not_over(today=tomorrow())


def presentations():
    """Topics that somebody presents in a meeting to come."""
    return AgendaItem.objects.filter(meeting__state=MeetingState.PLANNED)


def is_gone(who="person"):
    """Out of use in the register, or the account closed."""
    return Q(**{f"{who}__is_active": False}) | Q(**{f"{who}__user__is_active": False})


def has_left(*, where, today=None):
    """Gone, or every post in the organization that the row is about is over."""
    posts = Appointment.objects.filter(person=OuterRef("person"), organization=OuterRef(where))
    at_home = Q(person__user__organization=F(where), person__user__is_active=True)
    moved_on = Q(Exists(posts)) & ~Q(Exists(posts.current(today=today))) & ~at_home
    return Q(person__isnull=False) & (is_gone() | moved_on)


def unanswered(commitments):
    """(collaboration, organization) → promises that wait for a word of the organization's."""
    waiting = Q(state=CommitmentState.PROPOSED) | Q(is_answered_on_behalf=True)
    rows = commitments.filter(waiting).order_by().values_list("collaboration", "organization")
    return {pair[:2]: pair[2] for pair in rows.annotate(number=Count("pk"))}


# What is counted: the rows, who is named in them, their collaboration, what makes one line.
COUNTED = (
    (promises, "person", "collaboration", "pk"),
    (voices, "person", "party__collaboration", "pk"),
    (silenced, "person", "party__collaboration", "pk"),
    (invitations, "person", "meeting__collaboration", "meeting"),
    (planned, "facilitator", "collaboration", "pk"),
    (series, "facilitator", "collaboration", "pk"),
    (presentations, "presenter", "meeting__collaboration", "pk"),
    (leading, "appointment__person", "collaboration", "pk"),
)


def count_open(people, user):
    """Person → how many lines their handover page shows to this reader, in a few queries."""
    seen = Collaboration.objects.visible_to(user).order_by().values("pk")
    running = seen.exclude(state=CollaborationState.CLOSED)
    counts = dict.fromkeys(people, 0)
    kinds = [(*kind, running) for kind in COUNTED]
    kinds.append((roles, "person", "collaboration", "pk", seen))
    for rows, who, where, thing, scope in kinds:
        named = rows().filter(**{f"{who}__in": people, f"{where}__in": scope})
        totals = named.order_by().values_list(who).annotate(number=Count(thing, distinct=True))
        for person, number in totals:
            counts[person] += number
    for person, number in _drafts(people, user):
        counts[person] += number
    return counts


def _drafts(people, user):
    """One's own each by itself; those of others are one line, for an admin only."""
    rows = MeetingDraft.objects.filter(user__person__in=people).order_by()
    for person, number in rows.values_list("user__person").annotate(number=Count("pk")):
        if person == user.person_id:
            yield person, number
        elif user.is_admin:
            yield person, 1
