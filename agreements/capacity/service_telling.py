"""What joint services add to the history of a collaboration; requests stay on their own pages."""

from agreements.capacity.models import JointServiceChange
from agreements.capacity.service_page import about_of
from agreements.charter.history import Line, also_told


@also_told
def services(collaboration, *, most):
    rows = JointServiceChange.objects.filter(service__collaboration=collaboration)
    rows = rows.select_related("service", "made_by__person").order_by("-made_at", "-pk")
    return [_line(row) for row in rows[:most]]


def _line(row):
    about = about_of(row)
    said = f"{row.service}: {about}" if about and about != row.service.name else str(row.service)
    return Line(row.get_event_display(), said, row.note, str(row.made_by), row.made_at)
