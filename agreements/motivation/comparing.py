"""Whether a measure went up or down since the wave before: judged once, from the exact scores.

What is written down is the verdict alone. The figures beside it are rounded; a tenth more or less
of each mean would change what is said of many a change, and finer figures would tell more of those
who answered than the page does.
"""

from agreements.motivation.counting import measures_of, scores_of, values_of
from agreements.motivation.disclosure import are_alike
from agreements.motivation.kinds import LEAST_IN_DETAIL, Circle
from agreements.motivation.scoring import Moment, change_between, mean_of, spread_of


def with_changes(figures, answers, items, *, before):
    """The figures, with the change of each measure that is shown in both waves.

    `before`: the answers of the wave before, of what it showed in detail.
    """
    asked = measures_of(items)
    return [
        {**row, "change": _change(asked[row["measure"]], before, answers)}
        if _is_shown_in_detail(row)
        else row
        for row in figures
    ]


def _is_shown_in_detail(row):
    return row.get("circle") == Circle.ALL and row.get("spread") is not None


def _change(asked, before, answers):
    """None where the wave before had no figure to compare with, or showed none."""
    then, now = (values_of(scores_of(some, asked)) for some in (before, answers))
    if len(then) < LEAST_IN_DETAIL or are_alike(then):
        return None
    return change_between(moment_of(then), moment_of(now))


def moment_of(scores):
    return Moment(len(scores), mean_of(scores), spread_of(scores))
