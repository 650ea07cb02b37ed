"""Who may do what with shared goals: coordinators edit, representatives state positions."""

import rules

from agreements.charter.kinds import Voice
from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of, represented_organizations

BEHIND = ("theory", "goal", "indicator", "measurement")


def collaboration_of(record):
    """The collaboration behind a theory, goal, indicator or any row of theirs."""
    while not hasattr(record, "collaboration_id"):
        name = next((name for name in BEHIND if hasattr(record, f"{name}_id")), None)
        if name is None:
            return record  # it is one
        record = getattr(record, name)
    return record.collaboration


def speaks_for(user, party):
    """Whether a dated row says today that the user speaks for this party."""
    return party.organization_id in represented_organizations(user, party.collaboration_id)


def is_coordinator(user, record):
    return is_coordinator_of(user, collaboration_of(record))


coordinates = rules.predicate(is_coordinator, name="coordinates")


@rules.predicate
def speaks_for_a_party_that_decides(user, record):
    """Who is only consulted is not asked where it stands."""
    collaboration = collaboration_of(record)
    mine = represented_organizations(user, collaboration)
    asked = Party.objects.current().filter(collaboration=collaboration, voice=Voice.DECIDES)
    return asked.filter(organization__in=mine).exists()


rules.add_perm("agreements.edit_goals", coordinates)
rules.add_perm("agreements.state_theory_position", coordinates | speaks_for_a_party_that_decides)
