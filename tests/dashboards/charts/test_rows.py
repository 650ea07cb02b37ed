"""Timeline, trend, heat-map, bars, tiles: the numbers end up where they belong."""

import datetime as dt
from itertools import pairwise

import pytest
from django.utils import translation

from dashboards.charts import BarRow, HeatRow, Stat, TimelineRow
from tests.dashboards.charts.samples import TODAY, bars, heatmap, parsed, timeline, trend


def row(start, end, **fields):
    return TimelineRow("x", "/x/", start, end, "Berjalan", **fields)


def test_the_timeline_shows_the_months_of_its_rows_and_today():
    chart = timeline(rows=(row(dt.date(2026, 9, 5), dt.date(2026, 10, 5)),))
    assert [month.month for month in chart.months] == [9, 10, 11]


def test_the_timeline_of_ten_years_shows_a_year_around_today():
    chart = timeline(rows=(row(dt.date(2020, 1, 1), dt.date(2031, 1, 1)),))
    assert len(chart.months) == 12
    assert TODAY.replace(day=1) in chart.months
    (bar,) = chart.bars
    assert (bar["x"], bar["width"]) == ("0", "1000")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (dt.date(2019, 1, 1), dt.date(2019, 2, 1)),
        (dt.date(2033, 1, 1), dt.date(2033, 2, 1)),
        (dt.date(2026, 11, 30), dt.date(2026, 11, 30)),
        (dt.date(2026, 12, 1), dt.date(2026, 11, 1)),
    ],
)
def test_a_bar_is_always_seen_and_inside(start, end):
    (bar,) = timeline(rows=(row(start, end),)).bars
    assert float(bar["width"]) >= 12
    assert 0 <= float(bar["x"]) <= 1000 - float(bar["width"])


def test_a_plan_is_told_from_a_fact_by_its_dashes():
    dashed = parsed(timeline()).findall(".//rect[@stroke-dasharray]")
    assert len(dashed) == 1


def test_a_month_without_a_value_breaks_the_line():
    assert trend(values=(1, None, 3, 4)).line.count("M") == 2


def test_one_month_alone_is_a_point():
    chart = trend(values=(50,))
    assert len(chart.marks) == 1
    parsed(chart)


def test_the_last_value_and_the_target_are_written_apart():
    for last in (79, 80, 81, 0, 100):
        value, target = trend(values=(10, last)).ends
        assert abs(float(value["y"]) - float(target["y"])) >= 15


def test_a_value_beyond_the_top_stays_on_the_paper():
    (mark,) = trend(values=(250,)).marks
    assert float(mark["y"]) >= 0


def test_many_months_show_fewer_names_and_always_the_last():
    chart = trend(values=tuple(range(36)))
    assert chart.axis[-1]["label"] == "B35"
    places = [float(month["x"]) for month in chart.axis]
    assert all(b - a >= 34 for a, b in pairwise(places))


def test_a_trend_without_a_target_draws_none():
    chart = trend(target=None)
    assert chart.target_y is None
    assert len(chart.ends) == 1
    parsed(chart)


def test_a_heat_map_prints_every_number_and_says_what_is_no_number():
    text = str(heatmap())
    assert ">12<" in text
    assert 'class="heat-5"' in text
    assert 'class="visually-hidden">' in text


def test_the_darkest_step_is_the_most_and_nothing_is_the_lightest():
    steps = [
        cell["step"] for cell in heatmap(rows=(HeatRow("x", (0, 1, 5, 10)),)).lines[0]["cells"]
    ]
    assert steps == [0, 1, 3, 5]


def test_where_one_is_the_most_it_is_still_pale():
    (line,) = heatmap(rows=(HeatRow("x", (0, 1)),)).lines
    assert [cell["step"] for cell in line["cells"]] == [0, 1]


def test_a_heat_map_of_noughts_divides_by_nothing():
    cells = heatmap(rows=(HeatRow("x", (0, 0)),)).lines[0]["cells"]
    assert {cell["step"] for cell in cells} == {0}


def test_a_phone_shows_the_last_four_months():
    assert [head["is_old"] for head in heatmap().heads] == [True, True, False, False, False, False]


def test_bars_of_nothing_have_no_width():
    assert [bar["width"] for bar in bars(rows=(BarRow("x", 0),)).bars] == ["0"]


def test_a_bar_never_leaves_its_row():
    (bar,) = bars(rows=(BarRow("x", 9),), highest=3).bars
    assert bar["width"] == "1000"


def test_a_figure_with_an_address_is_a_link_as_a_whole():
    tile = parsed(
        Stat(figure="4", label="terlambat", note="di 2 instansi", href="/c/?late", tone="bad")
    )
    assert tile.find("a").get("href") == "/c/?late"
    assert "".join(tile.itertext()).split() == ["4", "terlambat", "di", "2", "instansi"]


def test_a_figure_without_an_address_is_none():
    assert parsed(Stat(figure="4", label="terlambat")).find("a") is None


@pytest.mark.parametrize(("language", "words"), [("id", "1.234,5"), ("en", "1,234.5")])
def test_numbers_are_written_as_the_readers_language_writes_them(language, words):
    with translation.override(language):
        assert words in str(bars(rows=(BarRow("x", 1234.5),)))
        assert ">2,5%<" in str(trend(values=(3,), highest=10)) or language == "en"
