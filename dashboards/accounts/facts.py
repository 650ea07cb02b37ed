"""What an account may do in collaborations, said by the facts that let it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from actors.models import User
from agreements.models import Collaboration, Coordinator, Party, Representative

MOST = 30


@dataclass(frozen=True)
class Standing:
    """One collaboration, and in sentences what the account is in it."""

    collaboration: Collaboration
    facts: tuple[str, ...]


def standings_of(account: User) -> tuple[Standing, ...]:
    """Where the account takes part today, whatever its site role; four queries at most."""
    rows = list(Collaboration.objects.joined_by(account).for_list()[:MOST])
    coordinated, member, speaks = _coordinated(account), _member(account), _speaks(account)
    standings = []
    for row in rows:
        facts = []
        if row.pk in coordinated:
            facts.append(_("Coordinates it"))
        facts += [_("Speaks for %s") % name for name in speaks.get(row.pk, ())]
        if row.pk in member:
            facts.append(_("Member, through %s") % account.organization)
        standings.append(Standing(row, tuple(facts)))
    return tuple(standings)


def _coordinated(account: User) -> set[int]:
    if account.person_id is None:
        return set()
    rows = Coordinator.objects.current().filter(person_id=account.person_id)
    return set(rows.values_list("collaboration_id", flat=True))


def _member(account: User) -> set[int]:
    if account.organization_id is None:
        return set()
    rows = Party.objects.current().filter(organization_id=account.organization_id)
    return set(rows.values_list("collaboration_id", flat=True))


def _speaks(account: User) -> dict[int, list[str]]:
    """Names of organizations by collaboration."""
    found: dict[int, list[str]] = {}
    if account.person_id is None:
        return found
    rows = Representative.objects.current().filter(
        person_id=account.person_id, party__in=Party.objects.current()
    )
    for row in rows.select_related("party__organization"):
        found.setdefault(row.party.collaboration_id, []).append(str(row.party.organization))
    return found
