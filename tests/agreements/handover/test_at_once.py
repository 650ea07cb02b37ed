"""Two who hand over for the same person at the same moment: one does, the other is told."""

import pytest
from django.db import transaction

from agreements.handover.transitions import hand_over
from collabgov.kit.errors import Refused
from tests.factories.action import CommitmentFactory
from tests.factories.actors import AppointmentFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, coordinator_of
from tests.together import beside, wait_for_a_lock


@pytest.mark.django_db(transaction=True)
def test_what_is_handed_over_meanwhile_is_not_handed_over_again():
    party = PartyFactory(collaboration=CollaborationFactory())
    leaver, first, second = (
        AppointmentFactory(organization=party.organization).person for _ in range(3)
    )
    commitment = CommitmentFactory(
        collaboration=party.collaboration, organization=party.organization, person=leaver
    )
    key, coordinator = f"commitment-{commitment.pk}", coordinator_of(party.collaboration)

    def give_to(person):
        hand_over(person=leaver, by=coordinator, choices={key: person}, note="Pindah")

    with transaction.atomic():
        give_to(first)
        thread, raised = beside(lambda: give_to(second))
        wait_for_a_lock()
    thread.join()
    assert [type(error) for error in raised] == [Refused]
    commitment.refresh_from_db()
    assert commitment.person == first
