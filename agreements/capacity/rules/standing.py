"""For whom somebody stands where, as every noun of capacity asks it."""

import rules

from agreements.charter.models import Collaboration
from agreements.charter.rules import is_coordinator_of, is_open
from agreements.engagement.rules.discovery import own_organizations

BEHIND = ("pledge", "request", "service")  # what a row belongs to that names no collaboration


def collaboration_of(record):
    """The collaboration behind any record of capacity; a collaboration is its own."""
    while not (isinstance(record, Collaboration) or hasattr(type(record), "collaboration")):
        name = next(name for name in BEHIND if hasattr(type(record), name))
        record = getattr(record, name)
    return record if isinstance(record, Collaboration) else record.collaboration


def runs(user, record):
    """Whether the user coordinates the collaboration behind the record."""
    return is_coordinator_of(user, collaboration_of(record).pk)


def belongs_or_runs(user, collaboration_id, organizations):
    """The coordinators, and whoever works or speaks for one of these; never an auditor."""
    if not user.is_active or user.is_auditor:
        return False
    own = own_organizations(user, collaboration_id)
    return not own.isdisjoint(organizations) or is_coordinator_of(user, collaboration_id)


@rules.predicate
def acts_in_open(user, record):
    """Nobody acts in a closed collaboration, and an auditor nowhere."""
    return user.is_active and not user.is_auditor and is_open(user, collaboration_of(record))
