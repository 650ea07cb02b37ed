"""Discovery and mutual understanding, read from what parties say of themselves and ask."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.charter.states import PartyState
from agreements.engagement.discovery_kinds import QuestionState, StatementKind
from agreements.engagement.kinds import Phase
from dashboards.panels.evidence import evidence_of
from dashboards.readings.core import ElementState, SignalState
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.discovery import (
    AcknowledgementFactory,
    InterestStatementFactory,
    QuestionFactory,
)
from tests.factories.engagement import AgendaItemFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def parties(collaboration):
    return PartyFactory.create_batch(4, collaboration=collaboration)


def read(code, collaboration):
    return BY_CODE[code].read(Scope.of(collaboration))


def signals(code, collaboration):
    return read(code, collaboration).signals


def numbers(signal):
    return signal.numerator, signal.denominator


def ago(days):
    return timezone.localdate() - dt.timedelta(days=days)


def test_a_party_counts_once_however_much_it_states(collaboration, parties):
    InterestStatementFactory.create_batch(2, party=parties[0])
    InterestStatementFactory(party=parties[1], kind=StatementKind.LIMIT)
    interests, _findings = signals("PE1", collaboration)
    assert set(interests.counted) == {parties[0].pk, parties[1].pk}
    active = collaboration.parties.filter(state=PartyState.ACTIVE).count()
    assert numbers(interests) == (2, active)


@pytest.mark.parametrize(
    "said",
    [
        {"kind": StatementKind.READINESS},
        {"is_on_behalf": True},
        {"withdrawn_on": timezone.localdate()},
        {"stated_on": ago(-3)},
    ],
    ids=["only ready", "not confirmed", "taken back", "still to come"],
)
def test_what_is_not_the_word_of_the_party_counts_for_none(collaboration, parties, said):
    InterestStatementFactory(party=parties[0], **said)
    assert signals("PE1", collaboration)[0].counted == ()
    assert numbers(signals("SM2", collaboration)[0]) == (0, 0)


def test_a_statement_that_waits_for_the_party_is_evidence_all_the_same(collaboration, parties):
    assert read("PE1", collaboration).state is ElementState.NOT_STARTED
    InterestStatementFactory(party=parties[0], is_on_behalf=True)
    assert read("PE1", collaboration).state is ElementState.NEEDS_ATTENTION


def test_notes_of_the_phase_begin_discovery_though_they_count_for_nobody(collaboration, parties):
    AgendaItemFactory(meeting__collaboration=collaboration, phase=Phase.DISCOVERY, notes=" ")
    AgendaItemFactory(meeting__collaboration=collaboration, phase=Phase.DELIBERATION)
    assert read("PE1", collaboration).state is ElementState.NOT_STARTED
    AgendaItemFactory(meeting__collaboration=collaboration, phase=Phase.DISCOVERY)
    assert read("PE1", collaboration).state is ElementState.NEEDS_ATTENTION


def test_questions_count_when_a_finding_has_answered_them(collaboration, parties):
    raised = {"collaboration": collaboration, "raised_by": parties[0]}
    closed = {"state": QuestionState.CLOSED, "closed_on": ago(1)}
    dropped = {"state": QuestionState.DROPPED, "closed_on": ago(1), "drop_reason": "Sudah jelas."}
    answered = QuestionFactory(**raised, **closed)
    waiting = QuestionFactory(**raised)
    old = QuestionFactory(**raised, raised_on=ago(800))
    QuestionFactory(**raised, **dropped)
    QuestionFactory(**raised, **closed | {"raised_on": ago(800), "closed_on": ago(700)})
    QuestionFactory()
    findings = signals("PE1", collaboration)[1]
    assert findings.counted == (answered.pk,)
    assert set(findings.missing) == {waiting.pk, old.pk}
    assert findings.state is SignalState.MID


def test_a_statement_is_understood_once_another_party_says_so(collaboration, parties):
    said = [InterestStatementFactory(party=party) for party in parties]
    said.append(InterestStatementFactory(party=parties[0], kind=StatementKind.CONCERN))
    for party in parties[1:3]:
        AcknowledgementFactory(statement=said[0], party=party)
    reading = read("SM2", collaboration)
    (acknowledged,) = reading.signals
    assert acknowledged.counted == (said[0].pk,)
    assert numbers(acknowledged) == (1, 5)
    assert reading.state is ElementState.NEEDS_ATTENTION


def test_few_statements_say_nothing_yet(collaboration, parties):
    InterestStatementFactory(party=parties[0])
    assert read("SM2", collaboration).state is ElementState.NOT_ENOUGH


def test_the_records_behind_are_statements_and_questions(collaboration, parties):
    said = InterestStatementFactory(party=parties[0], text="Ingin data yang sama.")
    asked = QuestionFactory(collaboration=collaboration, raised_by=parties[0], text="Berapa?")
    (understood,) = evidence_of(read("SM2", collaboration))
    findings = evidence_of(read("PE1", collaboration))[1]
    assert [line.title for line in understood.missing.lines] == [said.text]
    assert [line.title for line in findings.missing.lines] == [asked.text]
    assert understood.missing.lines[0].href == said.get_absolute_url()
    assert parties[0].organization.label in understood.missing.lines[0].facts
