"""Who may do what in a collaboration, by facts: party, representative, coordinator.

An auditor only looks, whatever rows name them.
"""

import rules

from agreements.charter.asking import kept
from agreements.charter.kinds import Voice
from agreements.charter.models import Collaboration, Coordinator, Party, Representative
from agreements.charter.states import CollaborationState


@kept
def is_member_of(user, collaboration):
    """Whether the user's organization is an active party today."""
    if user.is_auditor or user.organization_id is None:
        return False
    parties = Party.objects.current()
    return parties.filter(
        collaboration=collaboration, organization_id=user.organization_id
    ).exists()


@kept
def is_coordinator_of(user, collaboration):
    """Whether a dated row says today that the user runs the collaboration."""
    if user.is_auditor or user.person_id is None:
        return False
    rows = Coordinator.objects.current()
    return rows.filter(collaboration=collaboration, person_id=user.person_id).exists()


@kept
def represented_organizations(user, collaboration):
    """Ids of the organizations for which the user speaks today in the collaboration."""
    if user.is_auditor or user.person_id is None:
        return frozenset()
    rows = Representative.objects.current().filter(
        party__in=Party.objects.current().filter(collaboration=collaboration),
        person_id=user.person_id,
    )
    return frozenset(rows.values_list("party__organization_id", flat=True))


def speaks_for(user, party):
    """Whether a dated row says today that the user speaks for this party."""
    return party.organization_id in represented_organizations(user, party.collaboration_id)


def speaks_for_one_that_decides(user, collaboration):
    """Who is only consulted is not asked where it stands."""
    mine = represented_organizations(user, collaboration)
    asked = Party.objects.current().filter(collaboration=collaboration, voice=Voice.DECIDES)
    return asked.filter(organization__in=mine).exists()


@rules.predicate
def takes_part(user, collaboration):
    """Members, representatives and coordinators; an admin only where such a fact says so."""
    return (
        is_member_of(user, collaboration)
        or is_coordinator_of(user, collaboration)
        or bool(represented_organizations(user, collaboration))
    )


def collaboration_of(record):
    """The collaboration behind a party, term, driver or cycle; a collaboration is its own."""
    if isinstance(record, Collaboration):
        return record
    if isinstance(record, Representative):
        return record.party.collaboration
    return record.collaboration


@rules.predicate
def coordinates(user, record):
    return is_coordinator_of(user, collaboration_of(record))


@rules.predicate
def may_found(user, collaboration=None):
    """Who may start a collaboration: an admin, or somebody who already coordinates one."""
    if user.is_auditor:
        return False
    return user.is_admin or Collaboration.objects.coordinated_by(user).exists()


@rules.predicate
def may_appoint_coordinator(user, collaboration):
    """The coordinator; an admin only where nobody coordinates today who has not left."""
    if is_coordinator_of(user, collaboration):
        return True
    rows = Coordinator.objects.current().filter(collaboration=collaboration)
    return user.is_admin and not rows.still_here().exists()


@rules.predicate
def is_open(user, collaboration):
    """Nothing is added to a collaboration that has been closed."""
    return collaboration.state != CollaborationState.CLOSED


@rules.predicate
def keeps_legal_bases(user, legal_basis=None):
    """An admin keeps the whole register."""
    return user.is_admin


@rules.predicate
def added_it_unverified(user, legal_basis):
    """Whoever added a rule for their work corrects it, until an admin has verified it."""
    return (
        legal_basis.added_by_id == user.pk
        and not legal_basis.is_verified
        and Collaboration.objects.coordinated_by(user).exists()
    )


rules.add_perm("agreements.add_legal_basis", may_found)
rules.add_perm("agreements.edit_legal_basis", keeps_legal_bases | added_it_unverified)
rules.add_perm("agreements.verify_legal_basis", keeps_legal_bases)
rules.add_perm("agreements.create_collaboration", may_found)
rules.add_perm("agreements.edit_charter", coordinates)
rules.add_perm("agreements.log_meeting", takes_part & is_open)
rules.add_perm("agreements.propose_commitment", takes_part & is_open)
rules.add_perm("agreements.appoint_coordinator", may_appoint_coordinator)
