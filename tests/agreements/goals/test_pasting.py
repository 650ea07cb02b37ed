"""A block copied from a spreadsheet: which cell goes where, and what is said of the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.goals.pasting import is_figure, placed, read_block

ROWS = [{"Anreapi"}, {"Binuang"}]
YEARS = [{"2021"}, {"2022"}, {"2023"}]
MONTHS = [{"Juli 2023", "Jul 2023"}, {"Agustus 2023", "Agu 2023"}]


def spread(text, rows=ROWS, columns=YEARS, first=0):
    return placed(read_block(text, columns), rows, columns, first)


def test_names_and_headings_lead_to_the_rows_of_these_names():
    found = spread("Wilayah\tJul\tAgu\nBinuang\t1.234,5\t7\n  anreapi \t12/40\t\nEntah\t3\t4\n")
    assert found.cells == {(1, 0): "1.234,5", (1, 1): "7", (0, 0): "12/40"}
    assert found.unknown == ["Entah"]


def test_a_bare_block_goes_in_order_from_the_column_that_was_chosen():
    found = spread("1\t2\n3\t4\n5\t6", columns=YEARS[:2], first=1)
    assert found.cells == {(0, 1): "1", (1, 1): "3"}
    assert found.unknown == ["3"]
    assert found.homeless == 2, "the figures beyond the last column are said, not lost"


@pytest.mark.parametrize("head", ["Wilayah\t2022\t2023", "\t2022\t2023", "Wilayah;2022;2023"])
def test_years_above_the_figures_say_which_column_it_is(head):
    mark = ";" if ";" in head else "\t"
    found = spread(f"{head}\r\n{mark.join(('Binuang', '5', '6'))}\r\n")
    assert found.cells == {(1, 1): "5", (1, 2): "6"}
    assert found.unknown == []


def test_a_column_that_is_not_there_takes_no_figure_of_another():
    found = spread("Wilayah\t2020\t2021\nBinuang\t4\t5")
    assert found.cells == {(1, 0): "5"}
    assert found.homeless == 1


def test_years_that_no_column_has_are_still_no_figures():
    found = spread("Wilayah\t2017\t2018\nBinuang\t4\t5")
    assert found.unknown == []
    assert "2017" not in found.cells.values()


def test_a_row_that_looks_like_years_stays_figures():
    assert spread("2021\t5\n7\t8").cells[0, 0] == "2021"
    assert spread("2021\t2022\n7\t8", columns=MONTHS).cells[0, 0] == "2021"


@pytest.mark.parametrize("figures", ["5\t6", "2019\t2021", "2023", "20190\t20191"])
def test_a_first_line_of_an_unknown_name_is_said_and_not_taken_for_headings(figures):
    found = spread(f"Entah\t{figures}\nBinuang\t7\nAnreapi\t8", columns=MONTHS)
    assert found.unknown == ["Entah"]


@pytest.mark.parametrize("head", ["Jul 2023\tAgu 2023", "Juli 2023\tagustus 2023"])
def test_months_are_known_by_their_long_and_short_names(head):
    found = spread(f"Wilayah\t{head}\nAnreapi\t1\t2", columns=MONTHS)
    assert found.cells == {(0, 0): "1", (0, 1): "2"}


def test_merged_cells_leave_holes_that_are_named_by_their_row():
    found = spread("Polman\t1\n\t2\nBinuang\t3\nAnreapi\t4")
    assert found.cells == {(1, 0): "3", (0, 0): "4"}
    assert found.unknown == ["Polman", "2"]


def test_a_cell_of_two_lines_stands_in_quotes_and_stays_one():
    found = spread('"Bin\nuang"\t7\n"Anreapi"\t"1.000"', rows=[{"Anreapi"}, {"Bin uang"}])
    assert found.cells == {(1, 0): "7", (0, 0): "1.000"}


def test_a_single_quote_mark_swallows_nothing():
    found = spread('Anreapi\t7\n"Binuang\t8')
    assert found.cells == {(0, 0): "7"}
    assert found.unknown == ['"Binuang']


def test_a_name_that_two_rows_have_belongs_to_none_of_them():
    twice = [{"Stunting, Binuang", "Binuang"}, {"Gizi, Binuang", "Binuang"}]
    assert spread("Binuang\t5", rows=twice).cells == {}
    assert spread("Gizi, Binuang\t5", rows=twice).cells == {(1, 0): "5"}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_end_as_in_any_system(ends):
    assert spread(f"Binuang\t5{ends}Anreapi\t6{ends}").cells == {(1, 0): "5", (0, 0): "6"}


@pytest.mark.parametrize("text", ["", "\n\n", "\t", "abc", ";;;", "a;b\nc;d", '"', "\0\t1"])
def test_a_strange_block_is_no_error(text):
    spread(text)


@given(st.text(alphabet='ab12.,;/%"\t\r\n\0 ', max_size=60))
def test_nothing_of_any_block_is_lost_silently(text):
    block, there = read_block(text, YEARS), ["a", "b"]
    found = placed(block, [{name} for name in there], YEARS)
    labels = [label.casefold() for label in block.labels] or there[: len(block.rows)]
    taken = [
        cells
        for number, cells in enumerate(block.rows)
        if number < len(labels)
        and labels[number] in there
        and labels[number] not in labels[:number]
    ]
    assert len(found.cells) + found.homeless == sum(bool(cell) for row in taken for cell in row)
    assert len(found.unknown) == len(block.rows) - len(taken)
    assert all(0 <= row < 2 and 0 <= column < 3 for row, column in found.cells)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("1.234,5", True), ("12/40", True), ("55%", True), ("", False), ("Binuang", False)],
)
def test_what_is_a_figure(text, is_one):
    assert is_figure(text) is is_one
