"""CJ4: resources that the parties pool or lend."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.pooled import kinds_delivered, needs_of, pledges_due, requests_of

DELIVERED = Gauge(
    code="CJ4.delivered",
    name=_("what was pledged and is due, delivered"),
    basis=_(
        "Of the pledges that were accepted and whose first due date has passed in the window, "
        "those that were delivered in full. The share is that of the kind of which least arrived: "
        "rupiah, people and devices are never added. What is reported as delivered counts, also "
        "before the receiver confirms it; more than was pledged does not make up for another."
    ),
    kind=RecordKind.PLEDGE,
)


def pledges_delivered(scope: Scope) -> Signal:
    rows = pledges_due(scope)
    signal = DELIVERED.of((row.pk, row.is_complete) for row in rows)
    return replace(signal, parts=kinds_delivered(rows))


COVERED = Gauge(
    code="CJ4.covered",
    name=_("needs covered by accepted pledges"),
    basis=_(
        "Of the needs that are open, and those that were closed in the window after they had been "
        "covered, those for which as much was pledged and accepted as is needed. A need that was "
        "closed without being covered is no need any more and is left out."
    ),
    kind=RecordKind.NEED,
)


def needs_covered(scope: Scope) -> Signal:
    return COVERED.of(needs_of(scope))


ANSWERED = Gauge(
    code="CJ4.answered",
    name=_("requests for assistance answered in time"),
    basis=_(
        "Of the requests for official assistance handed in within the window that are answered or "
        "whose answer is overdue, those answered by the day on which the answer was due: ten "
        "working days as a rule. To refuse with reasons is to answer. An answer recorded on "
        "behalf of a party counts once the party has confirmed it. Requests that were withdrawn "
        "before an answer are left out."
    ),
    kind=RecordKind.ASSISTANCE,
)


def requests_answered(scope: Scope) -> Signal:
    """One that still has time is in neither number, and is evidence all the same."""
    rows = requests_of(scope)
    return ANSWERED.of(
        ((row.pk, row.is_in_time) for row in rows if row.is_judged), has_evidence=bool(rows)
    )


RESOURCES = Element(
    code="CJ4",
    component=Component.CAPACITY,
    name=_("Resources"),
    definition=_(
        "Money, people, time, space, equipment and authority that the parties put together "
        "or lend to each other."
    ),
    belongs=_("pledges and what was delivered, needs, and official assistance"),
    sources=(pledges_delivered, needs_covered, requests_answered),
)
