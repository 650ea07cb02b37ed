"""Pasted minutes: every line becomes one row or is handed back, and no owner is guessed."""

import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agreements.engagement.pasting import owners_of, read_pasted
from tests.factories.actors import OrganizationFactory

HELD_ON = dt.date(2026, 11, 22)
OWNERS = {"dinkes": 1, "dinas sosial": 2, "bps": 3}
PIECES = [
    *("- ", "* ", "1. ", "Dinkes", "bps", ": ", " \u2013 ", "\t", ", ", "30/11", "(", ")", "*"),
    *("_", "29 Feb", "9/9/9999", "Tenggat", "PIC", "Uraian", "kirim", " ", "²", "\n", "\n"),
]


def read(text, held_on=HELD_ON):
    return read_pasted(text, owners=OWNERS, held_on=held_on)


def only(text, held_on=HELD_ON):
    (row,) = read(text, held_on).rows
    return row.owner, row.promise, row.due_on and row.due_on.isoformat()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("- Dinkes: kirim data posyandu, 30/11", (1, "kirim data posyandu", "2026-11-30")),
        ("• Dinas Sosial \u2013 padankan data (30 Nov 2026)", (2, "padankan data", "2026-11-30")),
        ("* DINKES : cetak kartu", (1, "cetak kartu", None)),
        ("*Dinkes*: cetak _kartu_, 1 Des", (1, "cetak kartu", "2026-12-01")),
        (
            "- *BPS*: hitung ulang paling lambat Senin, 30 November 2026",
            (3, "hitung ulang", "2026-11-30"),
        ),
        ("1. BPS - hitung ulang; tenggat: 5 Januari", (3, "hitung ulang", "2027-01-05")),
        ("2) susun jadwal", (None, "susun jadwal", None)),
        ("1.\tBPS: hitung ulang", (3, "hitung ulang", None)),
        ("Dinkes: kirim data", (1, "kirim data", None)),
        ("Dinkes\tkirim data\t30/11/2026", (1, "kirim data", "2026-11-30")),
        ("3\tDinkes\tkirim data\t1 May 2027", (1, "kirim data", "2027-05-01")),
        ("-\tkirim data\t30/11/2026", (None, "kirim data", "2026-11-30")),
    ],
)
def test_a_line_is_read(line, said):
    assert only(line) == said


@pytest.mark.parametrize(
    ("line", "promise"),
    [
        ("- Dinkess: kirim data", "Dinkess: kirim data"),
        ("- Dinkes & BPS: kirim data", "Dinkes & BPS: kirim data"),
        ("- Pak Camat \u2013 kirim data", "Pak Camat \u2013 kirim data"),
        ("Dinas X\tkirim data\t", "Dinas X: kirim data"),
    ],
)
def test_an_owner_that_is_not_known_letter_by_letter_stays_in_the_words(line, promise):
    assert only(line) == (None, promise, None)


@pytest.mark.parametrize(
    "end",
    [", 31/2", ", 11/20/2026", ", besok", " 30/11", " per 30 November", ", 1-30/11", ", 30/11?"],
)
def test_a_day_that_is_not_clear_stays_in_the_words(end):
    assert only(f"- Dinkes: kirim data{end}") == (1, f"kirim data{end}", None)


def test_a_day_of_a_table_that_is_not_clear_stays_in_the_words():
    assert only("Dinkes\tkirim data\tsegera") == (1, "kirim data (segera)", None)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("21/11", "2027-11-21"),
        ("22/11", "2026-11-22"),
        ("1 Jan", "2027-01-01"),
        ("29/2", "2028-02-29"),
    ],
)
def test_a_day_without_a_year_is_the_next_one_of_the_calendar(said, due):
    row = read(f"- kirim, {said}").rows[0]
    assert (row.due_on.isoformat(), row.year_is_assumed) == (due, True)


def test_without_the_day_of_the_meeting_no_year_is_assumed():
    assert only("- kirim, 30/11", held_on=None) == (None, "kirim, 30/11", None)


def test_a_header_names_the_columns_until_an_empty_line():
    header = "No\tUraian\tPIC\tTenggat\tKet"
    pasted = read(f"{header}\n1\tkirim data\tDinkes\t30/11\tvia surel\n\nBPS\thitung\t1/12")
    assert [(row.owner, row.promise) for row in pasted.rows] == [
        (1, "kirim data; via surel"),
        (3, "hitung"),
    ]
    assert [line.reason for line in pasted.unused] == ["header"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Tindak lanjut:", "heading"),
        ("- Dinkes:", "empty"),
        ("------", "empty"),
        ("- 30/11", "empty"),
        ("Rapat dibuka pukul 09:00", "loose"),
        ("Hadir: 12 orang", "loose"),
        (f"- {'x' * 501}", "long"),
        ("x" * 5_000, "long"),
    ],
)
def test_what_is_no_agreement_is_handed_back(line, reason):
    pasted = read(line)
    assert [(each.line, each.reason) for each in pasted.unused] == [(line, reason)]
    assert not pasted.rows


@given(
    (st.text() | st.lists(st.sampled_from(PIECES), max_size=40).map("".join)),
    st.none() | st.dates(),
)
@example("9\t\t\t", dt.date(9999, 12, 31))
@settings(deadline=None)
def test_every_line_becomes_one_row_or_is_handed_back(text, held_on):
    pasted = read_pasted(text, owners=OWNERS, held_on=held_on)
    lines = [line for line in text.splitlines() if line.strip()]
    assert [each.line for each in pasted.lines] == lines
    assert len(pasted.rows) + len(pasted.unused) == len(lines)
    for row in pasted.rows:
        assert row.promise
        assert len(row.promise) <= 500
        assert row.owner in (None, 1, 2, 3)


@pytest.mark.parametrize("line", ["*a" * 500, "- " * 500, ", (" * 330, "30/11 " * 160, ":" * 999])
def test_long_lines_of_marks_cost_no_more_than_a_moment(line):
    read("\n".join([line] * 100))


@pytest.mark.django_db
def test_names_short_names_and_other_names_name_an_organization_unless_two_share_one():
    one = OrganizationFactory(name="Dinas A", short_name="DA", aliases="Kantor A\r\nDinas  Umum")
    two = OrganizationFactory(name="Dinas B", short_name="", aliases="Dinas Umum")
    assert owners_of([one, two]) == {
        "dinas a": one.pk,
        "da": one.pk,
        "kantor a": one.pk,
        "dinas b": two.pk,
    }
