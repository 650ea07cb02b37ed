"""How attendances are merged: who sat twice at one meeting sat there once."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, register
from actors.duplicates.work import Line


def _says(target, source):
    return {
        "is_present": target.is_present or source.is_present,
        "level": target.level or source.level,
    }


def _line(row):
    text = _("Both are on the list of “%(meeting)s”: one attendance remains.")
    return Line(text % {"meeting": row.meeting}, row.meeting.get_absolute_url())


register(
    "agreements.attendance",
    "organization",
    Join(same=("meeting", "person"), settle=_says, says=_line),
)
register(
    "agreements.attendance",
    "person",
    Join(same=("meeting", "organization"), settle=_says, says=_line),
)
