"""Two records of one organization or person: what becomes of their agreements and signatures."""

import pytest

from actors.duplicates.transitions import merge
from actors.models import Appointment
from collabgov.kit.errors import Refused
from tests.factories.actors import AppointmentFactory, OrganizationFactory, UserFactory
from tests.factories.charter import PartyFactory


def merged(kind, kept, away):
    admin = UserFactory(admin=True)
    return merge(kind=kind, keep=kept.pk, away=away.pk, sides={}, by=admin)


def test_a_party_keeps_its_place_under_the_name_that_is_kept(table):
    agreement = table.in_force()
    kept, away = OrganizationFactory(), table.parties[0].organization
    merged("organization", kept, away)
    place = agreement.parties.get(position=1)
    assert place.party.organization == kept
    assert place.signatures.get().appointment.organization == kept


def test_two_rows_of_one_party_become_one_and_the_place_follows(table):
    agreement = table.in_force()
    kept, away = OrganizationFactory(), table.parties[0].organization
    row = PartyFactory(collaboration=table.collaboration, organization=kept)
    merged("organization", kept, away)
    place = agreement.parties.get(position=1)
    assert place.party == row
    assert place.signatures.count() == 1


def test_two_parties_of_one_agreement_are_not_merged(table):
    agreement = table.in_force()
    kept, away = (party.organization for party in table.parties)
    with pytest.raises(Refused, match="bersepakat dengan diri sendiri"):
        merged("organization", kept, away)
    assert agreement.parties.count() == 2


def test_of_two_rows_of_one_post_the_signature_names_the_one_that_stays(table):
    agreement = table.ready()
    signature = table.sign(agreement, 0)
    post = signature.appointment
    twin = AppointmentFactory(
        organization=post.organization, post=post.post, starts_on=post.starts_on
    )
    merged("person", twin.person, post.person)
    signature.refresh_from_db()
    assert signature.appointment.person == twin.person
    assert Appointment.objects.filter(person=twin.person).count() == 1
