"""The lives of needs, pledges and deliveries, on one page. Late is computed, never stored."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class NeedState(TextChoices):
    OPEN = "open", _("Open")
    CLOSED = "closed", pgettext_lazy("need", "Closed")


class PledgeState(TextChoices):
    OFFERED = "offered", _("Offered, waits for an answer")
    ACCEPTED = "accepted", pgettext_lazy("pledge", "Accepted")
    PARTLY = "partly", _("Partly delivered")
    DELIVERED = "delivered", _("Delivered")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class DeliveryState(TextChoices):
    SCHEDULED = "scheduled", _("Scheduled")
    DELIVERED = "delivered", _("Delivered, waits for confirmation")
    CONFIRMED = "confirmed", _("Confirmed by the receiver")
    DISPUTED = "disputed", _("Did not arrive")
    CANCELLED = "cancelled", _("Cancelled")


P, D = PledgeState, DeliveryState
PROMISED = (P.ACCEPTED, P.PARTLY, P.DELIVERED)
OUTSTANDING = (P.ACCEPTED, P.PARTLY)
ARRIVED = (D.DELIVERED, D.CONFIRMED)
REPORTED = (D.DELIVERED, D.CONFIRMED, D.DISPUTED)

NEED_MOVES = {
    NeedState.OPEN: frozenset({NeedState.CLOSED}),
    NeedState.CLOSED: frozenset({NeedState.OPEN}),
}
# How much has arrived moves a pledge on; a delivery that did not arrive moves it back.
PLEDGE_MOVES = {
    P.OFFERED: frozenset({P.ACCEPTED, P.DECLINED, P.WITHDRAWN}),
    # What a coordinator accepted in its place, the receiver may still decline.
    P.ACCEPTED: frozenset({P.PARTLY, P.DELIVERED, P.WITHDRAWN, P.DECLINED}),
    P.PARTLY: frozenset({P.ACCEPTED, P.DELIVERED, P.WITHDRAWN}),
    P.DELIVERED: frozenset({P.ACCEPTED, P.PARTLY}),
}
# What a coordinator confirmed in the receiver's place, the receiver may still put right.
DELIVERY_MOVES = {
    D.SCHEDULED: frozenset({D.DELIVERED, D.CANCELLED}),
    D.DELIVERED: frozenset({D.CONFIRMED, D.DISPUTED, D.CANCELLED}),
    D.CONFIRMED: frozenset({D.DISPUTED}),
}
# A confirmation that is taken back waits again; no report leads there.
TAKEN_BACK = {D.CONFIRMED: frozenset({D.DELIVERED})}
DELIVERY_STEPS = DELIVERY_MOVES | {
    D.CONFIRMED: DELIVERY_MOVES[D.CONFIRMED] | TAKEN_BACK[D.CONFIRMED]
}
