"""Pages of pledges: the list, one pledge with its story, and a page or button for each verb."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.capacity.exports import pledge_table
from agreements.capacity.filters import PledgeFilter
from agreements.capacity.forms.pledges import DueDateForm, PledgeForm, ReasonForm
from agreements.capacity.models import Pledge, ResourceNeed
from agreements.capacity.pledge_page import facts_of
from agreements.capacity.transitions import pledges
from agreements.capacity.views.base import CapacityButton, CapacityForm, OfCollaboration
from agreements.charter.clock import today_in
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin
from collabgov.kit.seen import SeenMixin

SOURCES = ("need", "meeting", "decision", "clause")


class PledgeList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every pledge the reader may see; what is shown stands in the address."""

    model = Pledge
    template_name = "agreements/capacity/pledge_list.html"
    partial_name = "agreements/capacity/_pledges.html"
    export_name = _("pledges")
    export_table = staticmethod(pledge_table)
    context_object_name = "pledges"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return PledgeFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        self.narrowed = self.filter.narrow(super().get_queryset())
        shown = self.narrowed
        for view in self.filter.views:
            shown = view.narrow(shown, self.request.user)
        return shown.for_list()

    def get_context_data(self, **kwargs):
        chosen = self.filter.chosen.get("collaboration")
        user = self.request.user
        return super().get_context_data(
            filter=self.filter,
            quick_views=self.filter.links(self.narrowed, self.request.path),
            place=chosen,
            may_pledge=bool(chosen) and user.has_perm("agreements.propose_pledge", chosen),
            **kwargs,
        )


class PledgeDetail(VisibleRowsMixin, DetailView):
    """One pledge: how much was promised, scheduled, delivered and confirmed, and who moves next."""

    model = Pledge
    template_name = "agreements/capacity/pledge_detail.html"
    context_object_name = "pledge"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**facts_of(self.object, self.request.user), **kwargs)


class PledgeCreate(OfCollaboration, CapacityForm):
    model = Collaboration
    rule_name = "agreements.propose_pledge"
    form_class = PledgeForm
    title = _("Record a pledge")
    note = _("What one party gives to another one, or to all: how much of what, by when.")
    submit_label = _("Record the pledge")
    success_message = _("The pledge is on record. The receiver is asked to accept it.")

    def home(self):
        return getattr(self, "object", None) or self.record

    def get_initial(self):
        """What the address names; of a need also what is missing, and its day if it is to come."""
        asked = {name: self.request.GET[name] for name in SOURCES if name in self.request.GET}
        number = asked.get("need", "")
        rows = ResourceNeed.objects.open().with_promised().filter(collaboration=self.record)
        need = rows.filter(pk=number).first() if number.isascii() and number.isdigit() else None
        if need is None:
            return asked
        told = {name: getattr(need, name) for name in ("what", "kind", "unit")}
        told |= {"quantity": need.missing} if need.missing else {}
        if need.needed_by and need.needed_by >= today_in(self.collaboration):
            told["due_on"] = need.needed_by
        if need.organization_id:
            told["receiver"] = need.organization_id
        return asked | told

    def carry_out(self, form):
        return pledges.offer(collaboration=self.record, by=self.request.user, **form.cleaned_data)


class OfPledge:
    """A page about one pledge."""

    model = Pledge
    related = ("collaboration", "giver", "receiver")


class PledgeAccept(OfPledge, CapacityButton):
    rule_name = "agreements.accept_pledge"
    said = _("The pledge is accepted.")

    def carry_out(self):
        pledges.accept(pledge=self.record, by=self.request.user, seen=self.seen)


class PledgeDecline(SeenMixin, OfPledge, CapacityForm):
    rule_name = "agreements.decline_pledge"
    form_class = ReasonForm
    title = _("Decline the pledge")
    submit_label = _("Decline")
    success_message = _("The pledge is declined.")

    def carry_out(self, form):
        said = {"by": self.request.user, "seen": self.seen, **form.cleaned_data}
        return pledges.decline(pledge=self.record, **said)


class PledgeStandBy(OfPledge, CapacityButton):
    rule_name = "agreements.stand_by_pledge"
    said = _("Your organization stands by this pledge.")

    def carry_out(self):
        pledges.stand_by(pledge=self.record, by=self.request.user, seen=self.seen)


class PledgeWithdraw(OfPledge, CapacityForm):
    rule_name = "agreements.withdraw_pledge"
    form_class = ReasonForm
    title = _("Withdraw the pledge")
    note = _("What was delivered already stays on record; what is still scheduled is cancelled.")
    submit_label = _("Withdraw the pledge")
    success_message = _("The pledge is withdrawn.")
    is_final = True

    def carry_out(self, form):
        return pledges.withdraw(pledge=self.record, by=self.request.user, **form.cleaned_data)


class PledgeDueDate(OfPledge, CapacityForm):
    rule_name = "agreements.move_pledge"
    form_class = DueDateForm
    title = _("Move the due date")
    submit_label = _("Move the due date")
    success_message = _("The due date is moved; the first one stays on record.")

    def carry_out(self, form):
        return pledges.move_due_date(pledge=self.record, by=self.request.user, **form.cleaned_data)
