"""Search, then add: who of the register a typed name may mean, each with a button's value."""

from dataclasses import dataclass

from django.db.models import OuterRef, Prefetch, Subquery

from actors.models import Appointment, Organization, Person
from agreements.engagement.models import Attendance

MOST = 6
SHORTEST = 2


@dataclass(frozen=True)
class Hit:
    value: str  # what the button posts: `o12`, or `p5-o12`
    name: str
    detail: str


def hits_for(text, user):
    """People first, then organizations; a person once for each organization they serve.

    Whom somebody came for is told only from meetings that the searcher may see.
    """
    text = text.strip()[:100]
    if len(text) < SHORTEST:
        return []
    return [*_people(text, user), *_organizations(text)]


def _people(text, user):
    seen = Attendance.objects.visible_to(user)
    last_home = seen.filter(person=OuterRef("pk")).order_by("-meeting__held_on")
    posts = Appointment.objects.current().for_list()
    people = list(
        Person.objects.active()
        .search(text)
        .annotate(last_home=Subquery(last_home.values("organization")[:1]))
        .prefetch_related(Prefetch("appointments", posts, to_attr="posts"))[:MOST]
    )
    homes = Organization.objects.in_bulk({row.last_home for row in people if row.last_home})
    return [hit for person in people for hit in _of_person(person, homes)]


def _of_person(person, homes):
    places = [(post.organization, f"{post.post}, {post.organization}") for post in person.posts]
    if not places and (home := homes.get(person.last_home)):
        places = [(home, str(home))]
    if not places:
        return [Hit(f"p{person.pk}", str(person), "")]
    return [Hit(f"p{person.pk}-o{home.pk}", str(person), detail) for home, detail in places[:2]]


def _organizations(text):
    found = Organization.objects.active().search(text).select_related("region")[:MOST]
    return [Hit(f"o{row.pk}", row.name, row.region.name if row.region else "") for row in found]
