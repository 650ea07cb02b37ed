"""The wheel shows states, in words, and never anything that looks like a score."""

import re
from dataclasses import replace

import pytest

from dashboards.charts.wheel import LOOKS
from tests.dashboards.charts.samples import CODES, parsed, wheel


def test_the_wheel_has_a_place_for_every_element_of_the_framework():
    assert len(CODES) == len(set(CODES)) == 18
    assert [slice_["segment"].code for slice_ in wheel().slices] == CODES


def test_each_segment_is_a_link_that_says_its_state():
    links = parsed(wheel()).findall(".//svg//a")
    assert len(links) == len(CODES)
    for link in links:
        assert re.fullmatch(r"/unsur/\w+/", link.get("href"))
        assert "Kata " in link.get("aria-label")
        assert link.find("title").text == link.get("aria-label")


def test_the_list_beside_says_the_same_and_why():
    root = parsed(wheel())
    bare, told = root.findall(".//li/div[a]"), root.findall(".//li/details[a]")
    assert len(bare) + len(told) == len(CODES)
    assert len(told) == len(CODES) // 2
    for element in told:  # its verdict in a line; why, and the records, a tap away
        assert "Kata " in "".join(element.find("summary").itertext())
        assert element.find("p").text
        assert re.fullmatch(r"/unsur/\w+/", element.find("a").get("href"))


def test_the_shape_of_a_segment_does_not_depend_on_its_state():
    chart = wheel()
    other = replace(chart, segments=tuple(replace(s, state="not_started") for s in chart.segments))
    assert [s["path"] for s in other.slices] == [s["path"] for s in chart.slices]


def test_states_differ_in_sign_and_not_only_in_colour():
    signs = [look.sign for look in LOOKS.values()]
    assert len(set(signs)) == len(signs)


def test_the_legend_counts_each_state_that_occurs():
    legend = wheel(codes=["CTX", "DRV", "PE1"]).legend
    assert [(line["label"], line["count"]) for line in legend] == [
        ("Kata not_started", 1),
        ("Kata not_enough_data", 1),
        ("Kata needs_attention", 1),
    ]


@pytest.mark.parametrize("codes", [["SM1"], ["ACT"], ["CTX", "ADP"], ["PE4a", "CJ4"]])
def test_elements_that_a_collaboration_has_not_yet_leave_no_hole_in_the_list(codes):
    chart = wheel(codes=codes)
    parsed(chart)
    assert sum(len(group["lines"]) for group in chart.groups) == len(codes)
    assert all(group["lines"] for group in chart.groups)


def test_an_unknown_state_is_an_error_and_no_silent_colour():
    chart = wheel(codes=["CTX"])
    (segment,) = chart.segments
    with pytest.raises(KeyError):
        str(replace(chart, segments=(replace(segment, state="splendid"),)))
