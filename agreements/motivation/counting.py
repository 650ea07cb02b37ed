"""Which figures a wave gets: every one is judged here before it is written down.

Each is judged twice: by all answers, and by those whose link came by mail. Links on paper may all
be in one hand, and whoever used them subtracts what they know.
"""

from collections import Counter, defaultdict
from typing import NamedTuple

from agreements.motivation.disclosure import are_alike, may_show_steps, shown_groups
from agreements.motivation.guessing import could_be_told, one_decimal
from agreements.motivation.kinds import (
    LEAST,
    LEAST_IN_DETAIL,
    ONE_STATEMENT,
    SCORED,
    Circle,
    Dimension,
    Withheld,
)
from agreements.motivation.scoring import (
    RULE_VERSION,
    possible_scores,
    score_of,
    summary_of,
    turned,
)


class Heard(NamedTuple):
    """One answer: in which circle, by code the step or None, and whether by a link by mail."""

    circle: str
    said: dict
    by_mail: bool


class Score(NamedTuple):
    """What one answer says of one measure."""

    circle: str
    value: float
    by_mail: bool


def figures_of(answers, items, *, invited):
    """Fields of the rows of results, of these answers (`Heard`)."""
    rows, steps = [], {}
    for measure, asked in measures_of(items).items():
        told = _of_measure(measure, scores_of(answers, asked), asked, invited=invited)
        rows += told
        steps |= _steps_of(told[0], asked, answers, invited=invited)
    return rows + [steps[item.code] for item in items]


def withheld_figures(items, *, n, invited):
    """The same where too few answered: every measure, without a figure."""
    return [_withheld(measure=measure, n=n, invited=invited) for measure in measures_of(items)]


def measures_of(items):
    """The statements behind each measure: of a dimension its three, of the extra ones each."""
    found = defaultdict(list)
    for item in items:
        found[measure_of(item)].append(item)
    order = [dimension.value for dimension in SCORED]
    return {key: found[key] for key in sorted(found, key=lambda key: (key not in order, key))}


def measure_of(item):
    return item.code if item.dimension == Dimension.EXTRA else item.dimension


def scores_of(answers, asked):
    """The scores of all who said enough of these statements."""
    scores = [Score(row.circle, _score(row.said, asked), row.by_mail) for row in answers]
    return [score for score in scores if score.value is not None]


def shown_circles(rows):
    """The circles that may be shown, of answers or scores: by all of them, and by those by mail."""
    everybody = Counter(row.circle for row in rows)
    by_mail = Counter(row.circle for row in by_mail_of(rows))
    return shown_groups(everybody) & shown_groups({each: by_mail[each] for each in everybody})


def by_mail_of(rows):
    return [row for row in rows if row.by_mail]


def _score(said, asked):
    steps = [(said.get(item.code), item.is_reversed) for item in asked]
    return score_of(
        [None if step is None else turned(step, is_reversed=back) for step, back in steps]
    )


def _of_measure(measure, known, asked, *, invited):
    about = {"measure": measure, "n": len(known), "invited": invited}
    by_mail = len(by_mail_of(known))
    if by_mail < LEAST:
        return [_withheld(**about)]
    if _are_alike(known):
        return [_withheld(**about, reason=Withheld.ALIKE)]
    if by_mail < LEAST_IN_DETAIL:
        if gives_away(known, asked):
            return [_withheld(**about, reason=Withheld.TELLING)]
        return [_of_few(measure, Circle.ALL, known, invited=invited)]
    circles = [] if measure in ONE_STATEMENT else _circles(known, asked)
    return [
        _of_many(measure, values_of(known), invited=invited),
        *(_of_few(measure, name, scores, invited=invited) for name, scores in circles),
    ]


def values_of(scores):
    return [score.value for score in scores]


def _are_alike(scores):
    """Of ten or more, be it of all or of those by mail; of fewer `gives_away` judges."""
    groups = (values_of(scores), values_of(by_mail_of(scores)))
    return any(len(group) >= LEAST_IN_DETAIL and are_alike(group) for group in groups)


def gives_away(scores, asked):
    """Whether the median and the mean would tell what each of a few by mail said, also to somebody
    who knows what was said on paper."""
    by_mail = values_of(by_mail_of(scores))
    if len(by_mail) >= LEAST_IN_DETAIL:
        return False
    on_paper = [score.value for score in scores if not score.by_mail]
    possible = possible_scores(len(asked))
    return not could_be_told(by_mail, possible, least=LEAST, known=on_paper)


def _circles(known, asked):
    """The circles of the one breakdown that may stand beside the whole, with their scores.

    None where one of them is all of one mind, or gives itself away.
    """
    scores = defaultdict(list)
    for score in known:
        scores[score.circle].append(score)
    shown = shown_circles(known) - {""}
    if any(_is_of_one_mind(scores[each]) or gives_away(scores[each], asked) for each in shown):
        return []
    return [(circle, scores[circle]) for circle in sorted(shown)]


def _is_of_one_mind(scores):
    return are_alike(values_of(scores)) or are_alike(values_of(by_mail_of(scores)))


def _of_many(measure, scores, *, invited):
    told = summary_of(scores, invited=invited)
    row = _about(measure=measure, circle=Circle.ALL, n=told.n, invited=told.invited)
    for name in ("median", "q1", "q3", "mean", "low", "high"):
        figure = getattr(told, name)
        row[name] = None if figure is None else one_decimal(figure)
    return {**row, "spread": round(told.spread, 2)}


def _of_few(measure, circle, scores, *, invited):
    """The median and the mean alone.

    Of how many asked in a circle is not told, and with its quartiles the rest could be computed
    from the whole; so a circle is told like a few, however many it has.
    """
    told = summary_of(values_of(scores), invited=invited)
    row = _about(measure=measure, circle=circle, n=told.n, invited=told.invited)
    return {**row, "median": one_decimal(told.median), "mean": one_decimal(told.mean)}


def _steps_of(told, asked, answers, *, invited):
    """By code how many chose each step, as they were printed; the last is "don't know".

    Of all statements of a measure, or of none: the mean of the measure and the steps of two
    statements tell the sum of the third, and the steps of all three the mean.
    """
    counts = {item.code: _counts(item, answers) for item in asked}
    by_mail = [_counts(item, by_mail_of(answers)) for item in asked]
    reason = _why_no_steps(told, [*counts.values()], by_mail)
    rows = {}
    for item in asked:
        about = _about(item=item, n=len(answers), invited=invited)
        more = {"suppressed": True, "reason": reason} if reason else {"counts": counts[item.code]}
        rows[item.code] = {**about, **more}
    return rows


def _counts(item, answers):
    chosen = Counter(row.said.get(item.code) for row in answers)
    return [chosen[step] for step in (1, 2, 3, 4, 5, None)]


def _why_no_steps(told, counts, by_mail):
    """ "" where they may be shown. One reason for all: which statement it is would tell of it."""
    if told.get("reason") == Withheld.ALIKE:
        return Withheld.ALIKE
    if "spread" not in told or any(sum(each[:-1]) < LEAST_IN_DETAIL for each in by_mail):
        return Withheld.FEW_FOR_DETAIL
    if all(may_show_steps(each) for each in [*counts, *by_mail]):
        return ""
    return Withheld.ALIKE if len(counts) == 1 else Withheld.TOGETHER


def _withheld(*, measure, n, invited, reason=Withheld.FEW):
    about = _about(measure=measure, n=n, invited=invited)
    return {**about, "suppressed": True, "reason": reason}


def _about(*, n, invited, **what):
    return {**what, "n": n, "invited": max(n, invited), "rule_version": RULE_VERSION}
