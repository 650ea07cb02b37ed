"""A reading in one sentence of the reader's language: the state, the numbers, the threshold."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from dashboards.readings.core import ElementState, Text, Verdict

SENTENCES = {
    ElementState.NOT_ENOUGH: _(
        "Not enough data: %(signal)s %(count)s of %(total)s (read from %(least)s on)"
    ),
    ElementState.NEEDS_ATTENTION: _(
        "Needs attention: %(signal)s %(count)s of %(total)s (lower threshold %(low)s)"
    ),
    ElementState.DEVELOPING: _(
        "Developing: %(signal)s %(count)s of %(total)s (established from %(high)s)"
    ),
    ElementState.ESTABLISHED: _(
        "Established: %(signal)s %(count)s of %(total)s (threshold %(high)s)"
    ),
}
SENTENCES_INVERSE = {
    ElementState.NEEDS_ATTENTION: _(
        "Needs attention: %(signal)s %(count)s of %(total)s (upper limit %(low)s)"
    ),
    ElementState.DEVELOPING: _(
        "Developing: %(signal)s %(count)s of %(total)s (established up to %(high)s)"
    ),
    ElementState.ESTABLISHED: _(
        "Established: %(signal)s %(count)s of %(total)s (upper limit %(high)s)"
    ),
}


def percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"


def sentence_of(verdict: Verdict, belongs: Text) -> str:
    """The sentence of an element; one without records says what would be recorded there."""
    signal = verdict.limiting
    if signal is None:
        return str(_("Not started: nothing recorded yet. Here belong %(what)s.")) % {
            "what": belongs
        }
    rule = signal.threshold
    words = SENTENCES[verdict.state]
    if rule.inverse:
        words = SENTENCES_INVERSE.get(verdict.state, words)
    return str(words) % {
        "signal": signal.gauge.name,
        "count": signal.numerator,
        "total": signal.denominator,
        "least": rule.min_den,
        "low": percent(rule.low),
        "high": percent(rule.high),
    }
