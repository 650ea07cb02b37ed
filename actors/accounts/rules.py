"""Who may manage accounts and the register."""

import rules


@rules.predicate
def is_admin(user, record=None):
    return user.is_admin


@rules.predicate
def is_oneself(user, account):
    return account is not None and user.pk == account.pk


rules.add_perm("actors.manage_register", is_admin)
rules.add_perm("actors.manage_accounts", is_admin)
rules.add_perm("actors.change_role", is_admin & ~is_oneself)
rules.add_perm("actors.set_preferences", is_oneself)
