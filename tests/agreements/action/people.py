"""A collaboration with somebody in every role around one promise."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from actors.models import User
from agreements.models import Collaboration, Commitment
from tests.factories.action import CommitmentFactory
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    coordinator_of,
    member_of,
    representative_in,
)


@dataclass(frozen=True)
class People:
    """`representative` speaks for the promiser, `member` is its staff, `other` another party's."""

    collaboration: Collaboration
    representative: User
    member: User
    other: User
    other_member: User
    coordinator: User
    outsider: User
    admin: User
    auditor: User

    def promise(self, **fields):
        return CommitmentFactory(
            collaboration=self.collaboration,
            organization=self.representative.organization,
            **fields,
        )

    def everybody(self):
        names = ("representative", "member", "other", "other_member", "coordinator")
        return {name: getattr(self, name) for name in (*names, "outsider", "admin", "auditor")}


def make_people():
    collaboration = CollaborationFactory()
    representative = representative_in(collaboration)
    return People(
        collaboration=collaboration,
        representative=representative,
        member=UserFactory(organization=representative.organization),
        other=representative_in(collaboration),
        other_member=member_of(collaboration),
        coordinator=coordinator_of(collaboration),
        outsider=UserFactory(),
        admin=UserFactory(admin=True),
        auditor=member_of(collaboration, auditor=True),
    )


def today(days=0):
    return timezone.localdate() + timedelta(days=days)


def last_change(commitment):
    """The newest line of the history as (from, to, by, note, on behalf)."""
    change = Commitment.objects.get(pk=commitment.pk).changes.latest("pk")
    return (change.from_state, change.to_state, change.made_by, change.note, change.is_on_behalf)
