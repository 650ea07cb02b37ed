"""The register of triggers that is looked up says what pgtrigger's own would compute."""

import pgtrigger
import pytest
from pgtrigger import registry

from actors.models import Organization
from agreements.models import Collaboration
from collabgov.kit import triggers

OWN = registry._Registry


@pytest.fixture
def held():
    """The register in use, put back as it was."""
    kept = registry._registry
    triggers_of = {model: list(model._meta.triggers) for model, _ in kept.values()}
    originals = {model: list(model._meta.original_attrs["triggers"]) for model in triggers_of}
    triggers.index()
    yield registry._registry
    registry._registry = kept
    for model, each in triggers_of.items():
        model._meta.triggers = each
        model._meta.original_attrs["triggers"] = originals[model]


def trigger(name, func="RETURN NEW;"):
    return pgtrigger.Trigger(
        name=name, operation=pgtrigger.Insert, when=pgtrigger.Before, func=func
    )


def test_the_site_uses_it_and_it_agrees_with_what_would_be_computed():
    used = registry._registry
    assert isinstance(used, triggers.IndexedRegistry)
    assert len(used) > 600
    assert used.by_db_table == OWN.by_db_table.fget(used)
    assert set(used.pg_function_names) == OWN.pg_function_names.fget(used)


def test_a_name_twice_on_a_table_is_refused(held):
    registry.set("actors.Organization:once", model=Organization, trigger=trigger("once"))
    with pytest.raises(KeyError, match="already used"):
        registry.set(
            "actors.Organization:once", model=Organization, trigger=trigger("once", "RETURN NULL;")
        )


def test_what_is_taken_out_may_come_again(held):
    registry.set("actors.Organization:once", model=Organization, trigger=trigger("once"))
    registry.delete("actors.Organization:once")
    assert held.by_db_table == OWN.by_db_table.fget(held)
    assert set(held.pg_function_names) == OWN.pg_function_names.fget(held)
    registry.set(
        "actors.Organization:once", model=Organization, trigger=trigger("once", "RETURN NULL;")
    )


def test_an_identifier_twice_is_refused(held):
    taken = trigger("once")
    registry.set("agreements.Collaboration:once", model=Collaboration, trigger=taken)

    class Alike(pgtrigger.Trigger):
        def get_pgid(self, model):
            return taken.get_pgid(Collaboration)

    other = Alike(
        name="twice", operation=pgtrigger.Insert, when=pgtrigger.Before, func="RETURN NEW;"
    )
    with pytest.raises(KeyError, match="already in use"):
        registry.set("agreements.Collaboration:twice", model=Collaboration, trigger=other)
