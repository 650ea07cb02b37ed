"""Whom a pulse can ask: of each party that takes part today, those who work for it or speak."""

from collections import defaultdict

from django.db.models import Q

from actors.models import Appointment, User
from agreements.charter.models import Party, Representative
from collabgov.kit.periods import holds_on


def parties_of(collaboration):
    rows = Party.objects.current().filter(collaboration=collaboration)
    return list(rows.select_related("organization").order_by("organization__name", "pk"))


def people_of(organization):
    """Whom an organization can ask: who works there today."""
    return sorted(_at_home({organization.pk: None})[None].values(), key=str)


def candidates_of(parties):
    """People by party: today with an account, a post or a voice there.

    Three questions to the database, however many parties there are.
    """
    found = _at_home({party.organization_id: party.pk for party in parties})
    speakers = Representative.objects.current().filter(party__in=[party.pk for party in parties])
    for row in speakers.filter(Q(person__is_active=True)).select_related("person"):
        found[row.party_id][row.person_id] = row.person
    return {pk: sorted(people.values(), key=str) for pk, people in found.items()}


def moved_on(wave, rows):
    """Of these invitations those whose person is not of the house any more that asks them."""
    if wave.is_of_organization:
        known = {None: people_of(wave.organization)}
    else:
        known = candidates_of(parties_of(wave.collaboration))
    return [row for row in rows if row.person_id and row.person not in known.get(row.party_id, [])]


def named_with_home(rows):
    """Whom each of these invitations names, and for which organization, in the order of names."""
    return ", ".join(sorted(f"{row} ({row.home.label})" for row in rows))


def _at_home(by_home):
    """Those with an account or a post in these organizations, by what stands for each."""
    found = defaultdict(dict)
    accounts = User.objects.filter(is_active=True, organization__in=by_home, person__is_active=True)
    for user in accounts.select_related("person"):
        found[by_home[user.organization_id]][user.person_id] = user.person
    posts = Appointment.objects.filter(holds_on(), organization__in=by_home)
    for post in posts.filter(person__is_active=True).select_related("person"):
        found[by_home[post.organization_id]][post.person_id] = post.person
    return found
