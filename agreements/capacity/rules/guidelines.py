"""Who may do what with guidelines, by facts about who issues, drafts and reviews them."""

import rules

from agreements.capacity.rules.standing import belongs_or_runs
from agreements.charter.rules import is_open, takes_part
from agreements.engagement.rules.discovery import own_organizations


def _of(user, guideline, *columns):
    """The coordinators, and whoever works or speaks for an organization in these columns."""
    named = {getattr(guideline, column) for column in columns}
    return belongs_or_runs(user, guideline.collaboration_id, named)


@rules.predicate
def drafts(user, guideline):
    return _of(user, guideline, "owner_id", "drafter_id")


@rules.predicate
def reviews(user, guideline):
    """Whoever reviews it or issues it may hand it back."""
    return _of(user, guideline, "owner_id", "reviewer_id")


@rules.predicate
def approves(user, guideline):
    """The people of its reviewer, except where they draft it, too; nobody in their place."""
    if not user.is_active or user.is_auditor:
        return False
    own = own_organizations(user, guideline.collaboration_id)
    return guideline.reviewer_id in own and guideline.drafter_id not in own


@rules.predicate
def issues(user, guideline):
    return _of(user, guideline, "owner_id")


rules.add_perm("agreements.begin_guideline", takes_part & is_open)
rules.add_perm("agreements.draft_guideline", drafts)
rules.add_perm("agreements.review_guideline", reviews)
rules.add_perm("agreements.approve_guideline", approves)
rules.add_perm("agreements.issue_guideline", issues)
