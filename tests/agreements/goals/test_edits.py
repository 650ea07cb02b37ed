"""What was agreed is not rewritten in silence: the history says what an edit changed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import override

from agreements.goals.edits import in_words
from agreements.goals.goal_page import facts_of
from agreements.goals.kinds import GoalEvent
from agreements.goals.states import GoalState
from agreements.goals.transitions import duties, goals, indicators
from agreements.models import Goal, Indicator
from tests.factories.actors import RegionFactory
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    IndicatorFactory,
    ReportingDutyFactory,
)

TODAY = timezone.localdate()


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


@pytest.fixture
def indicator(goal):
    return IndicatorFactory(goal=goal, frequency="monthly", level="output")


def notes(scene, goal, event, language="en"):
    """What the page of the goal tells of what happened, the newest first."""
    with override(language):
        facts = facts_of(Goal.objects.get(pk=goal.pk), scene.coordinator)
        lines = [*facts["history"], *facts["older_history"]]
        return [line.note for line in lines if line.what == str(GoalEvent(event).label)]


@pytest.mark.parametrize("field", ["title", "description", "benefit", "lead"])
def test_other_words_of_an_agreed_goal_are_agreed_on_anew(scene, goal, field):
    value = {"lead": scene.works, "benefit": "relations"}.get(field, "Apa saja")
    fresh = goals.edit_goal(goal=goal, by=scene.coordinator, version=1, **{field: value})
    assert (fresh.state, fresh.agreed_on, fresh.decision) == (GoalState.PROPOSED, None, None)
    moved = goal.changes.order_by("pk").last()
    assert (moved.event, moved.from_state, moved.to_state) == ("moved", "agreed", "proposed")
    decision = scene.decision()
    again = goals.agree_goal(goal=fresh, by=scene.coordinator, decision=decision)
    assert again.decision == decision


def test_another_party_of_the_same_name_is_another_lead(scene, goal):
    name = scene.health.organization.name
    twin, _speaker = scene.joins(name, organization__region=RegionFactory())
    assert str(twin) == str(scene.health)
    fresh = goals.edit_goal(goal=goal, by=scene.coordinator, version=1, lead=twin)
    assert fresh.state == GoalState.PROPOSED


def test_the_same_words_again_leave_a_goal_agreed(scene, goal):
    same = {name: getattr(goal, name) for name in ("title", "description", "benefit", "lead")}
    fresh = goals.edit_goal(goal=goal, by=scene.coordinator, version=1, **same)
    assert fresh.state == GoalState.AGREED
    assert notes(scene, goal, "edited") == [""]


def test_the_history_of_a_goal_says_each_field_as_it_was_and_as_it_is(scene, goal):
    before, lead = goal.title, scene.health.organization.label
    goal.description = ""
    goal.save()
    said = {"title": "Lunak: saja", "description": "Satu\r\nDua", "lead": scene.works}
    goals.edit_goal(goal=goal, by=scene.coordinator, version=1, benefit="relations", **said)
    (note,) = notes(scene, goal, "edited")
    assert sorted(note.splitlines()) == [
        "Description: empty → Satu Dua",
        f"Lead: {lead} → {scene.works.organization.label}",
        f"Title: {before} → Lunak: saja",
        "Whom it serves: Goals for the people served → Relations between the organizations",
    ]


def test_the_history_of_an_indicator_keeps_the_words_that_were_agreed(scene, goal, indicator):
    agreed = indicator.definition
    indicators.edit_indicator(
        indicator=indicator, by=scene.coordinator, version=1, definition="Lain.", is_share=True
    )
    (note,) = notes(scene, goal, "indicator_edited")
    assert note.splitlines() == [f"Definition: {agreed} → Lain.", "A share of a whole: No → Yes"]
    assert "Tidak → Ya" in notes(scene, goal, "indicator_edited", "id")[0]


def test_a_name_is_part_of_what_was_agreed(scene, indicator):
    assert indicator.definition_agreed_on
    said = {"indicator": indicator, "by": scene.coordinator}
    fresh = indicators.edit_indicator(**said, version=1, name="Anak stunting sembuh")
    assert fresh.definition_agreed_on is None


def test_the_level_stays_once_a_number_stands_on_it_and_the_rhythm_once_somebody_owes_by_it(
    scene, indicator
):
    said = {"indicator": indicator, "by": scene.coordinator, "version": 1}
    for stands, field, value in (
        (ReportingDutyFactory, "frequency", "yearly"),
        (BaselineFactory, "level", "outcome"),
    ):
        stands(indicator=indicator)
        with pytest.raises(ValidationError) as refusal:
            indicators.edit_indicator(**said, **{field: value})
        assert refusal.value.error_dict.keys() == {field}
    indicator.refresh_from_db()
    assert (indicator.level, indicator.frequency) == ("output", "monthly")
    assert indicators.edit_indicator(**said, frequency="monthly", note="x").note == "x"


def test_before_anything_stands_level_and_rhythm_are_free(scene, indicator):
    said = {"level": "outcome", "frequency": "yearly"}
    fresh = indicators.edit_indicator(indicator=indicator, by=scene.coordinator, version=1, **said)
    assert (fresh.level, fresh.frequency) == ("outcome", "yearly")


def test_the_days_of_a_duty_that_was_edited_or_ended_stay_readable(scene, goal, indicator):
    first = TODAY - timedelta(90)
    duty = ReportingDutyFactory(indicator=indicator, starts_on=first, days_after=10)
    said = {"duty": duty, "by": scene.coordinator}
    duties.edit_duty(**said, version=1, starts_on=TODAY, days_after=30)
    duties.edit_duty(**said, version=2, party=duty.party)
    duties.end_duty(**said, version=3, ends_on=TODAY)
    with override("en"):
        was, now = (formats.date_format(day, "SHORT_DATE_FORMAT") for day in (first, TODAY))
    same, edited = notes(scene, goal, "duty_edited")
    assert same == ""
    assert edited.splitlines()[0].endswith(f": {was} → {now}")
    assert edited.splitlines()[1].endswith(": 10 → 30")
    (ended,) = notes(scene, goal, "duty_ended")
    assert ended.endswith(f": empty → {now}")


def test_what_is_no_line_of_an_edit_is_told_as_it_stands():
    for words in ("", "Salah ketik", "note: tanpa panah", "warna: a → b"):
        assert in_words(words, Indicator) == words


def test_the_forms_say_what_has_to_be_agreed_again(client, scene, goal, indicator, sign_in):
    sign_in(scene.coordinator)
    page = reverse("agreements:goal-edit", args=[goal.pk])
    assert "harus disepakati lagi" in client.get(page).content.decode()
    form = {"title": "Lain", "benefit": "client", "lead": scene.health.pk, "version": 1}
    done = client.post(page, form, follow=True)
    assert "terbuka lagi" in done.content.decode()
    assert "harus disepakati lagi" not in client.get(page).content.decode()
    again = client.post(page, {**form, "version": 2}, follow=True)
    assert "terbuka lagi" not in again.content.decode()
    page = client.get(reverse("agreements:indicator-edit", args=[indicator.pk]))
    assert "Nama, definisi" in page.content.decode()
