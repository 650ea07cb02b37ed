"""What rests on a document: while anything does, it is neither withdrawn nor written over.

The states are those of the features above, which point down here; a test holds them together.
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.documents.models import Document

SIGNED = ("partly_signed", "in_force", "suspended")
SIGNED_OR_OVER = (*SIGNED, "ended", "terminated")
PAPERS = (
    Q(role="text", agreement__state__in=SIGNED)
    | Q(role="signed_copy", agreement__state__in=SIGNED_OR_OVER)
    | Q(role="signed_copy", agreement__is_registered=True)
    | Q(role="termination", agreement__termination_decided_on__isnull=False)
    | Q(requirement__is_mandatory=True, agreement__state__in=SIGNED_OR_OVER)
)
STANDING_AMENDMENT = ("signing", "merged")
HANDED_IN = ("submitted", "verified", "disputed")


def uses_of(document: Document) -> list[str]:
    """A line for each thing that rests on it, such as “Agreement: …”; empty when nothing does."""
    papers = document.agreement_papers.filter(PAPERS)
    amendments = document.amendments.filter(state__in=STANDING_AMENDMENT)
    signatures = document.signatures.filter(withdrawn_on=None)
    values = document.measurements.filter(state__in=HANDED_IN)
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
        *((_("Value"), name) for name in values.values_list("indicator__name", flat=True)),
    ]
    return sorted({f"{what}: {name}" for what, name in lines})
