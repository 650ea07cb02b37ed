"""Pages of shared goals and indicators: what they show, to whom, and their forms."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from agreements.goals.states import GoalState
from agreements.models import Baseline, Goal, Indicator, PlanAlignment, ReportingDuty, Target
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory
from tests.factories.charter import member_of
from tests.factories.documents import DocumentFactory
from tests.factories.goals import (
    BaselineFactory,
    GoalFactory,
    GoalSupportFactory,
    IndicatorFactory,
    PlanAlignmentFactory,
    ReportingDutyFactory,
    ResultFactory,
    TargetFactory,
    TheoryOfChangeFactory,
)

TODAY = timezone.localdate()


def url(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def day(days):
    return (TODAY + timedelta(days)).isoformat()


@pytest.fixture
def coordinator(scene, sign_in):
    return sign_in(scene.coordinator)


@pytest.fixture
def goal(scene):
    return GoalFactory(collaboration=scene.collaboration, lead=scene.health)


@pytest.fixture
def indicator(goal):
    return IndicatorFactory(goal=goal)


def test_a_goal_is_proposed_agreed_and_closed_by_its_forms(client, scene, coordinator):
    address = url("goal-create", scene.collaboration)
    form = client.get(address).context["form"]
    said = {
        "title": "Turunkan stunting",
        "benefit": "client",
        "lead": scene.health.pk,
        "submission_id": form["submission_id"].value(),
    }
    made = client.post(address, said)
    goal = Goal.objects.get()
    assert made.url == goal.get_absolute_url()
    assert client.post(address, said).url == made.url
    client.post(url("goal-edit", goal), {**said, "title": "Turunkan stunting 2026", "version": 1})
    client.post(url("goal-agree", goal), {"decision": scene.decision().pk})
    for name in ("goal-close", "goal-reopen", "goal-drop"):
        client.post(url(name, goal), {"reason": "Sebab"})
    goal.refresh_from_db()
    assert (goal.title, goal.state) == ("Turunkan stunting 2026", GoalState.DROPPED)
    assert Goal.objects.count() == 1


def test_the_page_of_a_goal_says_who_works_on_it_and_which_plans_carry_it(
    client, scene, goal, indicator, coordinator
):
    GoalSupportFactory(goal=goal, party=scene.works, role="Air bersih")
    PlanAlignmentFactory(goal=goal, is_priority=True, place="Tabel 4.12")
    theory = TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    ResultFactory(theory=theory, goal=goal, title="Anak keluar")
    text = client.get(goal.get_absolute_url()).content.decode()
    for words in ("Dinas Kesehatan", "Air bersih", "Tabel 4.12", "Anak keluar", indicator.name):
        assert words in text
    assert "2026" in text
    assert "2,026" not in text


def test_supports_and_plans_come_and_go_by_their_forms(client, scene, goal, coordinator):
    client.post(url("goal-support-create", goal), {"party": scene.works.pk, "role": "Data"})
    support = goal.supports.get()
    plan = {"party": scene.works.pk, "plan": "renja", "title": "Air", "year_from": "2026"}
    client.post(url("plan-create", goal), {**plan, "year_to": "2025"})
    assert not PlanAlignment.objects.exists()
    client.post(url("plan-create", goal), {**plan, "year_to": "2027"})
    row = PlanAlignment.objects.get()
    client.post(
        url("plan-edit", row), {**plan, "year_to": "2027", "is_priority": "on", "version": 1}
    )
    row.refresh_from_db()
    assert row.is_priority
    edit = url("goal-support-edit", support)
    assert edit in client.get(goal.get_absolute_url()).content.decode()
    answer = client.post(edit, {"role": "Data dan air", "version": 1})
    assert answer.url == f"{goal.get_absolute_url()}#parties"
    assert "Data dan air" in client.get(goal.get_absolute_url()).content.decode()
    client.post(url("plan-remove", row))
    client.post(url("goal-support-remove", support))
    assert not goal.supports.exists()
    assert not PlanAlignment.objects.exists()


def test_an_indicator_is_defined_agreed_retired_and_revived(client, scene, goal, coordinator):
    said = {
        "name": "Anak keluar",
        "level": "outcome",
        "unit": "anak",
        "direction": "up",
        "definition": "Yang tingginya sesuai umur.",
        "frequency": "monthly",
    }
    client.post(url("indicator-create", goal), said)
    indicator = Indicator.objects.get()
    client.post(url("indicator-definition", indicator), {"decision": scene.decision().pk})
    client.post(url("indicator-edit", indicator), {**said, "note": "Catatan", "version": 2})
    indicator.refresh_from_db()
    assert indicator.definition_agreed_on
    client.post(url("indicator-retire", indicator), {"reason": "Tak terukur"})
    client.post(url("indicator-revive", indicator), {"reason": "Terukur lagi"})
    indicator.refresh_from_db()
    assert (indicator.note, indicator.is_retired) == ("Catatan", False)


def test_numbers_are_typed_in_the_readers_notation(client, scene, indicator, coordinator):
    client.cookies["django_language"] = "id"
    said = {"value": "1.234,5", "as_of": day(-9), "decision": scene.decision().pk}
    client.post(url("baseline-create", indicator), said)
    assert Baseline.objects.get().value == 1234.5
    text = client.get(indicator.get_absolute_url()).content.decode()
    assert "1.234,5 anak" in text


@pytest.mark.parametrize("typed", ["NaN", "1e400", "Infinity", "١٢٣", "12345678901234567"])
def test_what_is_no_number_comes_back_as_it_was_typed(client, scene, indicator, coordinator, typed):
    said = {"value": typed, "as_of": day(-9), "decision": scene.decision().pk}
    page = client.post(url("baseline-create", indicator), said)
    assert page.context["form"].errors.keys() == {"value"}
    assert typed in page.content.decode()
    assert not Baseline.objects.exists()


def test_targets_wait_for_the_theory_of_change(client, scene, indicator, coordinator):
    said = {"value": "100", "due_on": day(30), "decision": scene.decision().pk}
    page = client.post(url("target-create", indicator), said)
    assert not Target.objects.exists()
    assert page.context["form"].non_field_errors()
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    client.post(url("target-create", indicator), {**said, "region": RegionFactory().pk})
    target = Target.objects.get()
    client.post(url("target-drop", target), {"reason": "Dipotong"})
    target.refresh_from_db()
    assert not target.is_current


def test_what_a_target_lacks_is_said_before_anything_is_typed(client, scene, goal, coordinator):
    type(coordinator).objects.update(language="en")
    bare = IndicatorFactory(goal=goal, undefined=True)

    def told():
        page = client.get(url("target-create", bare))
        assert page.status_code == 200
        return page.context["lacks"], 'name="value"' in page.content.decode()

    assert told() == ("The parties agree on a theory of change before targets are set.", False)
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    sentence, has_form = told()
    assert (sentence[:31], has_form) == ("No target without a definition:", False)
    assert sentence in client.get(bare.get_absolute_url()).content.decode()
    rows = type(bare).objects.filter(pk=bare.pk)
    rows.update(definition="Anak yang tingginya sesuai umur.")
    assert told() == ("No target before the parties agree on the definition.", False)
    rows.update(definition_agreed_on=day(-1))
    assert told() == ("", True)


@pytest.mark.parametrize(
    ("definition", "next_step"),
    [("Anak.", "agree on its definition"), (" ", "write down what exactly is counted")],
)
def test_a_new_indicator_says_what_comes_next(client, goal, coordinator, definition, next_step):
    type(coordinator).objects.update(language="en")
    said = {"name": "Anak", "level": "outcome", "unit": "anak", "direction": "up"}
    said |= {"frequency": "monthly", "definition": definition}
    page = client.post(url("indicator-create", goal), said, follow=True)
    assert next_step in page.content.decode()


def test_a_range_has_two_boxes(client, scene, goal, coordinator):
    TheoryOfChangeFactory(collaboration=scene.collaboration, agreed=True)
    indicator = IndicatorFactory(goal=goal, direction="range")
    said = {"lower": "2", "upper": "4", "due_on": day(30), "decision": scene.decision().pk}
    client.post(url("target-create", indicator), said)
    assert Target.objects.get().upper == 4


def test_duties_are_given_and_ended(client, scene, indicator, coordinator):
    said = {"party": scene.health.pk, "starts_on": day(-9), "days_after": "5"}
    client.post(url("duty-create", indicator), said)
    duty = ReportingDuty.objects.get()
    page = client.post(url("duty-end", duty), {"ends_on": day(-10), "version": 1})
    assert page.context["form"].errors.keys() == {"ends_on"}
    client.post(url("duty-end", duty), {"ends_on": day(-1), "version": 1})
    duty.refresh_from_db()
    assert (duty.days_after, duty.is_over) == (5, True)


def test_a_duty_is_edited_and_one_that_lies_ahead_called_off(client, indicator, coordinator):
    duty = ReportingDutyFactory(indicator=indicator, starts_on=TODAY + timedelta(9))
    text = client.get(indicator.get_absolute_url()).content.decode()
    assert url("duty-edit", duty) in text
    assert url("duty-call-off", duty) in text
    assert url("duty-end", duty) not in text
    form = client.get(url("duty-edit", duty)).context["form"]
    assert form.initial["days_after"] == 10
    said = {"party": duty.party_id, "starts_on": day(-9), "days_after": "7", "version": 1}
    page = client.post(url("duty-edit", duty), {**said, "ends_on": day(-10)})
    assert page.context["form"].errors.keys() == {"ends_on"}
    answer = client.post(url("duty-edit", duty), {**said, "ends_on": day(30)})
    assert answer.url == f"{indicator.get_absolute_url()}#duties"
    duty.refresh_from_db()
    assert (duty.days_after, duty.ends_on) == (7, TODAY + timedelta(30))
    text = client.get(indicator.get_absolute_url()).content.decode()
    assert url("duty-end", duty) in text
    assert url("duty-call-off", duty) not in text
    assert client.post(url("duty-call-off", duty)).status_code == 200  # a sentence
    assert ReportingDuty.objects.filter(pk=duty.pk).exists()
    ahead = ReportingDutyFactory(indicator=indicator, starts_on=TODAY + timedelta(40))
    client.post(url("duty-call-off", ahead))
    assert not ReportingDuty.objects.filter(pk=ahead.pk).exists()


def test_a_duty_may_be_given_for_a_time(client, goal, coordinator):
    once = IndicatorFactory(goal=goal, frequency="once")
    address = url("duty-create", once)
    usual = client.get(url("duty-create", IndicatorFactory(goal=goal))).context["form"]
    asked = client.get(address).context["form"]
    assert asked.fields["ends_on"].help_text != usual.fields["ends_on"].help_text
    said = {"party": goal.lead_id, "starts_on": day(-9), "ends_on": day(9), "days_after": "5"}
    client.post(address, said)
    assert once.duties.get().ends_on == TODAY + timedelta(9)


def test_who_left_is_named_so_beside_what_it_led_and_owes(client, scene, indicator, coordinator):
    GoalSupportFactory(goal=indicator.goal, party=scene.works)
    ReportingDutyFactory(indicator=indicator, party=scene.works)
    pages = (indicator.goal.get_absolute_url(), indicator.get_absolute_url())

    def named():
        words = gettext("takes no part any more")
        return [client.get(page).content.decode().count(words) for page in pages]

    assert named() == [0, 0]
    for party in (scene.health, scene.works):
        party.state, party.ends_on = "left", TODAY
        party.save()
    assert named() == [2, 1]


def test_who_pauses_has_not_left(client, scene, indicator, coordinator):
    GoalSupportFactory(goal=indicator.goal, party=scene.works)
    ReportingDutyFactory(indicator=indicator, party=scene.works)
    scene.works.state = "paused"
    scene.works.save()
    for page in (indicator.goal.get_absolute_url(), indicator.get_absolute_url()):
        said = client.get(page).content.decode()
        assert gettext("takes no part any more") not in said
        assert said.count(f"<span>{gettext('Paused')}</span>") == 1


def test_a_plan_is_chosen_among_documents_in_use(client, scene, goal, coordinator):
    used, withdrawn = (DocumentFactory(collaboration=scene.collaboration) for _n in range(2))
    withdrawn.withdrawn_at, withdrawn.withdrawn_by = timezone.now(), scene.coordinator
    withdrawn.withdrawal_reason = "Salah unggah."
    withdrawn.save()
    offered = client.get(url("plan-create", goal)).context["form"].fields["document"].queryset
    assert list(offered) == [used]
    plan = PlanAlignmentFactory(goal=goal, document=withdrawn)
    kept = client.get(url("plan-edit", plan)).context["form"].fields["document"].queryset
    assert set(kept) == {used, withdrawn}


def test_a_decision_of_another_collaboration_cannot_be_chosen(
    client, scene, indicator, coordinator
):
    other = BaselineFactory().decision
    page = client.post(
        url("baseline-create", indicator), {"value": "1", "as_of": day(-1), "decision": other.pk}
    )
    assert page.context["form"].errors.keys() == {"decision"}


@pytest.mark.parametrize("role", ["staff", "auditor", "admin"])
def test_inside_reads_but_only_the_coordinator_changes(client, scene, indicator, sign_in, role):
    sign_in(member_of(scene.collaboration) if role == "staff" else UserFactory(role=role))
    for record in (indicator, indicator.goal):
        assert client.get(record.get_absolute_url()).status_code == 200
    for name in ("indicator-edit", "baseline-create", "target-create", "duty-create"):
        assert client.get(url(name, indicator)).status_code == 403
    for name in ("goal-edit", "goal-drop", "plan-create", "goal-support-create"):
        assert client.get(url(name, indicator.goal)).status_code == 403


def test_outsiders_find_nothing(client, indicator, sign_in):
    sign_in(OrganizationFactory())
    assert client.get(indicator.get_absolute_url()).status_code == 404
    assert client.get(url("goal-edit", indicator.goal)).status_code == 404
    assert indicator.name not in client.get(reverse("dashboards:indicator-list")).content.decode()


def test_the_goals_of_a_collaboration_have_a_page(client, scene, indicator, coordinator):
    text = client.get(url("collaboration-goals", scene.collaboration)).content.decode()
    assert indicator.goal.title in text
    assert url("goal-create", scene.collaboration) in text


def test_the_pages_cost_the_same_with_many_rows(scene, indicator, coordinator, assert_flat_queries):
    def grow():
        for _number in range(6):
            other = IndicatorFactory(goal=indicator.goal)
            BaselineFactory(indicator=indicator, region=RegionFactory())
            TargetFactory(indicator=indicator, region=RegionFactory())
            ReportingDutyFactory(indicator=indicator, region=RegionFactory())
            TargetFactory(indicator=other)
            PlanAlignmentFactory(goal=indicator.goal)
            party, _speaker = scene.joins(OrganizationFactory.build().name)
            GoalSupportFactory(goal=indicator.goal, party=party)

    grow()
    for address in (
        indicator.goal.get_absolute_url(),
        indicator.get_absolute_url(),
        reverse("dashboards:indicator-list"),
    ):
        assert_flat_queries(address, grow=grow, ceiling=25)
