"""Finding an organization by what people really type."""

import pytest

from actors.models import Organization
from actors.organizations.kinds import GovernmentLevel
from actors.regions.models import RegionLevel
from tests.factories.actors import OrganizationFactory, RegionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def register():
    """Health and education in two provinces, a hospital, a ministry."""
    sulbar = RegionFactory(code="76", name="Sulawesi Barat", aliases="Sulbar")
    jabar = RegionFactory(code="32", name="Jawa Barat")
    bogor = RegionFactory(
        code="32.01", name="Kabupaten Bogor", level=RegionLevel.REGENCY, parent=jabar
    )
    rows = {
        "health": OrganizationFactory(name="Dinas Kesehatan", region=sulbar),
        "health jabar": OrganizationFactory(name="Dinas Kesehatan", region=jabar),
        "health bogor": OrganizationFactory(
            name="Dinas Kesehatan", region=bogor, level=GovernmentLevel.REGENCY
        ),
        "education": OrganizationFactory(name="Dinas Pendidikan dan Kebudayaan", region=sulbar),
        "hospital": OrganizationFactory(
            name="Rumah Sakit Umum Daerah", aliases="RSUD Sulbar\nRS Regional", region=sulbar
        ),
        "laboratory": OrganizationFactory(
            name="UPTD Laboratorium pada Dinas Kesehatan", region=sulbar
        ),
        "ministry": OrganizationFactory(
            name="Kementerian Kesehatan", short_name="Kemenkes", level=GovernmentLevel.CENTRAL
        ),
    }
    return {row.pk: label for label, row in rows.items()}


@pytest.fixture
def found(register):
    return lambda text: [register[row.pk] for row in Organization.objects.search(text)]


@pytest.mark.parametrize(
    "text",
    [
        "dinkes sulbar",
        "DINKES SULBAR",
        "sulbar dinkes",
        "dinas kesehatan sulawesi barat",
        "dinas kesehatan provinsi sulawesi barat",
        "dinkes prov. sulbar",
        "kesehatan sulbar",
        "kesehtan sulbar",
        "dinkess sulbar",
        "dinas kesehatan sulawsi barat",
        "dïnas kesehatan sulbar",
    ],
)
def test_the_health_agency_of_sulawesi_barat_is_found_first(found, text):
    assert found(text)[0] == "health"
    assert "education" not in found(text)


def test_words_alone_find_every_health_agency_the_shortest_name_first(found):
    assert found("dinas kesehatan")[-1] == "laboratory"
    assert set(found("dinas kesehatan")) == {
        "health",
        "health jabar",
        "health bogor",
        "laboratory",
    }


def test_a_typo_is_forgiven_only_when_nothing_matches_exactly(found):
    assert {"health", "ministry"} <= set(found("kesehtan"))
    OrganizationFactory(name="Yayasan Kesehtan")
    assert len(Organization.objects.search("kesehtan")) == 1


def test_a_part_of_a_word_still_counts_beside_a_typo(found):
    assert found("eha sulawsi")[0] == "health"


@pytest.mark.parametrize("text", ["distan", "distan sulbar", "dinas pertanian", "DISTAN"])
def test_a_known_short_form_finds_nothing_rather_than_something_else(found, text):
    OrganizationFactory(name="Dinas Perikanan", aliases="Dinas Pertahanan")
    assert not Organization.objects.search(text).exists()


@pytest.mark.parametrize("text", ["distan", "distan sulbr"])
def test_a_known_short_form_finds_what_it_stands_for(register, text):
    farming = OrganizationFactory(name="Dinas Pertanian", region=RegionFactory(name="Sulbar"))
    assert list(Organization.objects.search(text)) == [farming]


def test_regency_abbreviations_and_aliases_and_short_names(found):
    assert found("dinkes kab bogor") == ["health bogor"]
    assert found("rs regional") == ["hospital"]
    assert found("kemenkes") == ["ministry"]
    assert found("disdikbud sulbar") == ["education"]


def test_the_exact_name_comes_before_longer_ones(found):
    assert found("Dinas Kesehatan sulbar")[:2] == ["health", "laboratory"]


def test_an_inactive_organization_comes_after_an_active_one():
    gone = OrganizationFactory(name="Dinas Purbakala", is_active=False)
    here = OrganizationFactory(name="Dinas Purbakala", region=RegionFactory())
    assert list(Organization.objects.search("purbakala")) == [here, gone]
    assert list(Organization.objects.active().search("purbakala")) == [here]


def test_nothing_typed_means_everything_and_noise_means_nothing(register):
    assert Organization.objects.search("  ").count() == len(register)
    assert Organization.objects.search("%").count() == 0
    assert Organization.objects.search("_").count() == 0


@pytest.mark.parametrize(
    "text", ["\x00", "%%%%", "\\", "'; DROP TABLE x; --", "x" * 1_000_000, "a " * 500_000, "🏥"]
)
def test_hostile_text_is_harmless(register, text):
    list(Organization.objects.search(text))


def test_search_costs_the_same_however_many_words(register, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        list(Organization.objects.search("dinas kesehtan propinsi sulawsi barat republik"))
