"""What the database refuses of theories, goals and indicators, whoever asks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from agreements.goals.states import GoalState, TheoryState
from tests.constraints import assert_refused
from tests.factories.goals import (
    BaselineFactory,
    GoalChangeFactory,
    GoalFactory,
    GoalSupportFactory,
    IndicatorFactory,
    PlanAlignmentFactory,
    ReportingDutyFactory,
    ResultFactory,
    ResultLinkFactory,
    TargetFactory,
    TheoryChangeFactory,
    TheoryConsentFactory,
    TheoryOfChangeFactory,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("theory_state_is_known", TheoryOfChangeFactory, {"state": "x"}),
        ("theory_agreed_has_a_date", TheoryOfChangeFactory, {"state": TheoryState.AGREED}),
        ("theory_agreed_has_a_date", TheoryOfChangeFactory, {"agreed_on": TODAY}),
        ("theory_change_event_is_known", TheoryChangeFactory, {"event": "x"}),
        ("theory_change_stance_is_known", TheoryChangeFactory, {"stance": "x"}),
        ("result_kind_is_known", ResultFactory, {"kind": "x"}),
        ("result_says_what", ResultFactory, {"title": ""}),
        ("result_link_names_its_assumption", ResultLinkFactory, {"assumption": ""}),
        (
            "theory_consent_objection_has_a_reason",
            TheoryConsentFactory,
            {"supports": True, "stance": "object"},
        ),
        ("theory_consent_stated_by_somebody", TheoryConsentFactory, {"stance": "support"}),
        ("theory_consent_stated_by_somebody", TheoryConsentFactory, {"stated_on": TODAY}),
        ("theory_consent_stance_is_known", TheoryConsentFactory, {"stance": "veto"}),
        ("goal_state_is_known", GoalFactory, {"state": "x"}),
        ("goal_agreed_has_a_date", GoalFactory, {"agreed_on": None}),
        ("goal_agreed_has_a_lead", GoalFactory, {"lead": None}),
        ("goal_change_event_is_known", GoalChangeFactory, {"event": "x"}),
        ("plan_alignment_years_in_order", PlanAlignmentFactory, {"year_to": 2025}),
        ("plan_alignment_years_are_years", PlanAlignmentFactory, {"year_from": 1944}),
        ("indicator_agreed_definition_says_something", IndicatorFactory, {"definition": ""}),
        ("indicator_level_is_known", IndicatorFactory, {"level": "x"}),
        ("indicator_direction_is_known", IndicatorFactory, {"direction": "x"}),
        ("target_is_a_value_or_a_range", TargetFactory, {"value": None}),
        ("target_is_a_value_or_a_range", TargetFactory, {"lower": Decimal(1)}),
        (
            "target_is_a_value_or_a_range",
            TargetFactory,
            {"value": None, "lower": Decimal(2), "upper": Decimal(1)},
        ),
        (
            "reporting_duty_ends_after_start",
            ReportingDutyFactory,
            {"starts_on": TODAY, "ends_on": TODAY - timedelta(1)},
        ),
        ("reporting_duty_days_in_a_year", ReportingDutyFactory, {"days_after": 367}),
    ],
)
def test_a_row_that_makes_no_sense(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_a_theory_has_one_version_of_a_number_one_agreed_and_one_open():
    first = TheoryOfChangeFactory(agreed=True)
    here = {"collaboration": first.collaboration}
    assert_refused("theory_version_once", lambda: TheoryOfChangeFactory(order=1, **here))
    assert_refused("theory_one_agreed", lambda: TheoryOfChangeFactory(agreed=True, **here))
    TheoryOfChangeFactory(**here)
    assert_refused(
        "theory_one_open", lambda: TheoryOfChangeFactory(state=TheoryState.FOR_CONSENT, **here)
    )


def test_two_results_are_linked_once_and_never_one_with_itself():
    link = ResultLinkFactory()
    both = {"theory": link.theory, "cause": link.cause}
    assert_refused("result_link_once", lambda: ResultLinkFactory(effect=link.effect, **both))
    assert_refused("result_link_between_two", lambda: ResultLinkFactory(effect=link.cause, **both))


def test_a_party_is_asked_once_supports_once_and_has_a_plan_once():
    consent, support = TheoryConsentFactory(), GoalSupportFactory()
    plan = PlanAlignmentFactory()
    assert_refused(
        "theory_consent_once",
        lambda: TheoryConsentFactory(theory=consent.theory, party=consent.party),
    )
    assert_refused(
        "goal_support_once", lambda: GoalSupportFactory(goal=support.goal, party=support.party)
    )
    assert_refused(
        "plan_alignment_once",
        lambda: PlanAlignmentFactory(goal=plan.goal, party=plan.party, title=plan.title),
    )


def test_a_goal_has_an_indicator_of_a_name_once():
    indicator = IndicatorFactory()
    assert_refused(
        "indicator_name_once",
        lambda: IndicatorFactory(goal=indicator.goal, name=indicator.name),
    )


def test_of_the_versions_of_a_baseline_one_counts_also_without_a_region():
    first = BaselineFactory()
    here = {"indicator": first.indicator}
    assert_refused("baseline_one_counts", lambda: BaselineFactory(order=2, **here))
    assert_refused(
        "baseline_version_once", lambda: BaselineFactory(order=1, is_current=False, **here)
    )


def test_of_the_versions_of_a_target_one_counts_for_a_day():
    first = TargetFactory()
    here = {"indicator": first.indicator, "due_on": first.due_on}
    assert_refused("target_one_counts", lambda: TargetFactory(order=2, **here))
    assert_refused("target_version_once", lambda: TargetFactory(order=1, is_current=False, **here))


def test_one_party_at_a_time_reports():
    duty = ReportingDutyFactory()
    assert_refused(
        "reporting_duty_one_at_a_time",
        lambda: ReportingDutyFactory(indicator=duty.indicator, starts_on=TODAY),
    )


def test_a_dropped_goal_needs_no_lead():
    assert GoalFactory(state=GoalState.DROPPED, lead=None).pk
