"""Who may be named for a promise: somebody of the organization that makes it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from actors.models import Person
from agreements.charter.models import Representative
from agreements.engagement.models import Attendance
from collabgov.kit.errors import Refused


def require_own_person(commitment, person):
    """Refuse a name of another organization; nobody named is fine.

    Somebody belongs by a post (today or on the day of the promise), by an account, by speaking
    for the organization here, or by having come to one of these meetings for it: people without
    a post and without an account are named too.
    """
    facts = {"collaboration": commitment.collaboration, "made_on": commitment.made_on}
    if person is None or belongs(person, commitment.organization, **facts):
        return
    raise Refused(stranger(person, commitment.organization))


def stranger(person, organization):
    """The sentence that refuses somebody of another organization."""
    words = _("%(person)s is not of %(organization)s: choose somebody who is, or nobody.")
    return words % {"person": person, "organization": organization.label}


def belongs(person, organization, *, collaboration, made_on):
    """Whether the person may be named for what the organization promised there on that day."""
    days = (timezone.localdate(), made_on)
    if Person.objects.belonging_to(organization, days=days).filter(pk=person.pk).exists():
        return True
    here = {"collaboration": collaboration, "organization": organization}
    came = Attendance.objects.filter(
        person=person,
        organization=organization,
        meeting__collaboration=collaboration,
    )
    speaks = Representative.objects.current().filter(
        person=person, **{f"party__{name}": value for name, value in here.items()}
    )
    return came.exists() or speaks.exists()
