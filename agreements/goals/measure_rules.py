"""Who may report, verify and settle values of indicators.

Reporting: for their own organization members and representatives, for every party a coordinator.
Verifying, returning, settling: the coordinator, but never a figure that they gave themselves; the
auditor, whose only verbs these are. Disputing, and putting a figure from elsewhere beside one:
whoever may verify, and who speaks for another party than the one that reported. Periods are
locked by the coordinator.
"""

import rules

from agreements.charter.models import Representative
from agreements.charter.rules import is_coordinator_of, is_member_of, speaks_for, takes_part
from agreements.charter.states import CollaborationState
from agreements.goals.models import Measurement
from agreements.goals.rules import collaboration_of


def reports_for(user, party):
    """Whether the user gives values in the name of this party."""
    if is_coordinator_of(user, party.collaboration):
        return True
    if user.organization_id == party.organization_id and is_member_of(user, party.collaboration):
        return True
    return speaks_for(user, party)


def gave_it(user, measurement):
    """Whether the figure is the user's own, in this version of the value or in one before."""
    if user.pk in (measurement.entered_by_id, measurement.submitted_by_id):
        return True
    return Measurement.objects.filter(pk=measurement.pk).given_by(user).exists()


@rules.predicate
def is_unlocked_work(user, record):
    """The collaboration goes on."""
    return collaboration_of(record).state != CollaborationState.CLOSED


@rules.predicate
def takes_part_in_it(user, record):
    return takes_part(user, collaboration_of(record))


@rules.predicate
def coordinates_it(user, record):
    return is_coordinator_of(user, collaboration_of(record))


@rules.predicate
def audits(user, record):
    return user.is_auditor


@rules.predicate
def reports_it(user, measurement):
    return reports_for(user, measurement.party)


is_giver = rules.predicate(gave_it, name="is_giver")


@rules.predicate
def speaks_for_another(user, measurement):
    """A dated row says that the user speaks for another party of the collaboration."""
    if user.is_auditor or user.person_id is None:
        return False
    rows = Representative.objects.current().filter(
        party__in=collaboration_of(measurement).parties.current(), person_id=user.person_id
    )
    return rows.exclude(party=measurement.party_id).exists() and not reports_for(
        user, measurement.party
    )


@rules.predicate
def gave_one_of_them(user, rivalry):
    """Whether one of the rival figures is the user's: reported, or told from elsewhere."""
    if rivalry.raised_by_id == user.pk:
        return True
    return Measurement.objects.figures_of(rivalry).given_by(user).exists()


oversees = coordinates_it | audits
doubts_it = (oversees | speaks_for_another) & ~is_giver

rules.add_perm("agreements.enter_measurement", takes_part_in_it & is_unlocked_work)
rules.add_perm("agreements.report_measurement", reports_it & is_unlocked_work)
rules.add_perm("agreements.verify_measurement", oversees & ~is_giver & is_unlocked_work)
rules.add_perm("agreements.dispute_measurement", doubts_it & is_unlocked_work)
rules.add_perm("agreements.settle_measurement", oversees & ~is_giver & is_unlocked_work)
rules.add_perm("agreements.raise_rivalry", doubts_it & is_unlocked_work)
rules.add_perm("agreements.resolve_rivalry", oversees & ~gave_one_of_them & is_unlocked_work)
rules.add_perm("agreements.lock_period", coordinates_it & is_unlocked_work)
