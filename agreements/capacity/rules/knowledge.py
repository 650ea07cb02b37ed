"""Who may do what with knowledge assets: their custodian keeps them, every party uses them."""

import rules

from agreements.capacity.rules.standing import belongs_or_runs
from agreements.charter.rules import is_open, takes_part


def keeps(user, asset):
    """The organization that keeps it, and the coordinators."""
    return belongs_or_runs(user, asset.collaboration_id, {asset.custodian_id})


@rules.predicate
def keeps_asset(user, asset):
    return keeps(user, asset)


@rules.predicate
def uses_asset(user, asset):
    """Whoever takes part says where it was used."""
    return not user.is_auditor and takes_part.test(user, asset.collaboration)


@rules.predicate
def keeps_use(user, use):
    """Whoever keeps the asset, or recorded the use."""
    return keeps(user, use.asset) or (
        use.recorded_by_id == user.pk and takes_part.test(user, use.collaboration)
    )


rules.add_perm("agreements.share_knowledge", takes_part & is_open)
rules.add_perm("agreements.keep_knowledge", keeps_asset)
rules.add_perm("agreements.use_knowledge", uses_asset)
rules.add_perm("agreements.remove_knowledge_use", keeps_use)
