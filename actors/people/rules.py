"""Who sees how to reach a person: whoever needs it for work they run, and nobody else."""

import rules

from actors.accounts.rules import is_admin
from actors.people.models import Person


@rules.predicate
def is_this_person(user, person):
    return person is not None and user.person_id == person.pk


@rules.predicate
def coordinates_them(user, person):
    """The user runs a collaboration in which this person takes part today."""
    if user.person_id is None or person is None:
        return False
    return Person.objects.coordinated_by(user).filter(pk=person.pk).exists()


@rules.predicate
def works_under_their_role(user, person):
    """The person took on a role in an active collaboration of the user's organization."""
    if user.is_auditor or user.organization_id is None or person is None:
        return False
    return Person.objects.answering_to(user).filter(pk=person.pk).exists()


rules.add_perm(
    "actors.see_contacts",
    is_admin | is_this_person | coordinates_them | works_under_their_role,
)
