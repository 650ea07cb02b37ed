"""The filters of needs and pledges: what stands in the address, cleaned."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.models import Organization
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.querysets.pledges import CAME, CONFIRMED, SCHEDULED
from agreements.capacity.states import NeedState, PledgeState
from agreements.charter.models import Collaboration, Party
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)
from collabgov.kit.pages import capped_count

NOWHERE = _(
    "The collaboration or organization in this address was not found, or you may not see it. "
    "So nothing is shown."
)


@dataclass(frozen=True)
class QuickView:
    """A button above the list; one that is not `always` there is opened by a figure elsewhere."""

    key: str
    label: str
    always: bool = True

    def narrow(self, rows, user):
        return {
            "given": lambda: rows.given_by(user),
            "received": lambda: rows.received_by(user),
            "waiting": lambda: rows.waiting_for(user),
            "confirm": lambda: rows.to_confirm_by(user),
            "late": rows.late,
            "owed": lambda: rows.owed_by(user),
            "offered": rows.offered,
            "unsaid": rows.unsaid,
            "promised": rows.promised,
            "beyond": lambda: rows.promised().meeting_no_need(),
            "scheduled": lambda: rows.promised().with_a_delivery(SCHEDULED),
            "delivered": lambda: rows.promised().with_a_delivery(CAME),
            "apart": lambda: rows.not_promised().with_a_delivery(CAME),
            "confirmed": lambda: rows.promised().with_a_delivery(CONFIRMED),
            "owing": lambda: rows.promised().outstanding(),
            "overdue": lambda: rows.promised().late(),
        }[self.key]()


QUICK_VIEWS = (
    QuickView("given", _("We give")),
    QuickView("received", _("We receive")),
    QuickView("waiting", _("Waiting for an answer")),
    QuickView("confirm", _("To confirm")),
    QuickView("late", _("Late")),
    QuickView("owed", _("To deliver soon"), always=False),
    QuickView("offered", _("Offered"), always=False),
    QuickView("unsaid", _("Accepted on behalf only"), always=False),
    QuickView("promised", _("Promised"), always=False),
    QuickView("beyond", _("Promised for no open need"), always=False),
    QuickView("scheduled", pgettext_lazy("pledges", "Scheduled"), always=False),
    QuickView("delivered", pgettext_lazy("pledges", "Delivered, all or in part"), always=False),
    QuickView("apart", _("Delivered, but no promise"), always=False),
    QuickView("confirmed", pgettext_lazy("pledges", "Confirmed"), always=False),
    QuickView("owing", _("Still to come"), always=False),
    QuickView("overdue", _("Still to come, and late"), always=False),
)


class ResourceFilter(ListFilter):
    """Where, whose, of which kind and in which unit."""

    only_when_on = frozenset({"unit", "giver", "receiver", "to_all"})
    WHERE = frozenset({"collaboration", "organization", "giver", "receiver", "to_all"})
    nowhere = NOWHERE

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    organization = record_field(_("Organization"), _("Every organization"))
    kind = choice_field(_("Kind"), _("Every kind"), ResourceKind.choices)
    unit = forms.CharField(
        label=_("Unit"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"class": "form-control"}),
    )

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        seen = Collaboration.objects.visible_to(user)
        self.offer("collaboration", seen)
        parties = Party.objects.filter(collaboration__in=seen).order_by().values("organization")
        parties = Organization.objects.filter(pk__in=parties)
        for name in self.WHERE - {"collaboration"}:
            if name in self.fields:
                self.offer(name, Organization.objects.visible_to(user), among=parties)

    def narrow(self, rows):
        if self.is_nowhere:
            return rows.none()
        chosen = self.chosen
        chosen.pop("q", None)
        rows = rows.mentioning(self.words)
        if organization := chosen.pop("organization", None):
            rows = rows.of_organization(organization)
        chosen.pop("short", None)
        if shared := chosen.pop("to_all", None):
            rows = rows.shared_with(shared)
        if unit := chosen.pop("unit", ""):
            rows = rows.filter(unit__iexact=unit)
        return rows.filter(**chosen)


class NeedFilter(ResourceFilter):
    """The fields of the list of needs."""

    only_when_on = ResourceFilter.only_when_on | {"short"}

    state = choice_field(_("State"), _("Every state"), NeedState.choices)
    short = tick_field(_("Not fully promised yet"))

    def narrow(self, rows):
        rows = super().narrow(rows)
        return rows.short() if self.chosen.get("short") else rows


class PledgeFilter(ResourceFilter):
    """The fields; the quick views above the list stand in the address beside them."""

    giver = record_field(_("Who gives"), _("Every organization"))
    receiver = record_field(_("Who receives"), _("Every organization"))
    to_all = record_field(_("Given to all, also to"), _("Every organization"))
    state = choice_field(_("State"), _("Every state"), PledgeState.choices)

    @property
    def views(self):
        return [view for view in QUICK_VIEWS if self.data.get(view.key) == "1"]

    @property
    def carried(self):
        return [(view.key, "1") for view in self.views]

    def links(self, rows, path):
        """Every quick view with its count among these rows, its address, and if it is on."""
        shown = self.views
        offered = [view for view in QUICK_VIEWS if view.always or view in shown]
        return [
            self._link(None, rows, path, is_on=not shown),
            *(
                self._link(view, view.narrow(rows, self.user), path, is_on=view in shown)
                for view in offered
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
