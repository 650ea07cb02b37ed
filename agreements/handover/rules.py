"""Who opens the page of a handover; what each may do there follows from the verbs' own rules."""

import rules

from actors.accounts.rules import is_admin
from actors.people.rules import is_this_person
from agreements.models import (
    AgendaItem,
    Collaboration,
    Commitment,
    Coordinator,
    Meeting,
    MeetingSeries,
    Representative,
    RoleAssignment,
)


@rules.predicate
def is_auditor(user, person=None):
    return user.is_auditor


@rules.predicate
def works_with_them(user, person):
    """Takes part in a collaboration in which the person is named for something."""
    seen = Collaboration.objects.visible_to(user).order_by().values("pk")
    named = (
        Commitment.objects.filter(person=person, collaboration__in=seen),
        Coordinator.objects.filter(person=person, collaboration__in=seen),
        Representative.objects.filter(person=person, party__collaboration__in=seen),
        Meeting.objects.filter(attendances__person=person, collaboration__in=seen),
        Meeting.objects.filter(facilitator=person, collaboration__in=seen),
        MeetingSeries.objects.filter(facilitator=person, collaboration__in=seen),
        AgendaItem.objects.filter(presenter=person, meeting__collaboration__in=seen),
        RoleAssignment.objects.filter(appointment__person=person, collaboration__in=seen),
    )
    return any(rows.exists() for rows in named)


rules.add_perm("agreements.see_handover", is_admin | is_auditor | is_this_person | works_with_them)
