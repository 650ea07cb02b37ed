"""What is measured: indicators, the agreement on what they count, and taking them out of use."""

import pytest
from django.core.exceptions import ValidationError

from agreements.goals import transitions
from agreements.goals.kinds import GoalEvent
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.goals.scenes import lines
from tests.factories.engagement import DecisionFactory
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    TargetFactory,
)


@pytest.fixture
def indicator(scene):
    goal = GoalFactory(collaboration=scene.collaboration, lead=scene.health)
    return transitions.add_indicator(
        goal=goal,
        by=scene.coordinator,
        name="Anak keluar dari stunting",
        level="outcome",
        unit="anak",
        definition="Anak sasaran yang tinggi badannya kembali sesuai umur.",
    )


def test_an_indicator_is_added_once_by_a_double_click(scene, indicator):
    said = ("name", "level", "unit", "definition")
    again = transitions.add_indicator(
        goal=indicator.goal,
        by=scene.coordinator,
        **{name: getattr(indicator, name) for name in said},
    )
    assert again == indicator
    assert lines(indicator.goal) == [(GoalEvent.INDICATOR_ADDED, indicator.name)]


@pytest.mark.usefixtures("in_english")
def test_a_name_is_given_once_in_a_goal(scene, indicator):
    with pytest.raises(ValidationError) as refusal:
        transitions.add_indicator(
            goal=indicator.goal, by=scene.coordinator, name=indicator.name, level="output", unit="x"
        )
    assert refusal.value.messages == ["The goal has an indicator of this name already."]


def test_the_parties_agree_what_is_counted(scene, indicator):
    decision = scene.decision()
    fresh = transitions.agree_definition(
        indicator=indicator, by=scene.coordinator, decision=decision
    )
    assert fresh.definition_agreed_on == decision.meeting.held_on
    assert fresh.definition_decision == decision
    assert lines(indicator.goal)[-1] == (GoalEvent.DEFINITION_AGREED, indicator.name)


def test_no_agreement_without_a_definition_or_on_a_foreign_decision(scene, indicator):
    with pytest.raises(ValidationError):
        transitions.agree_definition(
            indicator=indicator, by=scene.coordinator, decision=DecisionFactory()
        )
    bare = IndicatorFactory(goal=indicator.goal, undefined=True)
    with pytest.raises(Refused):
        transitions.agree_definition(
            indicator=bare, by=scene.coordinator, decision=scene.decision()
        )


@pytest.mark.parametrize(
    ("field", "value", "stays"),
    [
        ("definition", "Lain.", False),
        ("unit", "balita", False),
        ("direction", "down", False),
        ("is_share", True, False),
        ("source", "e-PPGBM", True),
        ("note", "Catatan", True),
    ],
)
def test_another_meaning_takes_back_the_agreement(scene, indicator, field, value, stays):
    fresh = transitions.agree_definition(
        indicator=indicator, by=scene.coordinator, decision=scene.decision()
    )
    fresh = transitions.edit_indicator(
        indicator=fresh, by=scene.coordinator, version=fresh.version, **{field: value}
    )
    assert bool(fresh.definition_agreed_on) is stays
    assert bool(fresh.definition_decision) is stays
    events = [event for event, _about in lines(indicator.goal)]
    assert (GoalEvent.DEFINITION_OPEN_AGAIN in events) is not stays


def test_an_older_form_is_told(scene, indicator):
    said = {"indicator": indicator, "by": scene.coordinator, "version": 1}
    transitions.edit_indicator(**said, note="Satu")
    with pytest.raises(EditConflict):
        transitions.edit_indicator(**said, note="Dua")


@pytest.mark.parametrize(
    ("field", "value"), [("unit", "rumah"), ("direction", "down"), ("is_share", True)]
)
def test_recorded_values_keep_what_they_are_read_by(scene, indicator, field, value):
    BaselineFactory(indicator=indicator)
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_indicator(
            indicator=indicator, by=scene.coordinator, version=1, **{field: value}
        )
    assert refusal.value.error_dict.keys() == {field}
    transitions.edit_indicator(
        indicator=indicator, by=scene.coordinator, version=1, definition="Lebih tepat."
    )


def test_the_rhythm_stays_once_a_value_is_entered(scene, indicator):
    """A value of a quarter is in no month: by another rhythm it would be owed again."""
    said = {"indicator": indicator, "by": scene.coordinator}
    BaselineFactory(indicator=indicator)
    fresh = transitions.edit_indicator(**said, version=1, frequency="monthly")
    MeasurementFactory(indicator=indicator, draft=True)
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_indicator(**said, version=2, frequency="yearly")
    assert refusal.value.error_dict.keys() == {"frequency"}
    fresh.refresh_from_db()
    assert fresh.frequency == "monthly"
    assert transitions.edit_indicator(**said, version=2, frequency="monthly", note="x").note == "x"


def test_a_definition_is_not_taken_from_under_a_target(scene, indicator):
    said = {"indicator": indicator, "by": scene.coordinator, "version": 1}
    target = TargetFactory(indicator=indicator)
    with pytest.raises(ValidationError) as refusal:
        transitions.edit_indicator(**said, definition=" ")
    assert refusal.value.error_dict.keys() == {"definition"}
    transitions.drop_target(target=target, by=scene.coordinator, reason="Dipotong.")
    assert transitions.edit_indicator(**said, definition="").definition == ""


def test_a_double_click_agrees_once(scene, indicator):
    decision = scene.decision()
    for _click in range(2):
        transitions.agree_definition(indicator=indicator, by=scene.coordinator, decision=decision)
    assert len(lines(indicator.goal)) == 2  # added, agreed
    other = scene.decision()
    fresh = transitions.agree_definition(indicator=indicator, by=scene.coordinator, decision=other)
    assert fresh.definition_decision == other


def test_out_of_use_and_back_again(scene, indicator):
    with pytest.raises(ValidationError):
        transitions.retire_indicator(indicator=indicator, by=scene.coordinator, reason="")
    with pytest.raises(Refused):
        transitions.revive_indicator(indicator=indicator, by=scene.coordinator)
    transitions.retire_indicator(indicator=indicator, by=scene.coordinator, reason="Tak terukur.")
    with pytest.raises(Refused):
        transitions.retire_indicator(indicator=indicator, by=scene.coordinator, reason="x")
    with pytest.raises(Refused):
        transitions.edit_indicator(indicator=indicator, by=scene.coordinator, version=2, note="x")
    fresh = transitions.revive_indicator(indicator=indicator, by=scene.coordinator)
    assert not fresh.is_retired
    assert [event for event, _about in lines(indicator.goal)[-2:]] == [
        GoalEvent.INDICATOR_RETIRED,
        GoalEvent.INDICATOR_REVIVED,
    ]
