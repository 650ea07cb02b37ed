"""How roles and responsibilities are merged when two parties, or two posts, turn out to be one."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, register
from actors.duplicates.work import Line


def _role_line(row):
    text = _("Both hold the role “%(role)s”: one of them does, from the first day to the last.")
    return Line(text % {"role": row.get_role_display()}, row.get_absolute_url())


def _area_line(row):
    text = _("Both answer for “%(issue)s” in the same region: one of them does.")
    return Line(text % {"issue": row.goal}, row.get_absolute_url())


PLACE = ("collaboration", "structure", "goal", "role")
register(
    "agreements.roleassignment",
    "party",
    Join(same=(*PLACE, "appointment"), dated=True, says=_role_line),
)
register(
    "agreements.roleassignment",
    "appointment",
    Join(same=(*PLACE, "party"), dated=True, says=_role_line),
)
register(
    "agreements.arearesponsibility",
    "party",
    Join(same=("goal", "region", "role"), dated=True, says=_area_line),
)
for column in ("role", "area"):
    because = "a line that was about one role or responsibility stays about one"
    register("agreements.arrangementchange", column, Plain(because=because))
