"""A reading in the reader's language: the signal that decides it, its numbers, the threshold."""

from fractions import Fraction

from django.utils.translation import gettext_lazy as _

from dashboards.readings.core import ElementState, Part, Signal, Text, Verdict

BOUNDS = {
    ElementState.NOT_ENOUGH: _("read from %(least)s on"),
    ElementState.NEEDS_ATTENTION: _("lower threshold %(low)s"),
    ElementState.DEVELOPING: _("established from %(high)s"),
    ElementState.ESTABLISHED: _("threshold %(high)s"),
}
BOUNDS_INVERSE = {
    ElementState.NEEDS_ATTENTION: _("upper limit %(low)s"),
    ElementState.DEVELOPING: _("established up to %(high)s"),
    ElementState.ESTABLISHED: _("upper limit %(high)s"),
}


def percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"


def explanation_of(verdict: Verdict, belongs: Text) -> str:
    """Why the element is in its state; one without records says what would be recorded there."""
    signal = verdict.limiting
    if signal is None:
        return str(_("nothing recorded yet. Here belong %(what)s.")) % {"what": belongs}
    if signal.lagging and verdict.state is not ElementState.NOT_ENOUGH:
        return _of_kinds(verdict.state, signal, signal.lagging)
    return str(_("%(signal)s %(count)s of %(total)s (%(bound)s)")) % {
        "signal": signal.gauge.name,
        "count": signal.numerator,
        "total": signal.denominator,
        "bound": _bound(verdict.state, signal),
    }


def _of_kinds(state: ElementState, signal: Signal, part: Part) -> str:
    """Of amounts the kind that lags most is named: the kinds have no common number."""
    return str(_("%(signal)s: %(kind)s %(amount)s (%(bound)s)")) % {
        "signal": signal.gauge.name,
        "kind": part.name,
        "amount": part.words,
        "bound": _bound(state, signal),
    }


def sentence_of(verdict: Verdict, belongs: Text) -> str:
    """The state and its reason: “Needs attention: promises kept 4 of 10 (lower threshold 50%)”."""
    return f"{verdict.state.label}: {explanation_of(verdict, belongs)}"


def _bound(state: ElementState, signal: Signal) -> str:
    rule = signal.threshold
    words = BOUNDS_INVERSE.get(state) if rule.inverse else None
    return str(words or BOUNDS[state]) % {
        "least": rule.min_den,
        "low": percent(rule.low),
        "high": percent(rule.high),
    }
