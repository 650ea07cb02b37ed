"""Where nobody leads: roles that are vacant, and roles whose holder is no longer there."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.capacity.models import RoleAssignment, Structure
from agreements.capacity.structure_kinds import NEEDED
from agreements.capacity.structure_kinds import LeadershipRole as R
from agreements.charter.clock import today_in
from agreements.charter.states import PartyState
from agreements.goals.models import Goal
from agreements.goals.states import GoalState

DAY = timedelta(days=1)
MISSED = (R.CHAIR, R.ISSUE_COORDINATOR, *NEEDED)  # when they fall vacant, somebody has to act


@dataclass(frozen=True)
class Gap:
    """A sentence, and what a form that fills the gap begins with."""

    words: str
    query: str = ""


def holds(row, today):
    return row.starts_on <= today and (row.ends_on is None or row.ends_on >= today)


def nobody(label, rows, today):
    """The sentence on a place that nobody holds today, or nothing; `rows` were ever there."""
    if any(holds(row, today) for row in rows):
        return ""
    ended = [row.ends_on for row in rows if row.ends_on and row.ends_on < today]
    ahead = [row.starts_on for row in rows if row.starts_on > today]
    facts = {"what": label}
    if ahead:
        facts["day"] = date_format(min(ahead), "DATE_FORMAT")
        return _("%(what)s: nobody until %(day)s") % facts
    if ended:
        facts["day"] = date_format(max(ended) + DAY, "DATE_FORMAT")
        return _("%(what)s: nobody since %(day)s") % facts
    return _("%(what)s: nobody yet") % facts


def trouble_of(role, today=None):
    """Why the holder of a running role is not really there, or nothing."""
    today, post = today or role.its_today, role.appointment
    if role.party.state != PartyState.ACTIVE:
        label = role.party.organization.label
        return _("%(party)s does not take part any more.") % {"party": label}
    if post is None:
        return ""
    facts = {"person": post.person}
    if post.ends_on and post.ends_on < today:
        facts["day"] = date_format(post.ends_on, "DATE_FORMAT")
        return _("The post of %(person)s ended on %(day)s.") % facts
    if not post.person.is_active:
        return _("%(person)s has left.") % facts
    return ""


@dataclass(frozen=True)
class Place:
    """A role that is asked about: what it is called, who holds it, or that nobody does."""

    label: str
    holders: tuple
    gap: Gap


@dataclass(frozen=True)
class Leadership:
    """The roles that are asked about, held or not; gaps of holders who are not there.

    `is_begun`: somebody recorded a structure or a role, whatever became of it.
    """

    held: tuple
    vacant: tuple
    absent: tuple
    is_begun: bool

    @property
    def filled(self):
        return len(self.held)

    @property
    def asked(self):
        return len(self.held) + len(self.vacant)

    @property
    def gaps(self):
        """What is vacant comes first, then holders who are not there."""
        return (*(place.gap for place in self.vacant), *self.absent)


def leadership_of(collaboration, *, today=None, structures=None, roles=None):
    """Who leads today where somebody has to, and where nobody does."""
    today = today or today_in(collaboration)
    if structures is None:
        structures = list(Structure.objects.filter(collaboration=collaboration).for_tree())
    if roles is None:
        roles = list(RoleAssignment.objects.filter(collaboration=collaboration).for_list())
    standing = [body for body in structures if holds(body, today)]
    goals = Goal.objects.filter(collaboration=collaboration).agreed().order_by("title", "pk")
    asked = [*_needed(standing, roles, today), *_issues(goals, roles, today)]
    held = tuple(place for place in asked if place.holders)
    vacant = tuple(place for place in asked if not place.holders)
    return Leadership(held, vacant, tuple(_absent(roles, today)), bool(structures or roles))


def _needed(structures, roles, today):
    """The chair of each structure, or of all where there is none; secretariat and verifier once."""
    for body in structures:
        rows = [row for row in roles if row.role == R.CHAIR and row.structure_id == body.pk]
        label = _("Chair of %(structure)s") % {"structure": body}
        yield _place(label, rows, today, role=R.CHAIR, structure=body.pk)
    for role in NEEDED if structures else (R.CHAIR, *NEEDED):
        rows = [row for row in roles if row.role == role]
        yield _place(role.label, rows, today, role=role)


def _issues(goals, roles, today):
    for goal in goals:
        rows = [row for row in roles if row.role == R.ISSUE_COORDINATOR and row.goal_id == goal.pk]
        label = _("Coordinator of “%(issue)s”") % {"issue": goal}
        yield _place(label, rows, today, role=R.ISSUE_COORDINATOR, goal=goal.pk)


def _absent(roles, today):
    for row in roles:
        if holds(row, today) and (words := trouble_of(row, today)):
            label = row.get_role_display()
            yield Gap(_("%(what)s: %(trouble)s") % {"what": label, "trouble": words})


def _place(label, rows, today, **names):
    holders = tuple(row for row in rows if holds(row, today))
    return Place(str(label), holders, Gap(nobody(label, rows, today), urlencode(names)))


def left_vacant(roles):
    """Of each role that somebody held, that nobody holds and nobody will take over: the last one.

    Each by the clock of its collaboration. A structure that has ended and an issue that is given
    up need nobody.
    """
    places = defaultdict(list)
    for row in roles:
        if row.role in MISSED and _is_wanted(row):
            where = () if row.role in NEEDED else (row.structure_id, row.goal_id)
            places[row.collaboration_id, row.role, *where].append(row)
    for rows in places.values():
        if all(row.is_over for row in rows):
            yield max(rows, key=lambda row: row.ends_on)


def _is_wanted(row):
    body = row.structure
    if body is not None and body.ends_on and body.ends_on < row.its_today:
        return False
    return row.goal is None or row.goal.state == GoalState.AGREED
