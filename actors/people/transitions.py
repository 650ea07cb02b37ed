"""The only code that changes people and their posts."""

from django.db import transaction

from actors.people.models import Appointment, Person
from collabgov.kit.access import require_rule
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago


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
def set_active(*, person, by, is_active):
    """Take a person out of use, or into use again; what they did stays."""
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
def edit_appointment(*, appointment, by, **fields):
    """Correct a post: what was recorded about it was wrong."""
    require_rule(by, "actors.manage_register", appointment)
    fresh = Appointment.objects.select_for_update().get(pk=appointment.pk)
    for name, value in fields.items():
        setattr(fresh, name, value)
    return save_checked(fresh)


def end_appointment(*, appointment, ends_on, by):
    """The person leaves the post on that day, its last."""
    return edit_appointment(appointment=appointment, by=by, ends_on=ends_on)
