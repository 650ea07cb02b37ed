"""Who may do what with a commitment, by facts about its promiser and its collaboration."""

import rules

from agreements.action.models import CommitmentChange
from agreements.action.states import CommitmentState
from agreements.charter.models import Party
from agreements.charter.rules import (
    is_coordinator_of,
    is_member_of,
    represented_organizations,
)


def takes_part(commitment):
    """Whether the organization that promised is a party of the collaboration today."""
    parties = Party.objects.current().filter(collaboration=commitment.collaboration_id)
    return parties.filter(organization=commitment.organization_id).exists()


def speaks_for_promiser(user, commitment):
    """Whether a dated row says today that the user speaks for the organization that promised."""
    spoken_for = represented_organizations(user, commitment.collaboration_id)
    return commitment.organization_id in spoken_for


def belongs_to_promiser(user, commitment):
    """Whether the promise is that of the user's own organization, or of one they speak for."""
    is_own = user.organization_id is not None and (
        user.organization_id == commitment.organization_id
    )
    return is_own or speaks_for_promiser(user, commitment)


def reported_it_done(user, commitment):
    """Whether the user ever reported this promise done."""
    reports = CommitmentChange.objects.filter(
        commitment=commitment, to_state=CommitmentState.REPORTED_DONE
    )
    return reports.filter(made_by=user).exists()


def answered_on_its_behalf(user, commitment):
    """Whether the user ever answered this promise in the place of the organization."""
    answers = CommitmentChange.objects.filter(commitment=commitment, is_on_behalf=True)
    return answers.filter(made_by=user).exists()


@rules.predicate
def acts(user, commitment):
    """An auditor only reads."""
    return user.is_active and not user.is_auditor


@rules.predicate
def coordinates(user, commitment):
    return is_coordinator_of(user, commitment.collaboration_id)


@rules.predicate
def is_own_member(user, commitment):
    return user.organization_id == commitment.organization_id and is_member_of(
        user, commitment.collaboration_id
    )


speaks_for_it = rules.predicate(speaks_for_promiser, name="speaks_for_it")
is_promiser = rules.predicate(belongs_to_promiser, name="is_promiser")
has_answered_on_behalf = rules.predicate(answered_on_its_behalf, name="has_answered_on_behalf")
has_reported_it = rules.predicate(reported_it_done, name="has_reported_it")


@rules.predicate
def speaks_for_a_party(user, commitment):
    """Speaks for some party; with `~is_promiser` beside it, for another one than the promiser."""
    return bool(represented_organizations(user, commitment.collaboration_id))


@rules.predicate
def recorded_it_and_nobody_answered(user, commitment):
    return commitment.recorded_by_id == user.pk and commitment.state == CommitmentState.PROPOSED


may_update = acts & (is_own_member | speaks_for_it | coordinates)
may_judge = acts & ~is_promiser & (speaks_for_a_party | coordinates)

rules.add_perm("agreements.update_progress", may_update)
rules.add_perm("agreements.change_due_date", may_update)
rules.add_perm("agreements.answer_commitment", acts & (speaks_for_it | coordinates))
rules.add_perm("agreements.settle_answer", acts & speaks_for_it & ~has_answered_on_behalf)
rules.add_perm(
    "agreements.take_back_report",
    acts & (is_own_member | speaks_for_it | (coordinates & has_reported_it)),
)
rules.add_perm("agreements.confirm_commitment", may_judge & ~has_reported_it)
rules.add_perm("agreements.send_back_commitment", may_judge)
rules.add_perm("agreements.mark_not_kept", acts & (speaks_for_it | coordinates))
rules.add_perm(
    "agreements.cancel_commitment", acts & (coordinates | recorded_it_and_nobody_answered)
)
