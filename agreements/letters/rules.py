"""Who looks after letterheads. An agreement is printed by whoever sees it."""

import rules


@rules.predicate
def is_admin(user, record=None):
    return user.is_admin


rules.add_perm("agreements.manage_letterheads", is_admin)
