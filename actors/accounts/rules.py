"""Who may manage accounts and the register."""

import rules


@rules.predicate
def is_admin(user, record=None):
    return user.is_admin


rules.add_perm("actors.manage_register", is_admin)
rules.add_perm("actors.manage_accounts", is_admin)
