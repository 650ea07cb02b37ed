"""Every field that could tell something about somebody is on the registry of personal fields."""

import pytest
from django.apps import apps
from django.db import models

from collabgov.kit import personal


def test_no_field_is_undeclared():
    assert personal.undeclared() == []


def test_no_declaration_outlives_its_field():
    assert personal.gone() == []


def test_a_new_field_is_found(monkeypatch):
    assert personal.undeclared() == []
    monkeypatch.delitem(personal._fields["actors.Person"], "phone")
    assert "actors.Person.phone" in personal.undeclared()


def test_a_table_is_declared_once():
    assert personal.treatments(apps.get_model("actors.Person"))  # all declarations are read
    with pytest.raises(ValueError, match="declared twice"):
        personal.declare("actors.Person")


@pytest.mark.parametrize(
    "label",
    [
        "actors.Person.phone",
        "actors.User.person",
        "actors.User.email",
        "agreements.SharedTerm.synonyms",
    ],
)
def test_texts_and_links_to_people_are_asked_about(label):
    model, _dot, name = label.rpartition(".")
    assert personal.could_be_personal(apps.get_model(model)._meta.get_field(name))


def test_a_choice_or_a_date_says_nothing_about_anybody():
    assert not personal.could_be_personal(models.CharField(choices=[("a", "A")]))
    assert not personal.could_be_personal(models.DateField())
    settles = apps.get_model("agreements.Decision")._meta.get_field("settles")
    assert not personal.could_be_personal(settles)
