"""Definition, deliberation and ways of working, read from consents, options and positions."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import VersionState
from agreements.engagement.decision_kinds import Settlement
from agreements.engagement.kinds import DecisionKind, Phase
from agreements.engagement.states import DecisionState
from agreements.models import Decision
from dashboards.panels.evidence import evidence_of
from dashboards.readings.core import ElementState, SignalState
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.definition import DefinitionConsentFactory, ProblemDefinitionFactory
from tests.factories.deliberation import (
    ObjectionAnswerFactory,
    OptionFactory,
    PositionChangeFactory,
    PositionFactory,
)
from tests.factories.engagement import AgendaItemFactory, DecisionFactory, MeetingFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


@pytest.fixture
def meeting(collaboration):
    return MeetingFactory(collaboration=collaboration)


@pytest.fixture
def parties(collaboration):
    return PartyFactory.create_batch(3, collaboration=collaboration)


@pytest.fixture
def decision(meeting):
    topic = AgendaItemFactory(meeting=meeting, notes="")
    state = DecisionState.UNDER_DELIBERATION
    return DecisionFactory(meeting=meeting, agenda_item=topic, state=state)


def read(code, collaboration):
    return BY_CODE[code].read(Scope.of(collaboration))


def signal(code, collaboration):
    element, _dot, _name = code.partition(".")
    found = {one.gauge.code: one for one in read(element, collaboration).signals}
    return found[code]


def numbers(signal):
    return signal.numerator, signal.denominator


def ago(days):
    return timezone.localdate() - dt.timedelta(days=days)


def says(decision, party, stance=Stance.SUPPORT, **fields):
    reason = "Belum dianggarkan." if stance == Stance.OBJECT else ""
    stated = {"stance": stance, "reason": reason, "stated_on": ago(2)}
    return PositionFactory(decision=decision, party=party, **stated | fields)


@pytest.mark.parametrize(
    ("code", "phase"),
    [("PE2", Phase.DEFINITION), ("PE3", Phase.DELIBERATION)],
)
def test_notes_of_a_phase_begin_it_and_white_space_does_not(meeting, code, phase):
    AgendaItemFactory(meeting=meeting, phase=phase, notes=" \n")
    AgendaItemFactory(meeting=meeting, phase=Phase.OTHER)
    assert read(code, meeting.collaboration).state is ElementState.NOT_STARTED
    AgendaItemFactory(meeting=meeting, phase=phase)
    assert read(code, meeting.collaboration).state is ElementState.NOT_ENOUGH


# --- definition --------------------------------------------------------------------------------


@pytest.mark.parametrize("state", [VersionState.DRAFT, VersionState.SUPERSEDED])
def test_a_version_that_nobody_is_asked_about_is_read_by_no_one(collaboration, parties, state):
    day = ago(90) if state == VersionState.SUPERSEDED else None
    ProblemDefinitionFactory(collaboration=collaboration, state=state, agreed_on=day)
    assert numbers(signal("PE2.consent", collaboration)) == (0, 0)


def test_only_the_own_word_for_it_counts_and_silence_does_not(collaboration, parties):
    definition = ProblemDefinitionFactory(
        collaboration=collaboration, state=VersionState.FOR_CONSENT
    )
    asked = {"definition": definition}
    agreed = DefinitionConsentFactory(**asked, party=parties[0], supports=True)
    DefinitionConsentFactory(**asked, party=parties[1], supports=True, is_on_behalf=True)
    DefinitionConsentFactory(**asked, party=parties[2])
    consent = signal("PE2.consent", collaboration)
    assert consent.counted == (agreed.party_id,)
    assert {party.pk for party in parties[1:]} <= set(consent.missing)


@pytest.mark.parametrize("stance", [Stance.OBJECT, Stance.STAND_ASIDE])
def test_to_stand_aside_or_object_is_no_consent(collaboration, parties, stance):
    definition = ProblemDefinitionFactory(collaboration=collaboration, agreed=True)
    said = {"stance": stance, "reason": "Batasnya belum jelas.", "stated_on": ago(3)}
    DefinitionConsentFactory(definition=definition, party=parties[0], **said)
    assert signal("PE2.consent", collaboration).counted == ()


def test_the_agreed_version_is_read_while_a_new_one_waits(collaboration, parties):
    agreed = ProblemDefinitionFactory(collaboration=collaboration, agreed=True)
    DefinitionConsentFactory(definition=agreed, party=parties[0], supports=True)
    waiting = ProblemDefinitionFactory(collaboration=collaboration, state=VersionState.FOR_CONSENT)
    DefinitionConsentFactory(definition=waiting, party=parties[1], supports=True)
    assert signal("PE2.consent", collaboration).counted == (parties[0].pk,)


# --- deliberation ------------------------------------------------------------------------------


def test_options_of_the_topic_count_in_whatever_meeting_they_were_named(
    collaboration, meeting, decision
):
    OptionFactory(agenda_item=decision.agenda_item)
    assert signal("PE3.options", collaboration).missing == (decision.pk,)
    later = AgendaItemFactory(
        meeting=MeetingFactory(collaboration=collaboration), thread=decision.agenda_item.thread
    )
    OptionFactory(agenda_item=later)
    OptionFactory(agenda_item=AgendaItemFactory(meeting=meeting))
    assert signal("PE3.options", collaboration).counted == (decision.pk,)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": DecisionKind.PROCEDURAL},
        {"state": DecisionState.PROPOSED},
        {"state": DecisionState.WITHDRAWN},
        {"meeting__held_on": ago(800)},
    ],
    ids=["procedural", "proposed", "withdrawn", "long ago"],
)
def test_what_was_not_deliberated_here_and_now_is_not_read(collaboration, fields):
    DecisionFactory(meeting__collaboration=collaboration, **fields)
    assert numbers(signal("PE3.options", collaboration)) == (0, 0)


def test_each_party_of_its_day_is_asked_once_for_each_decision(collaboration, parties, decision):
    day = decision.meeting.held_on
    Decision.objects.filter(pk=decision.pk).update(state=DecisionState.DECIDED, decided_on=day)
    said = [says(decision, parties[0]), says(decision, parties[1], Stance.STAND_ASIDE)]
    says(decision, parties[2], is_on_behalf=True)
    PartyFactory(collaboration=collaboration, voice=Voice.CONSULTED)
    PartyFactory(collaboration=collaboration, starts_on=ago(1))
    stated = signal("PE3.positions", collaboration)
    deciders = collaboration.parties.filter(voice=Voice.DECIDES, starts_on__lt=ago(7)).count()
    assert set(stated.counted) == {row.pk for row in said}
    assert numbers(stated) == (2, deciders)
    assert f"{parties[2].organization.label}: {decision.text}" in stated.missing_words


def test_of_what_is_still_deliberated_the_parties_of_today_are_asked(
    collaboration, parties, decision
):
    says(decision, parties[0])
    PartyFactory(collaboration=collaboration, starts_on=ago(1))
    deciders = collaboration.parties.filter(voice=Voice.DECIDES).count()
    assert numbers(signal("PE3.positions", collaboration)) == (1, deciders)


def test_no_objection_is_no_evidence_of_agreement(collaboration, parties, decision):
    for party in parties:
        says(decision, party)
    objections = signal("PE3.objections", collaboration)
    assert objections.state is SignalState.NED
    assert str(objections.gauge.basis)


def test_an_objection_counts_once_it_is_answered_or_taken_back(collaboration, parties, decision):
    answered, open_, former = (
        says(decision, parties[0], Stance.OBJECT),
        says(decision, parties[1], Stance.OBJECT),
        says(decision, parties[2], Stance.STAND_ASIDE),
    )
    ObjectionAnswerFactory(position=answered)
    ObjectionAnswerFactory(position=open_, objection="Kata-kata yang lama.")
    PositionChangeFactory(position=former, stance=Stance.OBJECT, reason="Dulu keberatan.")
    objections = signal("PE3.objections", collaboration)
    assert set(objections.counted) == {answered.pk, former.pk}
    assert objections.missing == (open_.pk,)


def test_the_records_behind_positions_lead_to_the_decision(collaboration, parties, decision):
    row = says(decision, parties[0], Stance.OBJECT)
    objections = evidence_of(read("PE3", collaboration))[2]
    (line,) = objections.missing.lines
    assert line.href == f"{decision.get_absolute_url()}#positions"
    assert line.facts == (decision.text, row.reason)


# --- ways of working ---------------------------------------------------------------------------


def test_ways_of_working_count_when_a_standing_procedural_decision_settles_them(meeting):
    procedural = {"meeting": meeting, "kind": DecisionKind.PROCEDURAL}
    both = DecisionFactory(
        **procedural, settles=[Settlement.SCHEDULE, Settlement.ROLES], state=DecisionState.IN_EFFECT
    )
    DecisionFactory(**procedural, settles=[Settlement.SCHEDULE])
    DecisionFactory(**procedural, settles=[Settlement.GROUND_RULES], state=DecisionState.REVOKED)
    DecisionFactory(**procedural)
    adopted = signal("PE4a.adopted", meeting.collaboration)
    assert numbers(adopted) == (2, 4)
    assert both.pk in adopted.counted
    assert len(adopted.counted) == 2
    assert set(adopted.missing_words) == {
        Settlement.GROUND_RULES.label,
        Settlement.DECISION_RULE.label,
    }


def test_without_a_procedural_decision_no_way_of_working_is_on_record(collaboration):
    adopted = signal("PE4a.adopted", collaboration)
    assert (adopted.numerator, adopted.has_evidence) == (0, False)
