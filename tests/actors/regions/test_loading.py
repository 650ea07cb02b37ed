"""The country's regions from the checked-in list: whole, right, and gentle to what is there."""

from io import StringIO

import pytest
from django.core.management import call_command

from actors.models import Region
from actors.regions.models import RegionLevel
from actors.regions.register_file import AS_OF, DECREE, entries
from collabgov import preparing
from tests.factories.actors import OrganizationFactory, RegionFactory


def run(**options):
    said = StringIO()
    call_command("load_regions", stdout=said, **options)
    return said.getvalue()


def test_the_list_is_whole_and_every_part_has_its_whole():
    by_code = {entry.code: entry for entry in entries()}
    levels = [entry.level for entry in by_code.values()]
    assert len(by_code) == 7837
    assert levels.count(RegionLevel.PROVINCE) == 38
    assert levels.count(RegionLevel.REGENCY) == 514
    assert all(
        entry.level == RegionLevel.PROVINCE or entry.parent_code in by_code
        for entry in by_code.values()
    )


def test_the_names_say_what_sort_of_region_it_is():
    names = {entry.code: entry.name for entry in entries()}
    assert names["76"] == "Sulawesi Barat"
    assert names["76.05"] == "Kabupaten Majene"
    assert names["32.71"] == "Kota Bogor"
    assert names["76.04.13"] == "Kecamatan Anreapi"
    assert names["96"] == "Papua Barat Daya"
    assert names["96.01.01"] == "Distrik Makbon"
    assert all(name == " ".join(name.split()) for name in names.values())
    assert not any(name.isupper() for name in names.values())


@pytest.mark.django_db
def test_loading_fills_the_register_and_again_changes_nothing():
    assert "7837 added, 0 changed, 0 unchanged" in run()
    majene = Region.objects.get(code="76.05")
    assert (majene.name, majene.parent.name) == ("Kabupaten Majene", "Sulawesi Barat")
    assert (majene.source_note, majene.as_of) == (DECREE, AS_OF)
    assert Region.objects.search("sulbar").first().code == "76"
    assert "0 added, 0 changed, 7837 unchanged" in run()
    assert run(if_missing=True) == ""
    assert preparing.load_regions() == ""


@pytest.mark.django_db
def test_a_region_that_was_there_keeps_its_row_and_its_other_name():
    province = RegionFactory(code="76", name="Sulbar raya", aliases="Provinsi ke-33")
    office = OrganizationFactory(region=province)
    stray = RegionFactory(code="99", name="Negeri Sendiri")
    assert "7836 added, 1 changed, 0 unchanged" in run()
    office.refresh_from_db()
    assert office.region == province
    assert office.region.name == "Sulawesi Barat"
    assert office.region.aliases == "Provinsi ke-33, Sulbar raya, Sulbar"
    assert Region.objects.get(pk=stray.pk).name == "Negeri Sendiri"


@pytest.mark.django_db
def test_a_region_of_the_wrong_level_is_put_in_its_place():
    RegionFactory(code="76.05", name="Kabupaten Majene")
    run()
    majene = Region.objects.get(code="76.05")
    assert (majene.level, majene.parent.code) == (RegionLevel.REGENCY, "76")


@pytest.mark.django_db
def test_other_names_never_outgrow_their_column():
    RegionFactory(code="76", name="x" * 120, aliases="y" * 199)
    run()
    assert Region.objects.get(code="76").aliases == "y" * 199
