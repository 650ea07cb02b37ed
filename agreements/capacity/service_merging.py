"""How joint services move when two organizations turn out to be one."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, RefuseBeside, register
from actors.duplicates.work import Line


def _giver_line(row):
    text = _("Both give “%(service)s”: one gives it from then on.")
    return Line(text % {"service": row.service}, row.service.get_absolute_url())


def _two_purposes(row, _other):
    text = _(
        "“%(service)s” serves a purpose of each of the two: so they are not the same organization."
    )
    return Line(text % {"service": row.service}, row.service.get_absolute_url())


def _two_statements(row, _other):
    text = _(
        "Both stated their costs of “%(service)s” for one occasion: somebody takes one of the two"
        " out before you merge."
    )
    return Line(text % {"service": row.service}, row.service.get_absolute_url())


def _whose_word(target, source):
    """Where one of the two had said itself that it gives the service, the one that remains has."""
    return {"is_on_behalf": target.is_on_behalf and source.is_on_behalf}


register(
    "agreements.servicegiver",
    "party",
    Join(same=("service",), settle=_whose_word, says=_giver_line),
)
register("agreements.servicepurpose", "party", RefuseBeside(same=("service",), says=_two_purposes))
register(
    "agreements.jointservicecost",
    "party",
    RefuseBeside(same=("service", "held_on", "basis"), says=_two_statements),
)
register(
    "agreements.servicerequest",
    "organization",
    Plain(because="an organization asks, whichever of the two it was"),
)
