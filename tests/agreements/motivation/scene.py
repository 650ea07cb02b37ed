"""A collaboration whose people are asked, and ways to let them answer."""

import itertools
import random

from actors.organizations.kinds import Sector
from agreements.models import PulseItem, PulseSpool
from agreements.motivation import transitions
from agreements.motivation.sealing import make_token
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.factories.motivation import PulseWaveFactory

NUMBERS = itertools.count(1)
GOOD = {"T3", "U3", "L3", "X1", "O5"}  # where agreement is a bad sign


def together(parties=5, outside=0):
    """A collaboration with so many parties, of which the last ones are outside government."""
    collaboration = CollaborationFactory()
    for number in range(parties):
        is_outside = number >= parties - outside
        sector = Sector.CIVIL_SOCIETY if is_outside else Sector.GOVERNMENT
        organization = OrganizationFactory(sector=sector)
        PartyFactory(collaboration=collaboration, organization=organization)
    return collaboration


def reachable(party=None):
    """Somebody whom a mail can reach; with a party: who has a post there."""
    person = PersonFactory(email=f"orang-{next(NUMBERS)}@contoh.test")
    if party:
        AppointmentFactory(organization=party.organization, person=person)
    return person


def ask(wave, by, *, each=1, on_paper=False):
    """Invite so many of each party."""
    chosen = {
        party: ([], each) if on_paper else ([reachable(party) for _ in range(each)], 0)
        for party in wave.collaboration.parties.order_by("pk")
    }
    return transitions.choose_invited(wave=wave, by=by, chosen=chosen)


def open_pulse(*, parties=5, each=1, outside=0, **fields):
    """An open wave and whoever runs it."""
    collaboration = together(parties, outside)
    runner = coordinator_of(collaboration)
    wave = ask(PulseWaveFactory(collaboration=collaboration, **fields), runner, each=each)
    return transitions.open_wave(wave=wave, by=runner), runner


def asked_with_account():
    """An open pulse, and the account of the first who is asked in it."""
    collaboration = together()
    runner = coordinator_of(collaboration)
    chosen = {party: ([reachable(party)], 0) for party in collaboration.parties.order_by("pk")}
    ((person,), _paper), *_others = chosen.values()
    home = collaboration.parties.order_by("pk").first().organization
    user = UserFactory(person=person, organization=home)
    wave = PulseWaveFactory(collaboration=collaboration)
    transitions.choose_invited(wave=wave, by=runner, chosen=chosen)
    return transitions.open_wave(wave=wave, by=runner), user


def open_culture(people=5, *, on_paper=0, **fields):
    """An open assessment of an organization, and the admin who runs it."""
    admin = UserFactory(admin=True)
    wave = PulseWaveFactory(of_organization=True, **fields)
    staff = [reachable() for _number in range(people)]
    for person in staff:
        AppointmentFactory(organization=wave.organization, person=person)
    wave = transitions.choose_staff(wave=wave, by=admin, people=staff, unnamed=on_paper)
    return transitions.open_wave(wave=wave, by=admin, today=wave.opens_on), admin


def tokens_of(wave):
    """The links of a wave, in the order in which people were invited."""
    rows = wave.invitations.order_by("pk").values_list("pk", flat=True)
    return [make_token(pk, salt=wave.salt) for pk in rows]


def steps(wave, step):
    """The same opinion on everything: 5 is good for working together, whatever way it is asked."""
    codes = PulseItem.objects.of_wave(wave).values_list("code", flat=True)
    return {code: 6 - step if code in GOOD else step for code in codes}


def at_random(wave, chance=random):
    codes = PulseItem.objects.of_wave(wave).values_list("code", flat=True)
    return {code: chance.choice([1, 2, 3, 4, 5, None]) for code in codes} | {"T1": 3}


def let_answer(wave, *opinions, comment=""):
    """The first ones who are asked answer, each with one opinion on everything."""
    for token, step in zip(tokens_of(wave), opinions, strict=False):
        transitions.answer(token=token, said=steps(wave, step), comment=comment)


def has_answered(wave):
    """How many turns were taken."""
    return wave.invitations.filter(turn=None).count()


def waiting(wave):
    return PulseSpool.objects.filter(wave=wave).count()
