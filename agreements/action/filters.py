"""The filters of the commitment list: what stands in the address, cleaned."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.action.standing import SOON
from agreements.action.states import CommitmentState
from agreements.charter.models import Collaboration, Party
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)
from collabgov.kit.pages import capped_count


@dataclass(frozen=True)
class QuickView:
    """A button above the list: `key` is its part of the address.

    One that is not `always` there is opened by a figure elsewhere, and shown while it is on.
    """

    key: str
    label: str
    always: bool = True

    def narrow(self, commitments, user):
        return {
            "mine": lambda: commitments.mine(user),
            "ours": lambda: commitments.ours(user),
            "late": commitments.overdue,
            "soon": lambda: commitments.due_within(SOON),
            "help": commitments.needing_help,
            "waiting": lambda: commitments.waiting_for(user),
            "open": commitments.open,
            "current": commitments.current,
            "judged": commitments.judged,
            "kept": commitments.kept_on_time,
        }[self.key]()


QUICK_VIEWS = (
    QuickView("mine", _("Mine")),
    QuickView("ours", _("My organization's")),
    QuickView("late", _("Late")),
    QuickView("soon", _("Due soon")),
    QuickView("waiting", _("Waiting for an answer")),
    QuickView("help", _("Needs help"), always=False),
    QuickView("open", _("Open"), always=False),
    QuickView("current", _("Open or just ended"), always=False),
    QuickView("judged", _("Fell due in this cycle"), always=False),
    QuickView("kept", _("Kept on time"), always=False),
)


class CommitmentFilter(ListFilter):
    """The fields; the quick views above the list stand in the address beside them."""

    only_when_on = frozenset({"due_month", "coordinated"})
    WHERE = frozenset({"collaboration", "organization", "due_month"})
    nowhere = _(
        "The collaboration, organization or month in this address was not found, or you may not "
        "see it. So nothing is shown."
    )

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    organization = record_field(_("Organization"), _("Every organization"))
    state = choice_field(_("State"), _("Every state"), CommitmentState.choices)
    due_month = choice_field(_("First due in"), _("Any month"))
    coordinated = tick_field(_("Only where I coordinate"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.fields["due_month"].choices = _months_in(data.get("due_month", ""))
        self.user = user
        seen = Collaboration.objects.visible_to(user)
        parties = Party.objects.filter(collaboration__in=seen).order_by().values("organization")
        self.offer("collaboration", seen)
        parties = Organization.objects.filter(pk__in=parties)
        self.offer("organization", Organization.objects.visible_to(user), among=parties)

    @property
    def views(self):
        return [view for view in QUICK_VIEWS if self.data.get(view.key) == "1"]

    @property
    def carried(self):
        return [(view.key, "1") for view in self.views]

    def narrow(self, commitments):
        """Return the commitments that the fields (not the quick views) leave."""
        if self.is_nowhere:
            return commitments.none()
        chosen = self.chosen
        if text := chosen.pop("q", ""):
            commitments = commitments.search(text)
        if chosen.pop("coordinated", False):
            mine = Collaboration.objects.coordinated_by(self.user)
            commitments = commitments.filter(collaboration__in=mine)
        if month := chosen.pop("due_month", ""):
            first = dt.date.fromisoformat(f"{month}-01")
            commitments = commitments.fell_due().filter(
                original_due_on__year=first.year, original_due_on__month=first.month
            )
        return commitments.filter(**chosen)

    def links(self, commitments, path):
        """Every quick view with its count among these commitments, its address, and if it is on."""
        shown = self.views
        return [
            self._link(None, commitments, path, is_on=not shown),
            *(
                self._link(view, view.narrow(commitments, self.user), path, is_on=view in shown)
                for view in QUICK_VIEWS
                if view.always or view in shown
            ),
        ]

    def _link(self, view, rows, path, *, is_on):
        address = self.data.copy()
        for key in ("page", *(other.key for other in QUICK_VIEWS)):
            address.pop(key, None)
        if view:
            address[view.key] = "1"
        return {
            "label": view.label if view else _("All"),
            "url": f"{path}?{address.urlencode()}",
            "count": capped_count(rows),
            "is_on": is_on,
        }


def _months_in(text):
    """The month that a chart's link names, or none: nobody picks one here."""
    try:
        first = dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return [("", _("Any month"))]
    return [("", _("Any month")), (text, date_format(first, "F Y"))]
