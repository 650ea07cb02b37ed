"""What a cell calls an organization or a choice: its short words too, where one thing is meant."""

import pytest

from tests.actors.importing.tables import begin, plan, problems, table
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db
POSTS = ["Nama", "Instansi", "Jabatan"]


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def person_at(place, admin):
    return plan(begin(table(POSTS, ["Rina", place, "Kabid"]), admin, "people"))


@pytest.mark.parametrize("said", ["Dinsos Sulbar", "dinsos  sulbar", "Dinas Kesejahteraan", "DKS"])
def test_a_short_or_former_name_of_one_organization_names_it(said, admin):
    meant = OrganizationFactory(
        name="Dinas Sosial", short_name="Dinsos Sulbar", aliases="Dinas Kesejahteraan\r\nDKS"
    )
    assert person_at(said, admin).rows[0].values["organization_id"] == meant.pk


def test_a_name_goes_before_a_short_name(admin):
    OrganizationFactory(name="Dinas Sosial", short_name="Bappeda")
    meant = OrganizationFactory(name="Bappeda")
    assert person_at("Bappeda", admin).rows[0].values["organization_id"] == meant.pk


def test_a_short_name_of_several_is_asked_about_and_its_region_decides(admin):
    places = [RegionFactory(code=f"90.0{n}", name=f"Kabupaten Uji {n}") for n in range(2)]
    several = [
        OrganizationFactory(name=f"Dinas Sosial {n}", short_name="Dinsos", region=place)
        for n, place in enumerate(places)
    ]
    (problem,) = problems(person_at("Dinsos", admin))
    assert "Dinas Sosial 0 (90.00 Kabupaten Uji 0) / Dinas Sosial 1" in problem
    assert person_at("Dinsos (90.01)", admin).rows[0].values["organization_id"] == several[1].pk


def test_what_is_nearly_a_name_is_answered_with_it(admin):
    OrganizationFactory(name="Dinas Sosial", region=None)
    (problem,) = problems(person_at("Dinas Sosail", admin))
    assert problem == "B2 (Instansi): Tidak ada instansi “Dinas Sosail”. Maksud Anda Dinas Sosial?"


def test_what_is_like_nothing_is_not_guessed(admin):
    OrganizationFactory(name="Dinas Sosial", region=None)
    RegionFactory(code="76.05", name="Kabupaten Bantis")
    assert problems(person_at("Atlantis", admin)) == [
        "B2 (Instansi): Tidak ada instansi “Atlantis”."
    ]
    content = table(["Nama", "Wilayah"], ["A", "Atlantis"])
    assert "B2 (Wilayah): Tidak ada wilayah “Atlantis”." in problems(plan(begin(content, admin)))


@pytest.mark.parametrize(
    ("header", "said", "meant"),
    [
        ("Jenis", "OPD", "regional_apparatus"),
        ("Jenis", "ormas", "civil_society"),
        ("Jenis", "regional_apparatus", "regional_apparatus"),
        ("level", "kabupaten", "regency"),
        ("level", "Kota", "regency"),
        ("level", "desa", "village"),
    ],
)
def test_a_word_that_is_clearly_one_choice_is_understood(header, said, meant, admin):
    (row,) = plan(begin(table(["Nama", header], ["A", said]), admin)).rows
    assert meant in row.values.values()


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("Perangkat daerha", "Maksud Anda Perangkat daerah (OPD)?"),
        ("daerah", "“daerah” bukan pilihan di sini."),
        ("Atlantis", "“Atlantis” bukan pilihan di sini. Templat menyebut semua pilihannya."),
    ],
)
def test_another_word_is_answered_with_the_nearest_choice_and_not_with_all(said, answer, admin):
    content = table(["Nama", "Jenis", "Sektor"], ["A", said, "Pemerintah"])
    (problem,) = problems(plan(begin(content, admin)))
    assert answer in problem
    assert len(problem) < 150
