"""What holds for every chart: well-formed, safe, titled, with its numbers beside it."""

import re

import pytest
from django.utils import translation

from tests.dashboards.charts.samples import (
    ALL,
    HOSTILE,
    course,
    heatmap,
    parsed,
    timeline,
    trend,
    wheel,
)

EMPTY = [
    lambda: wheel(codes=[], empty="Belum ada."),
    lambda: timeline(rows=(), empty="Belum ada."),
    lambda: trend(values=(), empty="Belum ada."),
    lambda: trend(values=(None, None), empty="Belum ada."),
    lambda: heatmap(rows=(), empty="Belum ada."),
    lambda: course(values=(), empty="Belum ada."),
]


@pytest.mark.parametrize("make", ALL)
def test_a_chart_is_well_formed_and_its_words_are_escaped(make):
    chart = make(title=HOSTILE, summary=HOSTILE)
    assert parsed(chart).find("./figure/figcaption/h2").text == HOSTILE
    assert "<script" not in str(chart)


@pytest.mark.parametrize("make", ALL)
def test_a_chart_carries_no_style_so_that_policy_and_paper_keep_its_colours(make):
    for element in parsed(make()).iter():
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]


@pytest.mark.parametrize("make", ALL)
def test_every_mark_of_a_drawing_names_its_colour_itself(make):
    """Without `fill` a path is black on paper, whatever the style sheet says."""
    for svg in parsed(make()).iter("svg"):
        for shape in svg.iter():
            if shape.tag in {"path", "rect", "circle", "text"}:
                assert "fill" in shape.attrib, shape.attrib


@pytest.mark.parametrize("make", ALL)
def test_a_chart_says_its_title_and_its_finding(make):
    chart = make()
    root = parsed(chart)
    assert root.find("./figure/figcaption/h2").text == chart.title
    assert root.find("./figure/figcaption/p").text == chart.summary


@pytest.mark.parametrize("make", [wheel, trend, course])
def test_a_drawing_is_named_and_described_for_those_who_do_not_see_it(make):
    chart = make()
    svg = parsed(chart).find(".//svg[@aria-labelledby]")
    named = {element.get("id"): element.text for element in svg if element.tag in {"title", "desc"}}
    assert [named[name] for name in svg.get("aria-labelledby").split()] == [
        chart.title,
        chart.summary,
    ]
    assert svg.get("role") in {"img", "group"}


@pytest.mark.parametrize("make", [timeline, trend, heatmap, course, *ALL[-1:]])
def test_a_chart_has_its_numbers_as_a_table_with_caption_and_scopes(make):
    table = parsed(make()).find(".//table")
    assert table.find("caption") is not None
    assert all(head.get("scope") for head in table.iter("th"))


@pytest.mark.parametrize("make", ALL)
def test_a_folded_chart_still_says_its_finding_and_has_the_rest_a_tap_away(make):
    chart = make()
    root, folded = parsed(chart), parsed(chart.folded())
    caption = folded.find("./figure/figcaption")
    assert (caption.find("h2").text, caption.find("p").text) == (chart.title, chart.summary)
    (rest,) = folded.findall("./figure/details")
    assert chart.title in "".join(rest.find("summary").itertext())
    assert rest.get("open") is None
    assert len(list(rest.iter("a"))) == len(list(root.iter("a")))


@pytest.mark.parametrize("make", EMPTY)
def test_an_empty_chart_is_a_sentence_and_no_drawing(make):
    root = parsed(make())
    assert root.find(".//p").text == "Belum ada."
    assert root.find(".//svg") is None
    assert root.find(".//table") is None


def test_an_empty_chart_without_a_sentence_of_its_own_still_says_something():
    assert parsed(trend(values=())).find(".//p").text


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("language", ["id", "en"])
def test_coordinates_keep_their_dot_in_every_language(make, language):
    with translation.override(language):
        for element in parsed(make()).iter():
            for name in ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"):
                if value := element.get(name):
                    assert re.fullmatch(r"-?\d+(\.\d+)?%?", value), (element.tag, name, value)


@pytest.mark.parametrize("make", ALL)
def test_ids_of_two_charts_with_other_keys_do_not_meet(make):
    def ids(chart):
        return {element.get("id") for element in parsed(chart).iter() if element.get("id")}

    assert not ids(make(key="one")) & ids(make(key="two"))


@pytest.mark.parametrize("make", ALL)
def test_a_reference_inside_a_chart_leads_to_something(make):
    root = parsed(make())
    ids = {element.get("id") for element in root.iter()}
    text = str(make())
    wanted = set(re.findall(r"url\(#([^)]+)\)", text)) | set(
        re.findall(r"<textPath href=\"#([^\"]+)", text)
    )
    assert wanted <= ids
