"""PE2: the parties build one meaning of the problem, its terms and its limits."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.stances import FOR_IT
from agreements.charter.states import VersionState
from agreements.engagement.kinds import Phase
from agreements.models import ProblemDefinition
from dashboards.readings.agenda import has_notes_on
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import indicators_of, parties_of

CONSENT = Gauge(
    code="PE2.consent",
    name=_("active parties that support or accept the definition of the problem"),
    basis=_(
        "Of the parties active today, those that support or accept the definition that is agreed, "
        "or else the one that waits for them. What was recorded on behalf of a party counts once "
        "the party has confirmed it. Silence does not count."
    ),
    kind=RecordKind.PARTY,
)


def parties_consenting(scope: Scope) -> Signal:
    """Before any version there is nothing to agree with; notes of the phase are evidence."""
    definition = (
        ProblemDefinition.objects.filter(collaboration=scope.collaboration)
        .exclude(state__in=(VersionState.DRAFT, VersionState.SUPERSEDED))
        .first_shown()
        .first()
    )
    has_notes = has_notes_on(Phase.DEFINITION, scope)
    if definition is None:
        return CONSENT.of((), has_evidence=has_notes)
    words = definition.consents.filter(stance__in=FOR_IT, is_on_behalf=False)
    agreeing = set(words.values_list("party", flat=True))
    return CONSENT.of(
        ((party.pk, party.pk in agreeing) for party in parties_of(scope)), has_evidence=True
    )


DEFINED = Gauge(
    code="PE2.defined",
    name=_("indicators with an agreed definition"),
    basis=_(
        "Of the indicators in use, of goals that were not dropped, those whose definition "
        "the parties agreed on."
    ),
    kind=RecordKind.INDICATOR,
)


def indicators_defined(scope: Scope) -> Signal:
    return DEFINED.of(
        (row.pk, row.definition_agreed_on is not None) for row in indicators_of(scope)
    )


DEFINITION = Element(
    code="PE2",
    component=Component.ENGAGEMENT,
    name=_("Definition"),
    definition=_(
        "The parties come to mean the same by the problem, the purpose, the words they use "
        "and what each may expect of the others."
    ),
    belongs=_("the definition of the problem, who agrees with it, and definitions of indicators"),
    sources=(parties_consenting, indicators_defined),
)
