"""The framework as a wheel: every element in its state, with the signal that decides it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.models import Collaboration
from dashboards.charts import Segment, Wheel
from dashboards.readings.core import ElementState
from dashboards.readings.element import Reading


def framework_wheel(collaboration: Collaboration, readings: Sequence[Reading]) -> Wheel:
    """Only what can be read says why; what is not started yet stands by its name."""
    return Wheel(
        key="framework",
        title=_("How the collaboration works"),
        summary=_summary(readings),
        segments=tuple(_segment(collaboration, reading) for reading in readings),
    )


def _segment(collaboration: Collaboration, reading: Reading) -> Segment:
    element = reading.element
    is_silent = reading.state is ElementState.NOT_STARTED
    return Segment(
        code=element.code,
        name=str(element.name),
        state=reading.state.value,
        state_label=str(reading.state.label),
        href=element_url(collaboration, element.code),
        short=str(element.short),
        sentence="" if is_silent else _said(reading),
    )


def _said(reading: Reading) -> str:
    """Why it is in its state; and beside that what people say, which never changes the state."""
    if reading.perception is None:
        return reading.explanation
    return _("%(records)s · What people say: %(said)s") % {
        "records": reading.explanation,
        "said": reading.perception.sentence,
    }


def element_url(collaboration: Collaboration, code: str) -> str:
    return reverse("dashboards:element", args=[collaboration.pk, code])


def _summary(readings: Sequence[Reading]) -> str:
    """Which elements need attention, by name; never how many points."""
    low = [str(r.element.name) for r in readings if r.state is ElementState.NEEDS_ATTENTION]
    if low:
        words = ngettext(
            "%(count)s element needs attention: %(names)s.",
            "%(count)s elements need attention: %(names)s.",
            len(low),
        )
        return words % {"count": len(low), "names": ", ".join(low)}
    if all(reading.state is ElementState.NOT_STARTED for reading in readings):
        return _("Nothing has been recorded yet; meetings and commitments fill the wheel.")
    return _("No element that can be read needs attention now.")
