"""Addresses of theories of change, goals, indicators, targets and duties to report."""

from django.urls import path

from agreements.goals.views import duties, goals, indicators, positions, targets, theory

COLLABORATION = "collaborations/<int:pk>/"
THEORY, GOAL, INDICATOR = "theories/<int:pk>/", "goals/<int:pk>/", "indicators/<int:pk>/"

THEORIES = [
    (f"{COLLABORATION}theory/", theory.CollaborationTheory, "collaboration-theory"),
    (f"{COLLABORATION}theory/new/", theory.TheoryDraft, "theory-create"),
    (THEORY, theory.TheoryDetail, "theory-detail"),
    (f"{THEORY}edit/", theory.TheoryEdit, "theory-edit"),
    (f"{THEORY}move/<slug:verb>/", theory.TheoryMove, "theory-move"),
    (f"{THEORY}recall/", theory.TheoryRecall, "theory-recall"),
    (f"{THEORY}position/", positions.PositionState, "theory-position"),
    ("theory-consents/<int:pk>/confirm/", positions.PositionConfirm, "theory-consent-confirm"),
    (f"{THEORY}results/new/", theory.ResultCreate, "result-create"),
    ("results/<int:pk>/edit/", theory.ResultEdit, "result-edit"),
    ("results/<int:pk>/remove/", theory.ResultRemove, "result-remove"),
    (f"{THEORY}links/new/", theory.LinkCreate, "result-link-create"),
    ("result-links/<int:pk>/edit/", theory.LinkEdit, "result-link-edit"),
    ("result-links/<int:pk>/remove/", theory.LinkRemove, "result-link-remove"),
]
GOALS = [
    (f"{COLLABORATION}goals/new/", goals.GoalCreate, "goal-create"),
    (GOAL, goals.GoalDetail, "goal-detail"),
    (f"{GOAL}edit/", goals.GoalEdit, "goal-edit"),
    (f"{GOAL}agree/", goals.GoalAgree, "goal-agree"),
    (f"{GOAL}close/", goals.GoalClose, "goal-close"),
    (f"{GOAL}reopen/", goals.GoalReopen, "goal-reopen"),
    (f"{GOAL}drop/", goals.GoalDrop, "goal-drop"),
    (f"{GOAL}supports/new/", goals.SupportCreate, "goal-support-create"),
    ("goal-supports/<int:pk>/edit/", goals.SupportEdit, "goal-support-edit"),
    ("goal-supports/<int:pk>/remove/", goals.SupportRemove, "goal-support-remove"),
    (f"{GOAL}plans/new/", goals.PlanCreate, "plan-create"),
    ("plans/<int:pk>/edit/", goals.PlanEdit, "plan-edit"),
    ("plans/<int:pk>/remove/", goals.PlanRemove, "plan-remove"),
    (f"{GOAL}indicators/new/", indicators.IndicatorCreate, "indicator-create"),
]
INDICATORS = [
    (f"{INDICATOR}edit/", indicators.IndicatorEdit, "indicator-edit"),
    (f"{INDICATOR}definition/", indicators.DefinitionAgree, "indicator-definition"),
    (f"{INDICATOR}retire/", indicators.IndicatorRetire, "indicator-retire"),
    (f"{INDICATOR}revive/", indicators.IndicatorRevive, "indicator-revive"),
    (f"{INDICATOR}baselines/new/", targets.BaselineSet, "baseline-create"),
    (f"{INDICATOR}targets/new/", targets.TargetSet, "target-create"),
    ("targets/<int:pk>/drop/", targets.TargetDrop, "target-drop"),
    (f"{INDICATOR}duties/new/", duties.DutyGive, "duty-create"),
    ("duties/<int:pk>/edit/", duties.DutyEdit, "duty-edit"),
    ("duties/<int:pk>/end/", duties.DutyEnd, "duty-end"),
    ("duties/<int:pk>/call-off/", duties.DutyCallOff, "duty-call-off"),
]
urlpatterns = [
    path(address, view.as_view(), name=name)
    for address, view, name in (*THEORIES, *GOALS, *INDICATORS)
]
