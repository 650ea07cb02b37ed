"""How goals, positions, plans and values are merged when two parties turn out to be one."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, RefuseBeside, register
from actors.duplicates.work import Line
from agreements.charter.stance_merging import position_says


def _support_says(target, source):
    return {"role": target.role or source.role}


def _support_line(row):
    text = _("Both support “%(goal)s”: one supports it from then on.")
    return Line(text % {"goal": row.goal}, row.goal.get_absolute_url())


def _plan_says(target, source):
    return {
        "year_to": max(target.year_to, source.year_to),
        "place": target.place or source.place,
        "is_priority": target.is_priority or source.is_priority,
    }


def _plan_line(row):
    text = _("Both carry “%(goal)s” in the same plan: one entry remains.")
    return Line(text % {"goal": row.goal}, row.goal.get_absolute_url())


def _position_line(row):
    text = _("Both took a position on “%(theory)s”: one remains, an objection before all else.")
    return Line(text % {"theory": row.theory}, row.theory.get_absolute_url())


def _both_report(row, _other):
    text = _(
        "Both reported “%(indicator)s” for the same period: somebody settles which value stands "
        "before you merge."
    )
    return Line(text % {"indicator": row.indicator}, row.indicator.get_absolute_url())


register("agreements.goal", "lead", Plain(because="one lead stays one lead"))
register(
    "agreements.goalsupport",
    "party",
    Join(same=("goal",), settle=_support_says, says=_support_line),
)
register(
    "agreements.planalignment",
    "party",
    Join(same=("goal", "plan", "year_from", "title"), settle=_plan_says, says=_plan_line),
)
register(
    "agreements.theoryconsent",
    "party",
    Join(same=("theory",), settle=position_says, says=_position_line),
)
register(
    "agreements.measurement",
    "party",
    RefuseBeside(
        same=("indicator", "region", "starts_on", "ends_on"),
        says=_both_report,
        counts=lambda row: row.superseded_by_id is None,
    ),
)
