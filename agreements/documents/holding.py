"""What rests on a document: while anything does, it is neither withdrawn nor written over.

The states are those of the features above, which point down here; a test holds them together.
"""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from agreements.documents.models import Document
from collabgov.kit.errors import Refused

SIGNED = ("partly_signed", "in_force", "suspended")
SIGNED_OR_OVER = (*SIGNED, "ended", "terminated")
PAPERS = (
    Q(role="text", agreement__state__in=SIGNED)
    | Q(role="signed_copy", agreement__state__in=SIGNED_OR_OVER)
    | Q(role="signed_copy", agreement__is_registered=True)
    | Q(role="termination", agreement__termination_decided_on__isnull=False)
    | Q(requirement__is_mandatory=True, agreement__state__in=SIGNED_OR_OVER)
    | Q(role="legislature", agreement__legislature_approved_on__isnull=False)
    | Q(  # attached in the role of what is asked for, without naming it
        requirement=None,
        role=F("agreement__type__documents__role"),
        agreement__type__documents__is_mandatory=True,
        agreement__state__in=SIGNED_OR_OVER,
    )
)
STANDING_AMENDMENT = ("signing", "merged")
SIGNATURES = Q(withdrawn_on=None) & ~Q(place__agreement__state="abandoned")
SIGNATURES &= Q(amendment=None) | Q(amendment__state__in=STANDING_AMENDMENT)
LIABLE = ("draft", "withdrawn")  # requests of which nothing rests on a paper
ISSUED = ("issued", "revoked")
HANDED_IN = ("submitted", "verified", "disputed")
BROUGHT = ("delivered", "confirmed")


def require_standing(document: Document | None) -> None:
    """Refuse what was withdrawn since it was chosen; from now on something rests on it."""
    if document is not None and Document.objects.get(pk=document.pk).is_withdrawn:
        raise Refused(_("This document was withdrawn."))


def uses_of(document: Document) -> list[str]:
    """A line for each thing that rests on it, such as “Agreement: …”; empty when nothing does."""
    papers = document.agreement_papers.filter(PAPERS)
    amendments = document.amendments.filter(state__in=STANDING_AMENDMENT)
    signatures = document.signatures.filter(SIGNATURES)
    values = document.measurements.filter(state__in=HANDED_IN)
    answers = document.assistance_letters.values_list("request__subject", flat=True)
    brought = document.deliveries.filter(state__in=BROUGHT)
    liable = document.assistance_liabilities.exclude(state__in=LIABLE)
    guidelines = document.guidelines.filter(state__in=ISSUED)
    lines = [
        *((_("Agreement"), title) for title in papers.values_list("agreement__title", flat=True)),
        *(
            (_("Amendment"), title)
            for title in amendments.values_list("agreement__title", flat=True)
        ),
        *(
            (_("Signature"), title)
            for title in signatures.values_list("place__agreement__title", flat=True)
        ),
        *((_("Answer to a request for assistance"), subject) for subject in answers),
        *(
            (_("Request for assistance"), subject)
            for subject in liable.values_list("subject", flat=True)
        ),
        *((_("Guideline"), title) for title in guidelines.values_list("title", flat=True)),
        *((_("Delivery"), what) for what in brought.values_list("pledge__what", flat=True)),
        *((_("Value"), name) for name in values.values_list("indicator__name", flat=True)),
    ]
    return sorted({f"{what}: {name}" for what, name in lines})
