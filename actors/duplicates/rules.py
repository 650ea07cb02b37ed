"""Who looks at duplicates, and who merges them: nobody their own record."""

import rules

from actors.accounts.rules import is_admin
from actors.duplicates.kinds import Kind


@rules.predicate
def is_auditor(user, record=None):
    return user.is_auditor


@rules.predicate
def is_own_affair(user, merge):
    """Whether one of the two records is the user, or their account's organization."""
    own = user.organization_id if merge.kind == Kind.ORGANIZATION else user.person_id
    return own is not None and own in (merge.kept_id, merge.away_id)


rules.add_perm("actors.see_duplicates", is_admin | is_auditor)
rules.add_perm("actors.merge_records", is_admin)
rules.add_perm("actors.merge_pair", is_admin & ~is_own_affair)
