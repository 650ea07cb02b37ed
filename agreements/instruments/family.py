"""An agreement and those under it: who goes along when it is suspended or over."""

from django.utils.translation import gettext as _

from agreements.instruments.states import (
    BINDING,
    OVER,
    PREPARING,
    AgreementState,
    AmendmentState,
)
from agreements.instruments.wire import unpacked


class Goes:
    """What is said of a child when its parent is suspended or over."""

    ALONG = "along"
    ALONE = "stays_alone"
    VALUES = (ALONG, ALONE)


def binding_children(agreement, *, even_alone=False):
    """Children that hold or are suspended; those that stand alone only when asked for."""
    children = agreement.children.filter(state__in=BINDING).select_related("type")
    if not even_alone:
        children = children.filter(stands_alone=False)
    return list(children.order_by("pk"))


def unfinished_children(agreement):
    """Children that are still being prepared: without it they never come into force."""
    return list(agreement.children.filter(state__in=PREPARING).order_by("pk"))


def is_left_behind(agreement):
    """Whether it can no longer come into force, because its parent is over."""
    parent = agreement.parent if agreement.parent_id else None
    return agreement.state in PREPARING and parent is not None and parent.state in OVER


def left_behind_words():
    return _("Its parent agreement is over, so it can no longer come into force. Abandon it.")


def children_in_force(agreement):
    children = agreement.children.filter(state=AgreementState.IN_FORCE).select_related("type")
    return list(children.order_by("pk"))


def ancestors(agreement):
    """Its parent, the parent's parent and so on; ends where somebody made a ring."""
    found, parent = [], agreement.parent
    while parent is not None and parent not in found:
        found.append(parent)
        parent = parent.parent
    return found


def began_on(agreement):
    """The day from which it held: its first one, and never before everybody had signed."""
    return max(agreement.starts_on, agreement.signed_on or agreement.starts_on)


def last_day_of(agreement):
    """The last day on which it held or will hold; None without an end.

    An extension that is being signed counts already: what follows leaves room for it.
    """
    if agreement.over_on or agreement.ends_on is None:
        return agreement.over_on
    being_signed = agreement.amendments.filter(
        state=AmendmentState.SIGNING, changes__field="ends_on"
    )
    days = [
        unpacked("ends_on", day) for day in being_signed.values_list("changes__after", flat=True)
    ]
    return max([agreement.ends_on, *days])
