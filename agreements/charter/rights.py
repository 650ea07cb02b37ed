"""Whom a collaboration gives rights: nobody takes these for themself as an admin."""

from actors.accounts.own_gain import register_rights
from agreements.charter.models import Coordinator, Party, Representative
from agreements.charter.states import PartyState


def register():
    register_rights("collaboration", carries_rights)


def carries_rights(person, organization):
    """Whether the person runs a collaboration or speaks in one, or the organization is in one."""
    if person is not None:
        if Coordinator.objects.not_over().filter(person=person).exists():
            return True
        if Representative.objects.not_over().filter(person=person).exists():
            return True
    parties = Party.objects.exclude(state=PartyState.LEFT)
    return organization is not None and parties.filter(organization=organization).exists()
