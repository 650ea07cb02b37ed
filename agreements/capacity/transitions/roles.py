"""Give a leadership role, put it right, name its last day, pass it on."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.models import RoleAssignment
from agreements.capacity.structure_kinds import ArrangementEvent as E
from agreements.capacity.structure_kinds import LeadershipRole
from agreements.capacity.transitions.arranging import (
    as_it_stands,
    day_before,
    left_of,
    log,
    post_of,
    put_right,
    reason_to_edit,
    require_goal,
    require_later_start,
    require_not_over,
    require_party,
    standing_of,
)
from agreements.charter.transitions.locking import lock_open, locked
from agreements.goals.models import ReportingDuty
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.periods import shared_days

SAID = ("structure", "goal", "role")
UNSAID = {"structure": None, "goal": None, "ends_on": None}  # what a twin must lack, too


@transaction.atomic
def begin_role(*, collaboration, by, party, person=None, is_sample=False, on=None, **fields):
    """A party leads from that day, perhaps through somebody in a post of it; once if sent twice.

    `fields`: role, starts_on, and if there are any structure, goal, ends_on.
    """
    fresh = lock_open(collaboration.pk)
    require_party(party, fresh.pk)
    days = (fields["starts_on"], fields.get("ends_on"))
    post = post_of(person, party.organization, *days)
    said = {"collaboration": fresh, "party": party, "appointment": post, **UNSAID, **fields}
    row = RoleAssignment(is_sample=is_sample, **said)
    _require_place(row)
    _require_other_data(row)
    if twin := made_a_moment_ago(RoleAssignment.objects, when="created_at", **said):
        return twin
    save_checked(row)
    log(row, E.ROLE_BEGUN, by=by, on=on)
    return row


@transaction.atomic
def edit_role(*, role, by, version, party, starts_on, ends_on=None, person=None, note=""):
    """Put right who holds it from when to when; which role it is stays.

    The history tells how it stood before, and of one that is over, why it was changed.
    """
    fresh = locked(role, role.collaboration_id)
    fresh.next_version(version)
    why = reason_to_edit(fresh, note)
    stood = {"before": as_it_stands(fresh), "source": standing_of(fresh)}
    if party != fresh.party:
        require_party(party, fresh.collaboration_id)
    if party != fresh.party or person != fresh.person:
        fresh.appointment = post_of(person, party.organization, starts_on, ends_on)
    fresh.party, fresh.starts_on, fresh.ends_on = party, starts_on, ends_on
    _require_within(fresh)
    _require_other_data(fresh)
    save_checked(fresh)
    put_right(fresh, by=by, note=why, **stood)
    return fresh


@transaction.atomic
def end_role(*, role, by, ends_on=None, note="", on=None):
    """Its last day: today, or the day that is named."""
    fresh = locked(role, role.collaboration_id)
    require_not_over(fresh)
    day = ends_on or fresh.its_today
    if fresh.ends_on == day:
        return fresh  # the same said twice changes nothing
    return _end(fresh, day, by=by, note=note, on=on)


@transaction.atomic
def pass_role_on(*, role, by, starts_on, party=None, person=None, note=""):
    """Somebody follows from that day; the one before ends on the day before it, without a gap."""
    fresh = locked(role, role.collaboration_id)
    require_not_over(fresh)
    follows = party or fresh.party
    require_party(follows, fresh.collaboration_id)
    require_later_start(fresh, starts_on)
    if (follows, person) == (fresh.party, fresh.person):
        raise Refused(_("It is theirs already: choose who follows."))
    last_day = left_of(fresh, starts_on)
    _end(fresh, day_before(starts_on), by=by, note=note)
    row = RoleAssignment(
        collaboration=fresh.collaboration,
        party=follows,
        starts_on=starts_on,
        ends_on=last_day,
        appointment=post_of(person, follows.organization, starts_on, last_day),
        is_sample=fresh.is_sample,
        **{name: getattr(fresh, name) for name in SAID},
    )
    _require_within(row)
    _require_other_data(row)
    save_checked(row)
    log(row, E.ROLE_BEGUN, by=by, note=note)
    return row


def _end(role, day, *, by, note="", on=None):
    source = standing_of(role)
    role.ends_on = day
    role.version += 1
    save_checked(role)
    log(role, E.ROLE_ENDED, by=by, source=source, note=note.strip(), on=on)
    return role


def _require_place(row):
    require_goal(row.goal, row.collaboration_id)
    if row.structure is None:
        return
    if row.structure.collaboration_id != row.collaboration_id:
        sentence = _("The structure belongs to another collaboration.")
        raise ValidationError({"structure": [sentence]})
    _require_within(row)


def _require_within(row):
    """Nobody leads in a structure that is not there yet, or no longer."""
    body = row.structure
    if body is None:
        return
    if row.starts_on < body.starts_on:
        raise ValidationError({"starts_on": [_("The structure begins later than that.")]})
    if body.ends_on and (row.ends_on is None or row.ends_on > body.ends_on):
        raise ValidationError({"ends_on": [_("The structure ends before that.")]})


def _require_other_data(row):
    """Whoever verifies owes no report on it: nobody verifies what they report themselves."""
    if row.role != LeadershipRole.VERIFIER:
        return
    duties = ReportingDuty.objects.filter(
        shared_days(row.starts_on, row.ends_on),
        party=row.party,
        indicator__goal__collaboration=row.collaboration_id,
    )
    if row.goal_id:
        duties = duties.filter(indicator__goal=row.goal_id)
    if duty := duties.select_related("indicator").order_by("pk").first():
        words = {"party": row.party.organization.label, "indicator": duty.indicator}
        sentence = _("%(party)s reports “%(indicator)s” and does not verify its own data.") % words
        raise ValidationError({"party": [sentence]})
