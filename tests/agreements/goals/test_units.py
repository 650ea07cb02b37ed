"""What a unit says: counted in whole things, whether regions add up to the whole."""

import pytest

from agreements.goals.units import adds_up, is_counted, is_percent


@pytest.mark.parametrize(
    "unit", ["anak", "Keluarga", "kepala keluarga (KK)", "desa/kelurahan", "children", "villages"]
)
def test_people_and_places_are_counted_whole(unit):
    assert is_counted(unit) == ("/" not in unit)


@pytest.mark.parametrize(
    "unit",
    ["persen", "%", "ribu orang", "orang hari", "anak per kader", "rata-rata anak", "rupiah", ""],
)
def test_shares_averages_and_multiples_may_have_a_fraction(unit):
    assert not is_counted(unit)


@pytest.mark.parametrize(
    ("unit", "does"),
    [
        ("anak", True),
        ("ribu orang", True),
        ("rupiah", True),
        ("ton", True),
        ("persen", False),
        ("anak per kader", False),
        ("indeks desa", False),
        ("hari", False),
    ],
)
def test_amounts_of_regions_add_up_but_shares_and_averages_do_not(unit, does):
    assert adds_up(unit) == does


def test_percent_is_known_in_both_languages():
    assert [is_percent(unit) for unit in ("%", "Persen", " percent ", "anak")] == [
        True,
        True,
        True,
        False,
    ]
