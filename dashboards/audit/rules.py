"""Who reads the audit trail: auditors and admins all of it, others what is theirs."""

import rules

from actors.models import Organization, Person, User
from agreements.charter.rules import represented_organizations
from agreements.engagement.rules.discovery import is_of
from agreements.models import AssistanceRequest, Collaboration, Commitment, Meeting, Pledge

# What leads from a record to its collaboration, where it does not name one itself.
BEHIND = ("agreement", "indicator", "goal", "service")


@rules.predicate
def reads_everything(user, record=None):
    return user.is_admin or user.is_auditor


@rules.predicate
def runs_a_collaboration(user, record=None):
    return Collaboration.objects.coordinated_by(user).exists()


@rules.predicate
def runs_it(user, record):
    """A coordinator reads the trail of the collaboration they run, and of all in it."""
    collaboration_id = _collaboration_behind(record)
    if collaboration_id is None:
        return False
    return Collaboration.objects.coordinated_by(user).filter(pk=collaboration_id).exists()


def _collaboration_behind(record):
    if isinstance(record, Collaboration):
        return record.pk
    while not hasattr(record, "collaboration_id"):
        name = next((name for name in BEHIND if hasattr(record, f"{name}_id")), None)
        if name is None:
            return None
        record = getattr(record, name)
    return record.collaboration_id


@rules.predicate
def is_theirs(user, record):
    """Own records: oneself, one's organization, its promises and pledges, meetings it logged."""
    if isinstance(record, User):
        return record.pk == user.pk
    if isinstance(record, Person):
        return user.person_id == record.pk or _is_colleague(user, record)
    if user.organization_id is None and user.person_id is None:
        return False
    if isinstance(record, Organization):
        return user.organization_id == record.pk
    if isinstance(record, Commitment):
        mine = represented_organizations(user, record.collaboration)
        return record.organization_id in {user.organization_id, *mine}
    if isinstance(record, Pledge):
        mine = represented_organizations(user, record.collaboration)
        sides = {record.giver_id, record.receiver_id} - {None}
        return not sides.isdisjoint({user.organization_id, *mine})
    if isinstance(record, Meeting):
        by = record.logged_by
        return (
            by is not None
            and by.organization_id is not None
            and (by.organization_id == user.organization_id)
        )
    return False


@rules.predicate
def is_of_a_side(user, record):
    """Both parties of a request for assistance read what happened to it."""
    if not isinstance(record, AssistanceRequest):
        return False
    return is_of(user, record.from_party) or is_of(user, record.to_party)


def _is_colleague(user, person):
    if user.organization_id is None:
        return False
    return person.appointments.current().filter(organization=user.organization_id).exists()


rules.add_perm("dashboards.read_audit", reads_everything | runs_a_collaboration)
rules.add_perm("dashboards.read_history", reads_everything | is_theirs | is_of_a_side | runs_it)
rules.add_perm("dashboards.see_addresses", reads_everything)
