"""The only code that changes people and their posts."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from actors.accounts.models import User
from actors.accounts.own_gain import refuse_own_gain
from actors.invitations.models import Invitation
from actors.people.models import Appointment, Person
from collabgov.kit.access import require_rule
from collabgov.kit.errors import Refused
from collabgov.kit.models import change_all_checked, save_all_checked, save_checked
from collabgov.kit.once import made_a_moment_ago

TOO_EARLY = {
    User: gettext_noop(
        "The account would move at once. "
        "Record the move of somebody with an account on its first day."
    ),
    Invitation: gettext_noop(
        "The invitation to an account would move at once. Record the move on its first day, "
        "or revoke the invitation first."
    ),
}


@transaction.atomic
def register(*, by, **fields):
    """Put a person on the register; a form that is sent twice puts one there."""
    require_rule(by, "actors.manage_register")
    if twin := made_a_moment_ago(Person.objects, when="created_at", **fields):
        return twin
    return save_checked(Person(**fields))


@transaction.atomic
def edit(*, person, by, version, **fields):
    """Change what is known about a person, unless somebody else did so meanwhile."""
    require_rule(by, "actors.manage_register", person)
    fresh = Person.objects.select_for_update().get(pk=person.pk)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return save_checked(fresh)


@transaction.atomic
def register_many(*, by, people):
    """Put many on the register at once; the first that cannot be there stops them all."""
    require_rule(by, "actors.manage_register")
    return save_all_checked(people)


@transaction.atomic
def edit_many(*, by, changes):
    """Change many, each given as (pk, version, fields); return (person, as they were)."""
    require_rule(by, "actors.manage_register")
    return change_all_checked(Person.objects.select_for_update(), changes)


@transaction.atomic
def appoint_many(*, by, appointments):
    """Record many posts at once."""
    require_rule(by, "actors.manage_register")
    return save_all_checked(appointments)


@transaction.atomic
def set_active(*, person, by, is_active):
    """Say that a person is no longer active, or is again; what they did stays."""
    require_rule(by, "actors.manage_register", person)
    fresh = Person.objects.select_for_update().get(pk=person.pk)
    fresh.is_active = is_active
    fresh.version += 1
    return save_checked(fresh)


@transaction.atomic
def appoint(*, person, organization, post, starts_on, by, ends_on=None, is_acting=False):
    """Record that a person holds a post in an organization."""
    require_rule(by, "actors.manage_register", person)
    appointment = Appointment(
        person=person,
        organization=organization,
        post=post,
        starts_on=starts_on,
        ends_on=ends_on,
        is_acting=is_acting,
    )
    return save_checked(appointment)


@transaction.atomic
def edit_appointment(*, appointment, by, version, **fields):
    """Correct a post: what was recorded about it was wrong; EditConflict when the form is older."""
    require_rule(by, "actors.manage_register", appointment)
    fresh = Appointment.objects.select_for_update().get(pk=appointment.pk)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return save_checked(fresh)


def end_appointment(*, appointment, ends_on, by, version):
    """The person leaves the post on that day, its last."""
    return edit_appointment(appointment=appointment, by=by, version=version, ends_on=ends_on)


@transaction.atomic
def move(*, appointment, by, version, organization, post, starts_on, is_acting=False):
    """The person leaves one post for another: the old one ends on the day before the new one.

    The account goes along, and so does an invitation to one: what its owner may do follows from
    their organization. It cannot go ahead of the day, so such a move is recorded from that day on.
    """
    require_rule(by, "actors.manage_register", appointment)
    person = Person.objects.select_for_update().get(pk=appointment.person_id)
    along = _going_along(appointment)
    if along and starts_on > timezone.localdate():
        raise ValidationError({"starts_on": _(TOO_EARLY[type(along[0])])})
    _leave(appointment, by=by, version=version, before=starts_on)
    for row in along if organization.pk != appointment.organization_id else ():
        if isinstance(row, User):
            refuse_own_gain(by=by, account=row, person=person, organization=organization)
        row.organization = organization
        save_checked(row)
    return appoint(
        person=person,
        organization=organization,
        post=post,
        starts_on=starts_on,
        is_acting=is_acting,
        by=by,
    )


def going_along(appointment):
    """The account that stands for the organization they leave, or the invitation to such a one."""
    there = {"person": appointment.person_id, "organization": appointment.organization_id}
    accounts = User.objects.filter(**there)
    invitations = Invitation.objects.waiting().filter(**there)
    return accounts, invitations


def _going_along(appointment):
    """The same rows, locked."""
    return [
        row for rows in going_along(appointment) for row in rows.select_for_update(of=("self",))
    ]


def _leave(appointment, *, by, version, before):
    last_day = before - timedelta(days=1)
    if last_day < appointment.starts_on:
        raise ValidationError({"starts_on": _("The post they leave began later than this day.")})
    if appointment.ends_on is not None and appointment.ends_on < before:
        raise Refused(_("This post has ended before that day. Add the new post instead."))
    end_appointment(appointment=appointment, ends_on=last_day, by=by, version=version)
