"""Who may do what with shared goals: coordinators edit, representatives state positions."""

import rules

from agreements.charter.rules import is_coordinator_of, speaks_for_one_that_decides

BEHIND = ("theory", "goal", "indicator", "measurement")


def collaboration_of(record):
    """The collaboration behind a theory, goal, indicator or any row of theirs."""
    while not hasattr(record, "collaboration_id"):
        name = next((name for name in BEHIND if hasattr(record, f"{name}_id")), None)
        if name is None:
            return record  # it is one
        record = getattr(record, name)
    return record.collaboration


def is_coordinator(user, record):
    return is_coordinator_of(user, collaboration_of(record))


coordinates = rules.predicate(is_coordinator, name="coordinates")


@rules.predicate
def speaks_for_a_party_that_decides(user, record):
    return speaks_for_one_that_decides(user, collaboration_of(record))


rules.add_perm("agreements.edit_goals", coordinates)
rules.add_perm("agreements.state_theory_position", coordinates | speaks_for_a_party_that_decides)
