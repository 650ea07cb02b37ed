"""The only code that changes organizations."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from actors.organizations.models import Organization
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.models import change_all_checked, save_all_checked, save_checked

TREE_LOCK = 7_602_001  # any number, as long as nothing else locks it


@transaction.atomic
def register(*, by, **fields):
    """Put an organization on the register."""
    require_rule(by, "actors.manage_register")
    return save_checked(Organization(**fields))


@transaction.atomic
def edit(*, organization, by, version, **fields):
    """Change what is known about an organization, unless somebody else did so meanwhile."""
    require_rule(by, "actors.manage_register", organization)
    lock_the_tree()
    fresh = Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    _refuse_circle(fresh)
    return save_checked(fresh)


@transaction.atomic
def set_active(*, organization, by, is_active, reason=""):
    """Take an organization out of use, or into use again; nothing else ends by that."""
    require_rule(by, "actors.manage_register", organization)
    fresh = Organization.objects.select_for_update(of=("self",)).get(pk=organization.pk)
    fresh.is_active = is_active
    fresh.version += 1
    with because(reason):
        return save_checked(fresh)


@transaction.atomic
def register_many(*, by, organizations):
    """Put many on the register at once; the first that cannot be there stops them all."""
    require_rule(by, "actors.manage_register")
    return save_all_checked(organizations)


@transaction.atomic
def edit_many(*, by, changes):
    """Change many, each given as (pk, version, fields); return (organization, as it was)."""
    require_rule(by, "actors.manage_register")
    lock_the_tree()
    rows = Organization.objects.select_for_update(of=("self",))
    done = change_all_checked(rows, changes)
    for fresh, was in done:
        if fresh.parent_id != was.parent_id:
            _refuse_circle(fresh)
    return done


def lock_the_tree():
    """One change at a time: two that are right alone could close a circle together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TREE_LOCK])


def _refuse_circle(organization):
    if organization.parent_id is None or organization.parent_id == organization.pk:
        return  # the constraint speaks about an organization that belongs to itself
    above = Organization.objects.line_above(organization.parent)
    if organization in above or organization.parent == organization:
        text = _("“%(name)s” is itself below this organization.") % {"name": organization.parent}
        raise ValidationError({"parent": ValidationError(text, code="circle")})
