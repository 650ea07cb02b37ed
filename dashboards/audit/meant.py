"""Whom a name means that somebody typed into the filter: accounts, and organizations."""

from django.db.models import Q

from actors.models import Organization, User
from collabgov.kit.audit import event_model
from dashboards.audit.reading import reads_all

MOST = 100  # more is no answer to "who": the filter says so instead of leaving some out


class TooMany(Exception):
    """More fit the text than anybody meant."""

    most = property(lambda self: self.args[0])


def accounts_meant(text, user):
    """Numbers of the accounts that a name may mean; an address, for who reads addresses."""
    meant = Q(person__full_name__icontains=text)
    if reads_all(user):
        meant |= Q(email__icontains=text)
    return _numbers(User.objects.filter(meant))


def organizations_meant(text, user):
    """Numbers of the organizations that a name may mean, of those that the reader knows of.

    Only those that an account ever belonged to: nobody else acts for an organization.
    """
    is_reader = reads_all(user)
    rows = Organization._base_manager.all() if is_reader else Organization.objects.visible_to(user)
    acted = event_model(User).objects.exclude(organization=None).values("organization_id")
    rows = rows.filter(pk__in=acted)
    return _numbers(rows.filter(_named(text))) or _numbers(rows.filter(_named_in_a_region(text)))


def _named(text):
    return Q(name__icontains=text) | Q(short_name__icontains=text)


def _named_in_a_region(text):
    """Words of the name with words of the region's: offices of two regions may be called alike."""
    every, some = Q(), Q()
    for word in text.split():
        every &= _named(word) | Q(region__name__icontains=word)
        some |= _named(word)
    return every & some


def _numbers(rows):
    found = list(rows.order_by("pk").values_list("pk", flat=True)[: MOST + 1])
    if len(found) > MOST:
        raise TooMany(MOST)
    return found
