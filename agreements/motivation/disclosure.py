"""What may be told of a group without telling what one of them said. Pure: numbers only."""

from collections import Counter
from collections.abc import Mapping, Sequence

from agreements.motivation.kinds import LEAST, LEAST_IN_DETAIL

ALIKE = 0.9


def shown_groups(sizes: Mapping[str, int]) -> frozenset[str]:
    """The groups of one breakdown that may be shown beside the whole.

    Every one has at least five people, and those that are hidden are five or more together: from
    the whole and the shown ones nobody finds a smaller group by subtraction. Where that cannot
    be, the next smallest are hidden as well.
    """
    shown = {name for name, size in sizes.items() if size >= LEAST}
    hidden = sum(size for name, size in sizes.items() if name not in shown)
    for name in sorted(shown, key=lambda each: (sizes[each], each)):
        if not 0 < hidden < LEAST:
            break
        shown.remove(name)
        hidden += sizes[name]
    return frozenset(shown) if len(shown) > 1 or hidden else frozenset()


def is_alike(counts: Sequence[int]) -> bool:
    """Whether nearly all chose the same: the figure would tell what each one said."""
    return max(counts) >= ALIKE * sum(counts)


def are_alike(scores: Sequence[float]) -> bool:
    return is_alike(list(Counter(scores).values()))


def may_show_steps(counts: Sequence[int]) -> bool:
    """How many chose each of the five steps, and how many did not know.

    Ten must have chosen a step, and differ in it: "don't know" makes nobody safer.
    """
    steps = counts[:-1]
    return sum(steps) >= LEAST_IN_DETAIL and not is_alike(steps) and not is_alike(counts)


def told_so_far(answered: int, invited: int) -> tuple[int, int]:
    """Between which numbers the answers so far lie, as far as it may be told while it is open.

    Fewer than five who answered, or who did not, would be guessed by name; so of fewer than ten
    who are asked nothing is told at all. It grows in steps of five, or whoever looked before and
    after a colleague opened the link would see that the colleague answered.
    """
    if invited < 2 * LEAST:
        return 0, invited
    last = (invited - LEAST + 1) // LEAST * LEAST
    low = min(answered // LEAST * LEAST, last)
    return low, invited if low == last else low + LEAST - 1
