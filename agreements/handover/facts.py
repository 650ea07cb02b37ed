"""Who reads the page of a handover, and what they may do in which collaboration: asked once."""

from dataclasses import dataclass

from actors.models import Organization, Person
from agreements.charter.states import CollaborationState
from agreements.models import Collaboration, Coordinator, Party, Representative


class Overseer:
    """A reader who sees everything and acts in nothing: a command asks as this one."""

    is_authenticated = is_active = is_admin = True
    is_auditor = False
    pk = person_id = organization_id = None


@dataclass(frozen=True)
class Facts:
    """`person` is the one who leaves, `user` reads; ids of what the reader may act in."""

    person: Person
    user: object
    coordinated: frozenset
    memberships: frozenset  # (collaboration, organization) of the reader's own active parties
    voices: frozenset  # (collaboration, organization) that the reader speaks for
    coordinators: dict  # collaboration → who runs it and has not left

    @classmethod
    def of(cls, person, user):
        seen = Collaboration.objects.visible_to(user)
        rows = Coordinator.objects.current().still_here().exclude(person=person)
        coordinators = {}
        for row in rows.filter(collaboration__in=seen).select_related("person"):
            coordinators.setdefault(row.collaboration_id, []).append(row.person)
        return cls(
            person=person,
            user=user,
            coordinated=_coordinated(user),
            memberships=_memberships(user),
            voices=_voices(user),
            coordinators=coordinators,
        )

    def in_view(self, rows, path="collaboration"):
        """Rows of collaborations that the reader sees and that are not closed."""
        seen = Collaboration.objects.visible_to(self.user).exclude(state=CollaborationState.CLOSED)
        return rows.filter(**{f"{path}__in": seen.order_by().values("pk")})

    def coordinates(self, collaboration_id):
        return collaboration_id in self.coordinated

    def acts_for(self, collaboration_id, organization_id):
        pair = (collaboration_id, organization_id)
        return pair in self.memberships or pair in self.voices


def own_organizations(person):
    """Where a person serves or last served, and that of their account."""
    posts = person.appointments.order_by().values("organization")
    accounts = Organization.objects.filter(users__person=person).order_by().values("pk")
    return Organization.objects.filter(pk__in=posts.union(accounts))


def _coordinated(user):
    if user.is_auditor:
        return frozenset()
    return frozenset(Collaboration.objects.coordinated_by(user).values_list("pk", flat=True))


def _memberships(user):
    if user.is_auditor or user.organization_id is None:
        return frozenset()
    rows = Party.objects.current().filter(organization=user.organization_id)
    return frozenset(rows.values_list("collaboration", "organization"))


def _voices(user):
    if user.is_auditor or user.person_id is None:
        return frozenset()
    rows = Representative.objects.current().filter(
        party__in=Party.objects.current(), person=user.person_id
    )
    return frozenset(rows.values_list("party__collaboration", "party__organization"))
