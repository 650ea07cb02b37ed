"""The life of an agreement and of an amendment to it, on one page.

The calendar ends an agreement; whether it is "expiring" is computed, never stored.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AgreementState(TextChoices):
    DRAFT = "draft", _("Draft")
    REVIEW = "review", _("In review")
    NEGOTIATION = "negotiation", _("In negotiation")
    LEGISLATURE = "legislature", _("With the legislature")
    READY_TO_SIGN = "ready_to_sign", _("Ready to sign")
    PARTLY_SIGNED = "partly_signed", _("Partly signed")
    IN_FORCE = "in_force", _("In force")
    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")
    TERMINATED = "terminated", _("Terminated")
    ABANDONED = "abandoned", _("Abandoned")


S = AgreementState
# The way to signing, in its order; a type may leave out those in OPTIONAL.
PATH = (S.DRAFT, S.REVIEW, S.NEGOTIATION, S.LEGISLATURE, S.READY_TO_SIGN)
WAY = (*PATH, S.PARTLY_SIGNED, S.IN_FORCE)
OPTIONAL = (S.REVIEW, S.NEGOTIATION, S.LEGISLATURE)
WRITING = (S.DRAFT, S.REVIEW, S.NEGOTIATION)  # the text may still change
PREPARING = (*PATH, S.PARTLY_SIGNED)
SIGNING = (S.READY_TO_SIGN, S.PARTLY_SIGNED)
BINDING = (S.IN_FORCE, S.SUSPENDED)
OVER = (S.ENDED, S.TERMINATED, S.ABANDONED)
AFTER_WRITING = (*SIGNING, *BINDING, *OVER)
MOVES = {
    S.DRAFT: frozenset({S.REVIEW, S.NEGOTIATION, S.LEGISLATURE, S.READY_TO_SIGN, S.ABANDONED}),
    S.REVIEW: frozenset({S.DRAFT, S.NEGOTIATION, S.LEGISLATURE, S.READY_TO_SIGN, S.ABANDONED}),
    S.NEGOTIATION: frozenset({S.DRAFT, S.REVIEW, S.LEGISLATURE, S.READY_TO_SIGN, S.ABANDONED}),
    S.LEGISLATURE: frozenset({S.NEGOTIATION, S.READY_TO_SIGN, S.ABANDONED}),
    S.READY_TO_SIGN: frozenset({S.NEGOTIATION, S.PARTLY_SIGNED, S.IN_FORCE, S.ABANDONED}),
    S.PARTLY_SIGNED: frozenset({S.READY_TO_SIGN, S.IN_FORCE, S.ABANDONED}),
    S.IN_FORCE: frozenset({S.SUSPENDED, S.ENDED, S.TERMINATED}),
    S.SUSPENDED: frozenset({S.IN_FORCE, S.ENDED, S.TERMINATED}),
}


class AmendmentState(TextChoices):
    DRAFT = "draft", _("Draft of an amendment")
    SIGNING = "signing", _("Amendment being signed")
    MERGED = "merged", _("Amendment in effect")
    WITHDRAWN = "withdrawn", _("Amendment withdrawn")
    LAPSED = "lapsed", _("Amendment lapsed")


A = AmendmentState
OPEN_AMENDMENT = (A.DRAFT, A.SIGNING)
AMENDMENT_MOVES = {
    A.DRAFT: frozenset({A.SIGNING, A.WITHDRAWN, A.LAPSED}),
    A.SIGNING: frozenset({A.DRAFT, A.MERGED, A.WITHDRAWN, A.LAPSED}),
}
