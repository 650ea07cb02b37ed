"""Who may do what with the definition of the problem and with shared terms."""

import rules

from agreements.charter.models import Collaboration
from agreements.charter.rules import (
    is_coordinator_of,
    is_open,
    speaks_for_one_that_decides,
    takes_part,
)

BEHIND = ("definition", "term")


def collaboration_of(record):
    """The collaboration behind a definition, a term or a row of theirs; one is its own."""
    for name in BEHIND:
        if hasattr(record, f"{name}_id"):
            record = getattr(record, name)
    return record if isinstance(record, Collaboration) else record.collaboration


@rules.predicate
def coordinates(user, record):
    return is_coordinator_of(user, collaboration_of(record))


@rules.predicate
def speaks_for_a_party_that_decides(user, record):
    return speaks_for_one_that_decides(user, collaboration_of(record))


@rules.predicate
def takes_part_in_it(user, record):
    """Everybody who takes part in the open collaboration proposes a term."""
    collaboration = collaboration_of(record)
    return is_open(user, collaboration) and takes_part.test(user, collaboration)


rules.add_perm("agreements.edit_definition", coordinates)
rules.add_perm(
    "agreements.state_definition_position", coordinates | speaks_for_a_party_that_decides
)
rules.add_perm("agreements.propose_term", takes_part_in_it)
