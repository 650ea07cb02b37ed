"""What needs, pledges and deliveries add to the history of a collaboration: their newest lines."""

from django.utils.translation import gettext as _

from agreements.capacity.models import NeedChange, PledgeChange
from agreements.capacity.pledge_page import title_of
from agreements.capacity.states import DeliveryState, NeedState, PledgeState
from agreements.charter.history import Line, also_told, moved


@also_told
def needs(collaboration, *, most):
    rows = NeedChange.objects.filter(need__collaboration=collaboration)
    return [_line(row, _of_need(row), row.need.what) for row in _newest(rows, "need", most=most)]


@also_told
def pledges(collaboration, *, most):
    rows = PledgeChange.objects.filter(pledge__collaboration=collaboration)
    rows = _newest(rows, "pledge", "delivery__pledge", most=most)
    return [_line(row, _of_pledge(row), str(row.delivery or row.pledge)) for row in rows]


def _newest(rows, *beside, most):
    return rows.select_related("made_by__person", *beside).order_by("-made_at", "-pk")[:most]


def _line(row, what, about):
    return Line(what, about, row.note, str(row.made_by), row.made_at)


def _of_need(row):
    if row.from_state == row.to_state:
        return _("Need changed")
    return _("Need: %(move)s") % {"move": moved(NeedState, row)}


def _of_pledge(row):
    """A move in words; what moved no state is called as on the page of the pledge."""
    if row.from_state == row.to_state:
        words = title_of(row)
        return _("Pledge: %(move)s") % {"move": words}
    states, sentence = PledgeState, _("Pledge: %(move)s")
    if row.delivery_id:
        states, sentence = DeliveryState, _("Delivery: %(move)s")
    words = sentence % {"move": moved(states, row)}
    return _("%s, on behalf of the party") % words if row.is_on_behalf else words
