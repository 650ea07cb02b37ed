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
    if person is None or _belongs(commitment, person):
        return
    raise Refused(
        _("%(person)s is not of %(organization)s: choose somebody who is, or nobody.")
        % {"person": person, "organization": commitment.organization.label}
    )


def _belongs(commitment, person):
    organization = commitment.organization
    days = (timezone.localdate(), commitment.made_on)
    if Person.objects.belonging_to(organization, days=days).filter(pk=person.pk).exists():
        return True
    here = {"collaboration": commitment.collaboration_id, "organization": organization}
    came = Attendance.objects.filter(
        person=person,
        organization=organization,
        meeting__collaboration=commitment.collaboration_id,
    )
    speaks = Representative.objects.current().filter(
        person=person, **{f"party__{name}": value for name, value in here.items()}
    )
    return came.exists() or speaks.exists()
