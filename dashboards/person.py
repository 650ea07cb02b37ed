"""The page of a person: posts for everyone, meetings and promises as far as one may look."""

from typing import Any

from django.db.models import Prefetch

from actors.models import Appointment, Person, User
from actors.people.contacts import contact_links
from agreements.charter.states import CollaborationState
from agreements.handover import rows as named
from agreements.models import Attendance, Coordinator, Meeting, Representative

FEW = 5


def profile_of(user: User, person: Person) -> dict[str, Any]:
    may_manage = user.has_perm("actors.manage_register", person)
    may_see = user.has_perm("actors.see_contacts", person)
    return {
        "posts": _posts(person),
        "may_manage": may_manage,
        "missing": _what_did_not_come_back(user, person) if may_manage else None,
        "may_hand_over": user.has_perm("agreements.see_handover", person),
        "may_export": user.has_perm("agreements.export_subject", person),
        "may_see_contacts": may_see,
        "links": contact_links(person) if may_see else None,
        **_work(user, person),
    }


def _posts(person: Person) -> Any:
    """Each with who holds the same post beside it: the substantive holder, or who acts for them."""
    beside = Appointment.objects.current().select_related("person").exclude(person=person)
    organizations = Prefetch("organization__appointments", beside, to_attr="held_today")
    posts = list(person.appointments.for_person().prefetch_related(organizations))
    for post in posts:
        post.beside = [
            other
            for other in post.organization.held_today
            if other.post.casefold() == post.post.casefold() and not post.has_ended
        ]
    return posts


def _what_did_not_come_back(user: User, person: Person) -> dict[str, Any]:
    """A closed account, and parties that nobody speaks for since this person's word ended."""
    voices = named.unspoken().visible_to(user).filter(person=person)
    voices = voices.exclude(party__collaboration__state=CollaborationState.CLOSED)
    return {
        "account": User.objects.filter(person=person, is_active=False).first(),
        "voices": list(voices.select_related("party__collaboration", "party__organization")[:FEW]),
    }


def _work(user: User, person: Person) -> dict[str, Any]:
    """What they do in the collaborations that the reader sees; of others not even a number."""
    commitments = named.promises().visible_to(user).of_person(person)
    commitments = commitments.exclude(collaboration__state=CollaborationState.CLOSED)
    came = Attendance.objects.visible_to(user).filter(person=person, is_present=True)
    meetings = Meeting.objects.filter(pk__in=came.order_by().values("meeting")).took_place()
    runs = Coordinator.objects.visible_to(user).current().filter(person=person)
    speaks = Representative.objects.visible_to(user).current().filter(person=person)
    return {
        "commitments": list(commitments.for_list()[:FEW]),
        "commitments_count": commitments.count(),
        "meetings": list(meetings.for_list()[:FEW]),
        "meetings_count": meetings.count(),
        "runs": list(runs.select_related("collaboration")[:FEW]),
        "speaks": list(speaks.select_related("party__collaboration", "party__organization")[:FEW]),
    }
