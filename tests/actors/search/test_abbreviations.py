"""The short forms that come with the product, and those an office adds."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection

from actors.models import Abbreviation
from tests.factories.actors import AbbreviationFactory

pytestmark = pytest.mark.django_db
migration = import_module("actors.migrations.0003_abbreviations")


class Editor:
    connection = connection


def test_the_usual_short_forms_are_there_from_the_start():
    assert Abbreviation.objects.get(short="dinkes").meaning == "dinas kesehatan"
    assert str(Abbreviation.objects.get(short="sulbar")) == "sulbar = sulawesi barat"
    assert Abbreviation.objects.count() >= 40


def test_taking_them_away_and_adding_them_again_keeps_what_an_office_changed():
    Abbreviation.objects.filter(short="dkp").update(meaning="dinas kelautan dan perikanan")
    AbbreviationFactory(short="pokja", meaning="kelompok kerja")
    migration.remove(apps, Editor)
    assert set(Abbreviation.objects.values_list("short", flat=True)) == {"dkp", "pokja"}
    migration.add(apps, Editor)
    assert Abbreviation.objects.get(short="dkp").meaning == "dinas kelautan dan perikanan"
    assert Abbreviation.objects.filter(short="dinkes").exists()


def test_a_short_form_is_written_once():
    with pytest.raises(IntegrityError):
        AbbreviationFactory(short="dinkes")


def test_a_short_form_is_lower_case():
    with pytest.raises(IntegrityError, match="abbreviation_is_lower_case"):
        AbbreviationFactory(short="Bappeda2")
