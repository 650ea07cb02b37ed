"""What the verbs of structures, roles and responsibilities have in common."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from actors.people.models import Appointment
from agreements.capacity.models import (
    AreaResponsibility,
    ArrangementChange,
    RoleAssignment,
    Structure,
)
from agreements.capacity.structure_kinds import ArrangementEvent as E
from agreements.capacity.structure_kinds import Standing
from agreements.capacity.structure_words import (
    answered_by,
    called_area,
    called_role,
    days_of,
    held_by,
)
from agreements.charter.states import PartyState
from agreements.charter.transitions.locking import moment, require_reason
from collabgov.kit.errors import Refused
from collabgov.kit.periods import BACK_TO_FRONT, shared_days

NAMED = {Structure: "structure", RoleAssignment: "role", AreaResponsibility: "area"}
CALLED = {Structure: str, RoleAssignment: called_role, AreaResponsibility: called_area}
EDITED = {RoleAssignment: E.ROLE_CHANGED, AreaResponsibility: E.AREA_CHANGED}
WHO = {RoleAssignment: held_by, AreaResponsibility: answered_by}


def standing_of(row):
    return Standing.LIMITED if row.ends_on else Standing.HOLDS


def log(row, event, *, by, source="", note="", on=None, subject=""):
    """One line of the history; `source` is how it stood before."""
    kind = type(row)
    ArrangementChange.objects.create(
        collaboration=row.collaboration,
        event=event,
        subject=subject or CALLED[kind](row),
        note=note,
        from_state=source,
        to_state=standing_of(row),
        made_by=by,
        made_at=moment(on, row.collaboration),
        **{NAMED[kind]: row},
    )


def as_it_stands(row):
    """A role or a responsibility, who has it and from when to when: what an edit may change."""
    return f"{CALLED[type(row)](row)}, {days_of(row)}"


def put_right(row, *, by, before, source, note):
    """The line of an edit: how it stood → who has it now, from when to when."""
    now = f"{WHO[type(row)](row)}, {days_of(row)}"
    subject = before if before == as_it_stands(row) else f"{before} → {now}"
    log(row, EDITED[type(row)], by=by, source=source, note=note, subject=subject)


def reason_to_edit(row, note):
    """Why something is put right; what is over is not rewritten without a reason."""
    return require_reason(note, field="note") if row.is_over else (note or "").strip()


def day_before(day):
    return day - timedelta(days=1)


def left_of(row, starts_on):
    """The last day that was agreed on, for whoever follows; none where it is open or passed."""
    return row.ends_on if row.ends_on and row.ends_on >= starts_on else None


def require_party(party, collaboration_id):
    """A party of this collaboration that has not left it."""
    if party.collaboration_id != collaboration_id:
        raise ValidationError({"party": [_("The party belongs to another collaboration.")]})
    if party.state != PartyState.ACTIVE:
        raise ValidationError({"party": [_("Choose a party that takes part.")]})


def require_goal(goal, collaboration_id, *, field="goal"):
    if goal is not None and goal.collaboration_id != collaboration_id:
        raise ValidationError({field: [_("The goal belongs to another collaboration.")]})


def require_days_in_order(starts_on, ends_on):
    """Days back to front are complained of before anything that is asked of these days."""
    if ends_on is not None and ends_on < starts_on:
        raise ValidationError({"ends_on": [BACK_TO_FRONT]})


def require_not_over(row):
    """Refused when the last day of the row has passed: what is over stays as it was."""
    if row.is_over:
        sentence = _(
            "This is over already: it cannot end or be passed on again. "
            "Begin a new one, or put right under “Edit” what was entered wrongly."
        )
        raise Refused(sentence)


def require_later_start(row, starts_on):
    """Whoever follows begins after the first day of whom they follow."""
    if starts_on <= row.starts_on:
        sentence = _("Choose a day after the first day of the one before.")
        raise ValidationError({"starts_on": [sentence]})
    if row.ends_on is not None and starts_on > row.ends_on + timedelta(days=1):
        sentence = _("Choose a day at most one day after the last day of the one before.")
        raise ValidationError({"starts_on": [sentence]})


def post_of(person, organization, starts_on, ends_on=None):
    """The post that the person holds in the organization in that time; refused without one."""
    if person is None:
        return None
    rows = Appointment.objects.filter(person=person, organization=organization)
    rows = rows.filter(shared_days(starts_on, ends_on))
    post = rows.order_by("is_acting", "-starts_on", "pk").first()
    if post is None:
        words = {"person": person, "organization": organization}
        sentence = _("%(person)s holds no post in %(organization)s in that time.") % words
        raise ValidationError({"person": [sentence]})
    return post
