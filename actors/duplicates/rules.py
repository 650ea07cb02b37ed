"""Who looks at duplicates, and who merges them."""

import rules

from actors.accounts.rules import is_admin


@rules.predicate
def is_auditor(user, record=None):
    return user.is_auditor


rules.add_perm("actors.see_duplicates", is_admin | is_auditor)
rules.add_perm("actors.merge_records", is_admin)
