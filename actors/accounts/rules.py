"""Who may manage accounts and the register."""

import rules


@rules.predicate
def is_admin(user, record=None):
    return user.is_admin


@rules.predicate
def is_auditor(user, record=None):
    return user.is_auditor


@rules.predicate
def is_oneself(user, account):
    return account is not None and user.pk == account.pk


@rules.predicate
def stands_for_nobody(user, account):
    """A first admin links themselves: nobody else is there to do it."""
    return account is not None and account.person_id is None


rules.add_perm("actors.manage_register", is_admin)
rules.add_perm("actors.manage_accounts", is_admin)
rules.add_perm("actors.see_accounts", is_admin | is_auditor)
rules.add_perm("actors.change_role", is_admin & ~is_oneself)
rules.add_perm("actors.link_account", is_admin & (~is_oneself | stands_for_nobody))
rules.add_perm("actors.set_preferences", is_oneself)
