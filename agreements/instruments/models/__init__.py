"""Tables of agreements."""

from agreements.instruments.models.agreements import (
    Agreement,
    AgreementChange,
    AgreementLegalBasis,
    AgreementParty,
)
from agreements.instruments.models.amendments import Amendment, AmendmentChange
from agreements.instruments.models.clauses import AgreementDocument, Clause
from agreements.instruments.models.signing import Signature, SigningCheck
from agreements.instruments.models.types import AgreementStage, AgreementType, RequiredDocument
from agreements.instruments.models.words import AgreementWords

__all__ = [
    "Agreement",
    "AgreementChange",
    "AgreementDocument",
    "AgreementLegalBasis",
    "AgreementParty",
    "AgreementStage",
    "AgreementType",
    "AgreementWords",
    "Amendment",
    "AmendmentChange",
    "Clause",
    "RequiredDocument",
    "Signature",
    "SigningCheck",
]
