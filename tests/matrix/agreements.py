"""Agreements in the world of the matrix: one of each side, with everything that belongs to it."""

from agreements.models import (
    Agreement,
    AgreementDocument,
    AgreementLegalBasis,
    AgreementParty,
    AgreementType,
    Amendment,
    AmendmentChange,
    Clause,
    Signature,
)
from tests.factories.instruments import (
    AgreementDocumentFactory,
    AgreementFactory,
    AgreementLegalBasisFactory,
    AgreementPartyFactory,
    AmendmentChangeFactory,
    AmendmentFactory,
    ClauseFactory,
    SignatureFactory,
)

KEPT = (
    Agreement,
    AgreementDocument,
    AgreementLegalBasis,
    AgreementParty,
    AgreementType,
    Amendment,
    AmendmentChange,
    Clause,
    Signature,
)


def keep_agreements(world, *sides):
    """An agreement to which the side is a party, for ours, our partner's and a stranger's."""
    for model, *records in zip(KEPT, *(_of(side) for side in sides), strict=True):
        world.keep(model, *records)


def _of(side):
    """What belongs to the agreement of one side, in the order of `KEPT`."""
    agreement = AgreementFactory(collaboration=side.collaboration)
    place = AgreementPartyFactory(agreement=agreement, party=side.party)
    amendment = AmendmentFactory(agreement=agreement)
    return (
        agreement,
        AgreementDocumentFactory(agreement=agreement),
        AgreementLegalBasisFactory(agreement=agreement),
        place,
        agreement.type,
        amendment,
        AmendmentChangeFactory(amendment=amendment, before="2027-01-01", after="2028-01-01"),
        ClauseFactory(agreement=agreement, is_obligation=True, owed_by=place),
        SignatureFactory(place=place, is_on_behalf=True, recorded_by=side.staff),
    )
