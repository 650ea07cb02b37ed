"""What official assistance adds to the history of a collaboration: its newest lines."""

from django.utils.translation import gettext as _

from agreements.capacity.assistance_kinds import AssistanceEvent, AssistanceState
from agreements.capacity.models import AssistanceChange
from agreements.charter.history import Line, also_told, moved


@also_told
def assistance(collaboration, *, most):
    """Nothing of drafts: they are their party's own until they are handed in."""
    rows = AssistanceChange.objects.filter(request__collaboration=collaboration)
    rows = rows.handed_in()
    rows = rows.select_related("made_by__person", "request").order_by("-made_at", "-pk")[:most]
    return [Line(_what(row), row.request.subject, row.note, _by(row), row.made_at) for row in rows]


def _by(row):
    return str(row.made_by) if row.made_by else _("by the calendar")


def _what(row):
    if row.event == AssistanceEvent.MOVED:
        return _("Assistance: %(move)s") % {"move": moved(AssistanceState, row)}
    return _("Assistance: %(move)s") % {"move": row.get_event_display()}
