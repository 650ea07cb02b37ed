"""Who reads the audit trail: auditors and admins all of it, others what is theirs."""

import rules

from actors.models import Organization, Person, User
from agreements.charter.rules import represented_organizations
from agreements.models import Collaboration, Commitment, Meeting


@rules.predicate
def reads_everything(user, record=None):
    return user.is_admin or user.is_auditor


@rules.predicate
def runs_a_collaboration(user, record=None):
    return Collaboration.objects.coordinated_by(user).exists()


@rules.predicate
def runs_it(user, record):
    """A coordinator reads the trail of the collaboration they run, and of all in it."""
    if isinstance(record, Collaboration):
        collaboration_id = record.pk
    else:
        collaboration_id = getattr(record, "collaboration_id", None)
    if collaboration_id is None:
        return False
    return Collaboration.objects.coordinated_by(user).filter(pk=collaboration_id).exists()


@rules.predicate
def is_theirs(user, record):
    """Own records: oneself, one's organization, what it promised and the meetings it logged."""
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
    if isinstance(record, Meeting):
        by = record.logged_by
        return (
            by is not None
            and by.organization_id is not None
            and (by.organization_id == user.organization_id)
        )
    return False


def _is_colleague(user, person):
    if user.organization_id is None:
        return False
    return person.appointments.current().filter(organization=user.organization_id).exists()


rules.add_perm("dashboards.read_audit", reads_everything | runs_a_collaboration)
rules.add_perm("dashboards.read_history", reads_everything | is_theirs | runs_it)
rules.add_perm("dashboards.see_addresses", reads_everything)
