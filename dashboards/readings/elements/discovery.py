"""PE1: the parties find out what each wants, knows and worries about."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.engagement.discovery_kinds import QuestionState
from agreements.engagement.kinds import Phase
from agreements.models import Question
from dashboards.readings.agenda import has_notes_on
from dashboards.readings.core import Gauge, RecordKind, Signal
from dashboards.readings.element import Component, Element, Scope
from dashboards.readings.shared import parties_of, statements_of

INTERESTS = Gauge(
    code="PE1.interests",
    name=_("active parties that stated an interest, a concern or a limit"),
    basis=_(
        "Of the parties active today, those with an interest, a concern or a limit that stands. "
        "What was recorded on behalf of a party counts once the party has confirmed it."
    ),
    kind=RecordKind.PARTY,
)
FINDINGS = Gauge(
    code="PE1.findings",
    name=_("questions answered by a joint finding"),
    basis=_(
        "Of the questions raised in the window or still open today, those that a finding of at "
        "least two parties has answered. Dropped questions are left out."
    ),
    kind=RecordKind.QUESTION,
)


def parties_stating(scope: Scope) -> Signal:
    """Notes on an agenda item of the phase are evidence, though they count for no party."""
    own_words = {row.party_id for row in statements_of(scope) if not row.is_on_behalf}
    return INTERESTS.of(
        ((party.pk, party.pk in own_words) for party in parties_of(scope)),
        has_evidence=bool(statements_of(scope)) or has_notes_on(Phase.DISCOVERY, scope),
    )


def questions_answered(scope: Scope) -> Signal:
    in_window = Q(raised_on__range=(scope.window.starts_on, scope.today))
    is_open = Q(state=QuestionState.OPEN, raised_on__lte=scope.today)
    rows = (
        Question.objects.filter(in_window | is_open, collaboration=scope.collaboration)
        .exclude(state=QuestionState.DROPPED)
        .order_by("raised_on", "pk")
    )
    return FINDINGS.of(
        (pk, state == QuestionState.CLOSED) for pk, state in rows.values_list("pk", "state")
    )


DISCOVERY = Element(
    code="PE1",
    component=Component.ENGAGEMENT,
    name=_("Discovery"),
    definition=_(
        "The parties bring interests, concerns and facts into the open, "
        "and look together for what they do not know yet."
    ),
    belongs=_("what each party states of its interests, concerns and limits, and questions"),
    sources=(parties_stating, questions_answered),
)
