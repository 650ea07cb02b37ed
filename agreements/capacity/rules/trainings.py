"""Who may do what with trainings: the one that gives it, and the coordinators."""

import rules

from agreements.capacity.rules.standing import belongs_or_runs
from agreements.charter.rules import is_open, takes_part


@rules.predicate
def gives_training(user, training):
    return belongs_or_runs(user, training.collaboration_id, {training.giver_id})


rules.add_perm("agreements.plan_training", takes_part & is_open)
rules.add_perm("agreements.keep_training", gives_training)
