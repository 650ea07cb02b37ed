"""Signatures, plans, escalations and differing figures, read from real records."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from agreements.capacity.arrangement_kinds import GuidelineState, KnowledgeState
from agreements.capacity.leadership_gaps import leadership_of
from agreements.capacity.structure_kinds import LeadershipRole
from agreements.goals.states import GoalState, RivalryState
from dashboards.readings.core import ElementState
from dashboards.readings.element import Scope
from dashboards.readings.registry import BY_CODE
from tests.dashboards.readings.pulses import ago
from tests.factories.actors import UserFactory
from tests.factories.arrangements import (
    GuidelineFactory,
    KnowledgeAssetFactory,
    KnowledgeUseFactory,
)
from tests.factories.assistance import AssistanceEscalationFactory, AssistanceRequestFactory
from tests.factories.charter import CollaborationFactory, PartyFactory
from tests.factories.goals import (
    GoalFactory,
    IndicatorFactory,
    PlanAlignmentFactory,
    RivalryFactory,
)
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory, SignatureFactory
from tests.factories.structures import RoleAssignmentFactory, StructureFactory

pytestmark = pytest.mark.django_db


def signal(code, collaboration):
    element, _dot, _name = code.partition(".")
    reading = BY_CODE[element].read(Scope.of(collaboration))
    return next(row for row in reading.signals if row.gauge.code == code)


def numbers(found):
    return found.numerator, found.denominator


# --- SM3: who signed ----------------------------------------------------------------------------


def places(collaboration, *parties, **fields):
    agreement = AgreementFactory(collaboration=collaboration, **(fields or {"ready": True}))
    return [AgreementPartyFactory(agreement=agreement, party=party) for party in parties]


def test_a_party_counts_once_it_signed_all_that_lies_before_it():
    collaboration = CollaborationFactory()
    one, other = PartyFactory.create_batch(2, collaboration=collaboration)
    first, second = places(collaboration, one, other)
    SignatureFactory(place=first)
    SignatureFactory(place=second)
    assert numbers(signal("SM3.ratified", collaboration)) == (2, 2)
    places(collaboration, other)
    found = signal("SM3.ratified", collaboration)
    assert (found.counted, found.missing) == ((one.pk,), (other.pk,))


@pytest.mark.parametrize(
    "fields",
    [
        {"is_on_behalf": True},
        {"withdrawn_on": timezone.localdate(), "withdrawn_reason": "Salah naskah."},
    ],
)
def test_a_signature_on_behalf_or_taken_back_does_not_count(fields):
    collaboration = CollaborationFactory()
    (place,) = places(collaboration, PartyFactory(collaboration=collaboration))
    SignatureFactory(place=place, **fields)
    assert numbers(signal("SM3.ratified", collaboration)) == (0, 1)


def test_drafts_ask_for_no_signature_and_who_only_witnesses_has_none_to_give():
    collaboration = CollaborationFactory()
    party = PartyFactory(collaboration=collaboration)
    AgreementPartyFactory(agreement=AgreementFactory(collaboration=collaboration), party=party)
    (place,) = places(collaboration, party)
    type(place).objects.filter(pk=place.pk).update(must_sign=False)
    found = signal("SM3.ratified", collaboration)
    assert numbers(found) == (0, 0)
    assert not found.has_evidence


# --- SM4: whose plans carry the goals -----------------------------------------------------------


def plan(goal, party, year):
    return PlanAlignmentFactory(goal=goal, party=party, year_from=year, year_to=year)


def test_parties_with_a_plan_of_these_years_for_a_goal_that_stands():
    collaboration = CollaborationFactory()
    goal = GoalFactory(collaboration=collaboration, lead=PartyFactory(collaboration=collaboration))
    aligned, past, without = PartyFactory.create_batch(3, collaboration=collaboration)
    year = timezone.localdate().year
    plan(goal, aligned, year)
    plan(goal, past, year - 5)
    found = signal("SM4.aligned", collaboration)
    assert found.counted == (aligned.pk,)
    assert {past.pk, without.pk} <= set(found.missing)
    type(goal).objects.filter(pk=goal.pk).update(state=GoalState.DROPPED)
    assert signal("SM4.aligned", collaboration).numerator == 0


# --- CJ2: who leads -----------------------------------------------------------------------------


def test_the_needed_roles_that_are_held_are_those_of_the_page_of_structures():
    collaboration = CollaborationFactory()
    body = StructureFactory(collaboration=collaboration)
    goal = GoalFactory(collaboration=collaboration, lead=PartyFactory(collaboration=collaboration))
    place = {"collaboration": collaboration}
    chair = RoleAssignmentFactory(structure=body, role=LeadershipRole.CHAIR, **place)
    RoleAssignmentFactory(role=LeadershipRole.SECRETARIAT, over=True, **place)
    verifiers = RoleAssignmentFactory.create_batch(2, role=LeadershipRole.VERIFIER, **place)
    RoleAssignmentFactory(role=LeadershipRole.ADVOCATE, **place)
    found = signal("CJ2.roles", collaboration)
    page = leadership_of(collaboration)
    assert numbers(found) == (page.filled, page.asked) == (2, 4)
    assert set(found.counted) == {chair.pk, *(row.pk for row in verifiers)}
    with translation.override("en"):
        missing = signal("CJ2.roles", collaboration).missing_words
    assert [words.split(":")[0] for words in missing] == [
        "Secretariat",
        f"Coordinator of “{goal.title}”",
    ]


def test_without_a_structure_or_a_role_nothing_was_started():
    collaboration = CollaborationFactory()
    assert BY_CODE["CJ2"].read(Scope.of(collaboration)).state is ElementState.NOT_STARTED
    RoleAssignmentFactory(collaboration=collaboration, over=True)
    assert signal("CJ2.roles", collaboration).has_evidence


def test_of_an_earlier_day_the_roles_of_that_day_are_read():
    collaboration = CollaborationFactory()
    row = RoleAssignmentFactory(collaboration=collaboration, role=LeadershipRole.CHAIR)
    before = row.starts_on - dt.timedelta(days=1)
    reading = BY_CODE["CJ2"].read(Scope.of(collaboration, today=before))
    assert reading.signals[0].numerator == 0


# --- CJ2: what a superior answered --------------------------------------------------------------


def escalated(collaboration, *, since, answered=None):
    request = AssistanceRequestFactory(collaboration=collaboration, late=True)
    words = {}
    if answered is not None:
        words = {"answer": "Bantu.", "answered_on": ago(answered), "answered_by": UserFactory()}
    return AssistanceEscalationFactory(
        request=request, escalated_on=ago(since), due_on=ago(since - 5), **words
    )


def test_escalations_are_judged_once_answered_or_after_fourteen_days():
    collaboration = CollaborationFactory()
    prompt = escalated(collaboration, since=30, answered=16)
    late = escalated(collaboration, since=30, answered=15)
    silent = escalated(collaboration, since=15)
    escalated(collaboration, since=14)
    escalated(collaboration, since=500, answered=500)
    escalated(CollaborationFactory(), since=30)
    found = signal("CJ2.escalated", collaboration)
    assert found.counted == (prompt.pk,)
    assert set(found.missing) == {late.pk, silent.pk}


def test_one_escalation_is_evidence_but_no_share():
    collaboration = CollaborationFactory()
    escalated(collaboration, since=2)
    reading = BY_CODE["CJ2"].read(Scope.of(collaboration))
    assert reading.state is ElementState.NOT_ENOUGH


# --- CJ1: guidelines ----------------------------------------------------------------------------


def test_a_guideline_counts_once_it_is_issued_or_its_day_has_passed():
    collaboration = CollaborationFactory()
    place = {"collaboration": collaboration}
    issued = GuidelineFactory(issued=True, **place)
    late = GuidelineFactory(late=True, **place)
    reviewed = GuidelineFactory(late=True, in_review=True, **place)
    GuidelineFactory(due_on=ago(0), **place)
    GuidelineFactory(**place)
    GuidelineFactory(late=True)
    found = signal("CJ1.guidelines", collaboration)
    assert found.counted == (issued.pk,)
    assert set(found.missing) == {late.pk, reviewed.pk}


def test_a_guideline_with_time_left_is_evidence_and_a_revoked_one_is_not():
    collaboration = CollaborationFactory()
    revoked = {"state": GuidelineState.REVOKED, "revoked_on": ago(1)}
    GuidelineFactory(collaboration=collaboration, issued=True, **revoked)
    found = signal("CJ1.guidelines", collaboration)
    assert (numbers(found), found.has_evidence) == ((0, 0), False)
    GuidelineFactory(collaboration=collaboration)
    found = signal("CJ1.guidelines", collaboration)
    assert (numbers(found), found.has_evidence) == ((0, 0), True)


# --- CJ3: what knowledge is for -----------------------------------------------------------------


def test_shared_knowledge_counts_once_something_rested_on_it():
    collaboration = CollaborationFactory()
    used, unused = KnowledgeAssetFactory.create_batch(2, collaboration=collaboration)
    KnowledgeUseFactory(asset=used)
    KnowledgeUseFactory(asset=used)
    retired = KnowledgeAssetFactory(collaboration=collaboration, state=KnowledgeState.RETIRED)
    KnowledgeUseFactory(asset=retired)
    KnowledgeUseFactory()
    found = signal("CJ3.used", collaboration)
    assert (found.counted, found.missing) == ((used.pk,), (unused.pk,))


# --- CJ3: figures that differ -------------------------------------------------------------------


def rivalry(collaboration, *, resolved=None):
    goal = GoalFactory(collaboration=collaboration, lead=PartyFactory(collaboration=collaboration))
    row = RivalryFactory(indicator=IndicatorFactory(goal=goal))
    if resolved is not None:
        row.state, row.resolution = RivalryState.RESOLVED, "Angka BPS yang dipakai."
        row.resolved_on = ago(resolved)
        row.save()
    return row


def test_differing_figures_count_as_long_as_they_are_open_and_for_the_window_once_resolved():
    collaboration = CollaborationFactory()
    assert BY_CODE["CJ3"].read(Scope.of(collaboration)).state is ElementState.NOT_STARTED
    settled, still_open = rivalry(collaboration, resolved=3), rivalry(collaboration)
    rivalry(collaboration, resolved=500)
    rivalry(CollaborationFactory())
    found = signal("CJ3.conflicts", collaboration)
    assert (found.counted, found.missing) == ((settled.pk,), (still_open.pk,))
    assert BY_CODE["CJ3"].read(Scope.of(collaboration)).state is ElementState.DEVELOPING
