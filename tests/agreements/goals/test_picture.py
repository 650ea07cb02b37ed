"""The drawing of a theory: whatever the results and links, it stays readable."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from agreements.goals.kinds import ResultKind
from agreements.goals.layers import columns
from agreements.goals.models import Result, ResultLink
from agreements.goals.picture import MARK, picture_of

KINDS = list(ResultKind)


@st.composite
def theories(draw):
    """Results in the order of their kinds, and links that never lead back."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=12))
    kinds.sort(key=KINDS.index)
    words = st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=200)
    results = [
        Result(pk=number, kind=kind, title=draw(words)) for number, kind in enumerate(kinds, 1)
    ]
    pairs = list(combinations(range(1, len(kinds) + 1), 2))
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=14)) if pairs else []
    links = []
    for number, (cause, effect) in enumerate(chosen, start=1):
        link = ResultLink(pk=number, cause=results[cause - 1], effect=results[effect - 1])
        link.number = number
        links.append(link)
    return results, links


@given(theories())
@settings(max_examples=60, deadline=None)
def test_no_two_boxes_touch_and_all_lie_inside(theory):
    drawn = picture_of(*theory)
    assert len(drawn.boxes) == len(theory[0])
    for one, other in combinations(drawn.boxes, 2):
        beside = one.x != other.x
        assert beside or one.y + one.height < other.y or other.y + other.height < one.y
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.x + box.width <= drawn.width
        assert box.y >= 0
        assert box.y + box.height <= drawn.height
        assert all(len(line) <= 22 for line, _y in box.lines)


@given(theories())
@settings(max_examples=60, deadline=None)
def test_every_arrow_runs_to_the_right(theory):
    results, links = theory
    column, kinds = columns(results, links)
    assert all(column[link.cause_id] < column[link.effect_id] for link in links)
    assert all(kinds[column[row.pk]] == row.kind for row in results)
    assert [arrow.number for arrow in picture_of(results, links).arrows] == [
        link.number for link in links
    ]


def test_the_numbers_of_crossing_arrows_stay_apart():
    results = [
        Result(pk=number, kind=kind, title=f"Langkah {number}")
        for number, kind in enumerate(["action"] * 3 + ["output"] * 3, start=1)
    ]
    links = []
    for number in range(1, 10):
        cause, effect = divmod(number - 1, 3)
        link = ResultLink(pk=number, cause=results[cause], effect=results[3 + effect])
        link.number = number
        links.append(link)
    marks = [(arrow.x, arrow.y) for arrow in picture_of(results, links).arrows]
    for (x, y), (other, height) in combinations(marks, 2):
        assert (x - other) ** 2 + (y - height) ** 2 >= (2 * MARK) ** 2
