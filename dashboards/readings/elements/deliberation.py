"""PE3: the parties reason candidly, listen, and weigh one option against another."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.kinds import Phase
from dashboards.readings.agenda import has_notes_on
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.decided import asked_of, decisions_of, positions_of
from dashboards.readings.element import Component, Element, Scope

ENOUGH_TO_CHOOSE = 2

OPTIONS = Gauge(
    code="PE3.options",
    name=_("substantive decisions that chose between options"),
    basis=_(
        "Of the substantive decisions of the window that were deliberated or decided, those "
        "on whose topic at least two options are recorded."
    ),
    kind=RecordKind.DECISION,
)
POSITIONS = Gauge(
    code="PE3.positions",
    name=_("positions that the parties stated"),
    basis=_(
        "Each party that decided on the day of the decision (of what is still deliberated: that "
        "decides today), once for each of these decisions: of these, those that stated a "
        "position. What was recorded on behalf of a party counts once the party has confirmed "
        "it. Silence is not agreement."
    ),
    kind=RecordKind.POSITION,
)
OBJECTIONS = Gauge(
    code="PE3.objections",
    name=_("objections that were answered"),
    basis=_(
        "Of the objections ever raised to these decisions, those that were answered in the "
        "words they have now, or taken back. That no objection is recorded is no evidence of "
        "agreement."
    ),
    kind=RecordKind.POSITION,
)


def decisions_with_options(scope: Scope) -> Signal:
    rows = decisions_of(scope)
    return OPTIONS.of(
        ((row.pk, row.options >= ENOUGH_TO_CHOOSE) for row in rows),
        has_evidence=bool(rows) or has_notes_on(Phase.DELIBERATION, scope),
    )


def positions_stated(scope: Scope) -> Signal:
    """A silent party has no record: it is named in words."""
    stated = {(row.decision_id, row.party_id): row.pk for row in _own_words(scope)}
    counted, silent = [], []
    for decision in decisions_of(scope):
        for party in asked_of(scope)[decision.pk]:
            if pk := stated.get((decision.pk, party.pk)):
                counted.append(pk)
            else:
                silent.append(f"{party.organization.label}: {decision.text}")
    return Signal(
        gauge=POSITIONS,
        numerator=len(counted),
        denominator=len(counted) + len(silent),
        counted=tuple(counted),
        missing_words=tuple(silent),
        has_evidence=bool(counted),
    )


def _own_words(scope: Scope) -> list:
    return [row for row in positions_of(scope) if row.is_own_word]


def objections_answered(scope: Scope) -> Signal:
    return OBJECTIONS.of(
        (row.pk, not row.is_unanswered) for row in positions_of(scope) if row.has_objected
    )


DELIBERATION = Element(
    code="PE3",
    component=Component.ENGAGEMENT,
    name=_("Deliberation"),
    definition=_(
        "The parties exchange reasons openly, listen to objections "
        "and weigh options before anything is decided."
    ),
    belongs=_("options, the position of each party on a decision, and answers to objections"),
    sources=(decisions_with_options, positions_stated, objections_answered),
)
