"""Every table is in the table of contents, has a factory, and its promises are tested."""

import inspect

import pytest
from django.apps import apps
from django.db.models import UniqueConstraint

import actors.models
import agreements.models
from collabgov.kit.audit import event_models
from tests import factories
from tests.architecture.sources import PYTHON, name, text
from tests.factories import (
    action,
    arrangements,
    assistance,
    charter,
    definition,
    deliberation,
    discovery,
    documents,
    duplicates,
    engagement,
    goals,
    instruments,
    motivation,
    pledges,
    series,
    services,
    structures,
)
from tests.factories import actors as actor_factories

OWN = [
    model
    for label in ("actors", "agreements")
    for model in apps.get_app_config(label).get_models()
    if model not in event_models()  # made by `@tracked`, held by tests/architecture/test_audit.py
]
MODULES = (
    action,
    arrangements,
    assistance,
    charter,
    definition,
    discovery,
    deliberation,
    documents,
    duplicates,
    engagement,
    goals,
    instruments,
    motivation,
    pledges,
    series,
    services,
    structures,
    actor_factories,
)
FACTORIES = {
    factory._meta.model: factory
    for module in MODULES
    for _, factory in inspect.getmembers(module, inspect.isclass)
    if hasattr(factory, "_meta") and factory.__module__ == module.__name__
}
TESTS = "".join(
    text(file)
    for file in PYTHON
    if name(file).startswith("tests/") and not name(file).startswith("tests/architecture/")
)
CONSTRAINTS = sorted(
    (constraint.name for model in OWN for constraint in model._meta.constraints),
)


def test_there_are_tables():
    assert len(OWN) > 20
    assert factories.__name__


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_every_model_is_in_the_table_of_contents(model):
    contents = {"actors": actors.models, "agreements": agreements.models}[model._meta.app_label]
    assert getattr(contents, model.__name__, None) is model
    assert model.__name__ in contents.__all__


@pytest.mark.parametrize("module", [actors.models, agreements.models], ids=lambda m: m.__name__)
def test_a_table_of_contents_is_sorted_and_short(module):
    assert list(module.__all__) == sorted(module.__all__)
    assert len(inspect.getsource(module).splitlines()) <= 80


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_every_model_has_a_factory(model):
    assert model in FACTORIES


@pytest.mark.parametrize("constraint", CONSTRAINTS)
def test_every_constraint_has_a_test_that_names_it(constraint):
    assert constraint in TESTS


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_every_rule_that_a_person_can_break_says_so_in_words(model):
    """A unique or range rule that a form can hit has a sentence, not only a name."""
    silent = [
        constraint.name
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint)
        and constraint.violation_error_message == constraint.default_violation_error_message
        and constraint.name not in NOT_REACHED_BY_FORMS
    ]
    assert not silent


NOT_REACHED_BY_FORMS = {
    "agenda_item_position_once",
    "amendment_change_field_once",
    "amendment_order_once",
    "baseline_one_counts",
    "baseline_version_once",
    "definition_one_agreed",
    "definition_version_once",
    "calendar_feed_one_live",
    "meeting_draft_once",
    "minutes_answer_once",
    "minutes_version_number_once",
    "pulse_answer_once",
    "pulse_item_version_once",
    "pulse_result_once",
    "target_one_counts",
    "target_version_once",
    "theory_one_agreed",
    "theory_version_once",
}
