"""The six criteria of Ansell and Gash, each from records and never from a claim alone."""

import pytest
from django.utils import timezone, translation

from actors.organizations.kinds import Sector
from agreements.charter.stances import Stance
from agreements.engagement.kinds import DecisionKind, DecisionRule, MeetingKind
from dashboards.criteria.core import Answer
from dashboards.criteria.reading import criteria_of
from dashboards.readings.element import Scope
from tests.factories.actors import OrganizationFactory
from tests.factories.charter import CollaborationFactory, PartyFactory, days_ago
from tests.factories.deliberation import PositionFactory
from tests.factories.engagement import DecisionFactory, MeetingFactory
from tests.factories.goals import GoalFactory
from tests.factories.instruments import AgreementFactory

pytestmark = pytest.mark.django_db
STATED = {"stance": Stance.SUPPORT, "stated_on": days_ago(3)}


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def collaboration():
    return CollaborationFactory(initiator=body(Sector.GOVERNMENT))


def body(sector, *, is_state_owned=None):
    is_ours = sector == Sector.GOVERNMENT if is_state_owned is None else is_state_owned
    return OrganizationFactory(sector=sector, is_state_owned=is_ours)


def join(collaboration, sector, **said):
    return PartyFactory(collaboration=collaboration, organization=body(sector, **said))


def finding(collaboration, number):
    return criteria_of(Scope.of(collaboration))[number - 1]


def titles(found):
    return [line.title for group in found.groups for line in group.lines]


@pytest.mark.parametrize(
    ("sector", "is_state_owned", "answer"),
    [
        (Sector.GOVERNMENT, True, Answer.MET),
        (Sector.ACADEMIA, True, Answer.MET),
        (Sector.PRIVATE, False, Answer.NOT_MET),
        (Sector.CIVIL_SOCIETY, False, Answer.NOT_MET),
    ],
)
def test_who_began_it(sector, is_state_owned, answer):
    initiator = body(sector, is_state_owned=is_state_owned)
    found = finding(CollaborationFactory(initiator=initiator), 1)
    assert found.answer == answer
    assert titles(found) == [initiator.name]


def test_without_an_active_party_nobody_can_say_who_takes_part(collaboration):
    assert finding(collaboration, 2).answer == Answer.NOT_ENOUGH


def test_agencies_alone_are_a_kind_of_collaboration_and_no_fault(collaboration):
    join(collaboration, Sector.GOVERNMENT)
    found = finding(collaboration, 2)
    assert found.answer == Answer.NOT_MET
    assert "not a fault" in found.notes[0]
    assert finding(collaboration, 3).answer == Answer.NOT_ASKED


def test_a_state_university_is_counted_and_shown_without(collaboration):
    agency = join(collaboration, Sector.GOVERNMENT)
    university = join(collaboration, Sector.ACADEMIA, is_state_owned=True)
    found = finding(collaboration, 2)
    assert found.answer == Answer.MET
    others, agencies = found.groups
    assert [line.title for line in others.lines] == [university.organization.name]
    assert [line.title for line in agencies.lines] == [agency.organization.name]
    assert "owned by the state" in others.lines[0].facts
    assert found.sentence.startswith("1 of 2 active parties")
    assert found.notes[0].endswith(": 0 parties.")
    join(collaboration, Sector.COMMUNITY)
    assert finding(collaboration, 2).notes[0].endswith(": 1 party.")


def test_who_left_or_is_only_invited_does_not_take_part(collaboration):
    party = join(collaboration, Sector.PRIVATE)
    party.state = "invited"
    party.save()
    assert finding(collaboration, 2).answer == Answer.NOT_ENOUGH


def decided(collaboration, **said):
    return DecisionFactory(meeting__collaboration=collaboration, **said)


def test_who_takes_part_decides_once_one_from_outside_has_stated_a_position(collaboration):
    office, firm = join(collaboration, Sector.GOVERNMENT), join(collaboration, Sector.PRIVATE)
    assert finding(collaboration, 3).answer == Answer.NOT_ENOUGH
    decision = decided(collaboration)
    PositionFactory(decision=decision, party=office, **STATED)
    assert finding(collaboration, 3).answer == Answer.NOT_MET
    row = PositionFactory(decision=decision, party=firm, **STATED)
    found = finding(collaboration, 3)
    assert found.answer == Answer.MET
    assert titles(found) == [f"{firm.organization.name}: {Stance.SUPPORT.label}"]
    row.is_on_behalf = True
    row.save()
    found = finding(collaboration, 3)
    assert found.answer == Answer.NOT_MET
    assert found.notes[0].startswith("1 position given on their behalf")


@pytest.mark.parametrize(
    ("decision", "position"),
    [({"kind": DecisionKind.PROCEDURAL}, STATED), ({}, {"stance": Stance.NOT_STATED})],
)
def test_silence_and_decisions_about_procedure_are_no_positions_on_content(
    collaboration, decision, position
):
    firm = join(collaboration, Sector.PRIVATE)
    PositionFactory(decision=decided(collaboration, **decision), party=firm, **position)
    assert finding(collaboration, 3).answer == Answer.NOT_ENOUGH


def plenary(collaboration, **said):
    return MeetingFactory(collaboration=collaboration, kind=MeetingKind.PLENARY, **said)


def test_formal_and_meeting_needs_both(collaboration):
    assert finding(collaboration, 4).answer == Answer.NOT_ENOUGH
    first = plenary(collaboration)
    assert finding(collaboration, 4).answer == Answer.NOT_MET
    paper = AgreementFactory(collaboration=collaboration, in_force=True)
    assert finding(collaboration, 4).answer == Answer.NOT_MET
    second = plenary(collaboration)
    found = finding(collaboration, 4)
    assert found.answer == Answer.MET
    assert titles(found) == [paper.title, first.title, second.title]


@pytest.mark.parametrize(
    "said",
    [
        {"planned": True},
        {"state": "cancelled"},
        {"kind": MeetingKind.WORKING},
        {"held_on": days_ago(800)},
    ],
)
def test_only_plenaries_that_took_place_in_the_window_count(collaboration, said):
    AgreementFactory(collaboration=collaboration, in_force=True)
    plenary(collaboration)
    MeetingFactory(**{"collaboration": collaboration, "kind": MeetingKind.PLENARY, **said})
    assert finding(collaboration, 4).answer == Answer.NOT_MET


def test_an_agreement_that_is_still_a_draft_is_not_in_force(collaboration):
    AgreementFactory(collaboration=collaboration)
    plenary(collaboration), plenary(collaboration)
    assert finding(collaboration, 4).answer == Answer.NOT_MET


def test_consensus_without_recorded_positions_is_a_claim(collaboration):
    assert finding(collaboration, 5).answer == Answer.NOT_ENOUGH
    first = decided(collaboration)
    decided(collaboration)
    found = finding(collaboration, 5)
    assert found.answer == Answer.NOT_ENOUGH
    assert found.sentence.startswith("Of 2 decisions, 0 were")
    party = join(collaboration, Sector.GOVERNMENT)
    PositionFactory(decision=first, party=party, **STATED)
    found = finding(collaboration, 5)
    assert found.answer == Answer.MET
    assert [group.total for group in found.groups] == [1, 1]
    assert "does not show that they agreed" in found.notes[0]


def test_consensus_over_the_silence_of_most_is_a_claim(collaboration):
    first, second, third = (join(collaboration, Sector.GOVERNMENT) for _number in range(3))
    decision = decided(collaboration)
    PositionFactory(decision=decision, party=first, **STATED)
    found = finding(collaboration, 5)
    assert found.answer == Answer.NOT_ENOUGH
    (group,) = found.groups
    assert group.title == "By consensus, most parties silent"
    assert group.lines[0].facts[-1] == "1 of 3 parties asked spoke themselves"
    row = PositionFactory(decision=decision, party=second, **STATED, is_on_behalf=True)
    assert finding(collaboration, 5).answer == Answer.NOT_ENOUGH
    type(row).objects.filter(pk=row.pk).update(is_on_behalf=False, stance=Stance.STAND_ASIDE)
    found = finding(collaboration, 5)
    assert found.answer == Answer.MET
    assert found.groups[0].lines[0].facts[-1] == "2 of 3 parties asked spoke themselves"
    assert third


def test_half_of_the_parties_is_enough_and_who_joined_later_is_not_asked(collaboration):
    first, _second = (join(collaboration, Sector.GOVERNMENT) for _number in range(2))
    PositionFactory(decision=decided(collaboration), party=first, **STATED)
    assert finding(collaboration, 5).answer == Answer.MET
    today = timezone.localdate()
    PartyFactory.create_batch(2, collaboration=collaboration, starts_on=today)
    assert finding(collaboration, 5).answer == Answer.MET


def test_a_word_given_on_behalf_of_a_party_shows_no_consensus_yet(collaboration):
    party = join(collaboration, Sector.GOVERNMENT)
    said = {"decision": decided(collaboration), "party": party, **STATED}
    row = PositionFactory(**said, is_on_behalf=True)
    assert finding(collaboration, 5).answer == Answer.NOT_ENOUGH
    row.is_on_behalf = False
    row.save()
    assert finding(collaboration, 5).answer == Answer.MET


def test_what_was_said_on_behalf_of_parties_is_listed_apart(collaboration):
    firm = join(collaboration, Sector.PRIVATE)
    PositionFactory(decision=decided(collaboration), party=firm, **STATED, is_on_behalf=True)
    found = finding(collaboration, 3)
    assert found.answer == Answer.NOT_ENOUGH
    assert found.notes[0].startswith("1 position")
    assert [(group.title, group.total) for group in found.groups] == [("Given on their behalf", 1)]


def test_decisions_reached_in_another_way_are_not_consensus(collaboration):
    decided(collaboration)
    for rule in (DecisionRule.CHAIR, DecisionRule.MAJORITY):
        decided(collaboration, rule=rule)
    assert finding(collaboration, 5).answer == Answer.NOT_MET


def test_what_is_only_proposed_or_was_decided_before_the_window_is_left_out(collaboration):
    decided(collaboration, state="proposed")
    decided(collaboration, meeting__held_on=days_ago(800))
    assert finding(collaboration, 5).answer == Answer.NOT_ENOUGH


def test_the_focus_counts_with_a_shared_goal(collaboration):
    assert finding(collaboration, 6).answer == Answer.NOT_ENOUGH
    goal = GoalFactory(collaboration=collaboration)
    found = finding(collaboration, 6)
    assert (found.answer, titles(found)) == (Answer.MET, [goal.title])
    type(goal).objects.update(state="dropped", agreed_on=None)
    assert finding(collaboration, 6).answer == Answer.NOT_ENOUGH


def test_nothing_of_another_collaboration_counts(collaboration):
    other = CollaborationFactory()
    join(other, Sector.PRIVATE), plenary(other), plenary(other), GoalFactory(collaboration=other)
    AgreementFactory(collaboration=other, in_force=True)
    PositionFactory(decision=decided(other), party=join(other, Sector.PRIVATE), **STATED)
    assert [row.answer for row in criteria_of(Scope.of(collaboration))][1:] == [
        Answer.NOT_ENOUGH,
        Answer.NOT_ASKED,
        *[Answer.NOT_ENOUGH] * 3,
    ]


def test_a_day_still_to_come_does_not_count_yet(collaboration):
    AgreementFactory(collaboration=collaboration, in_force=True)
    plenary(collaboration, held_on=timezone.localdate())
    plenary(collaboration, planned=True)
    assert finding(collaboration, 4).answer == Answer.NOT_MET
