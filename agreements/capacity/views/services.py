"""Pages of joint services: the list, one service, planning it, running it, its purposes."""

import copy

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.capacity.forms.pledges import ReasonForm
from agreements.capacity.forms.services import (
    PlanForm,
    PurposeEditForm,
    PurposeForm,
    ServiceForm,
)
from agreements.capacity.forms.services_filter import ServiceFilter
from agreements.capacity.models import JointService, ServiceGiver, ServicePurpose
from agreements.capacity.service_exports import service_table
from agreements.capacity.service_page import facts_of
from agreements.capacity.transitions import service_givers, services
from agreements.capacity.views.services_base import ServiceButton, ServiceFormPage
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.models import Collaboration, Party
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin


class ServiceList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every joint service of the collaborations that the reader sees."""

    model = JointService
    template_name = "agreements/capacity/service_list.html"
    partial_name = "agreements/capacity/_services.html"
    export_name = _("joint services")
    export_table = staticmethod(service_table)
    context_object_name = "services"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return ServiceFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        chosen = self.filter.chosen.get("collaboration")
        may_plan = bool(chosen) and self.request.user.has_perm("agreements.plan_service", chosen)
        return super().get_context_data(
            filter=self.filter, place=chosen, may_plan=may_plan, **kwargs
        )


class ServiceDetail(VisibleRowsMixin, DetailView):
    """One service: whose purposes, by which standard, how its requests get on, what it costs."""

    model = JointService
    template_name = "agreements/capacity/service_detail.html"
    context_object_name = "service"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        is_whole = "all" in self.request.GET
        facts = facts_of(self.object, self.request.user, is_whole=is_whole)
        return super().get_context_data(**facts, **kwargs)


class ServiceCreate(ServiceFormPage):
    model = Collaboration
    related = ()
    rule_name = "agreements.plan_service"
    form_class = PlanForm
    title = _("Plan a joint service")
    note = _("One event or counter that serves the purposes of two parties or more at once.")
    submit_label = _("Save the service")
    success_message = _("The service is planned. Draft its standard before it starts.")

    def get_lead(self):
        return self.collaboration.title

    def home(self):
        return getattr(self, "object", None) or self.record

    def get_form_kwargs(self):
        return {
            **super().get_form_kwargs(),
            "instance": JointService(),
            "parties": self.parties(),
        }

    def carry_out(self, form):
        return services.plan_service(collaboration=self.record, by=self.request.user, **form.said)


class ServiceEdit(ServiceFormPage):
    rule_name = "agreements.keep_service"
    form_class = ServiceForm
    title = _("Change the service")
    submit_label = _("Save the change")
    success_message = _("The service is changed.")

    def get_form_kwargs(self):
        stays = Party.objects.filter(services_given__service=self.record)
        parties = Party.objects.filter(collaboration=self.collaboration)
        here = parties.filter(pk__in={row.pk for row in (*self.parties(), *stays)})
        more = {"instance": copy.copy(self.record), "parties": here.for_list()}
        return {**super().get_form_kwargs(), **more}

    def carry_out(self, form):
        said = dict(form.cleaned_data)
        givers = list(said.pop("givers"))
        return services.edit_service(
            service=self.record, by=self.request.user, givers=givers, **said
        )


class ServiceStart(ServiceButton):
    rule_name = "agreements.run_service"
    said = _("The service is running.")

    def carry_out(self):
        services.start_service(service=self.record, by=self.request.user)


class GiverStandBy(ServiceButton):
    """Others named the party; it says itself that it gives the service."""

    model = ServiceGiver
    related = ("service__collaboration", "party__organization")
    rule_name = "agreements.stand_by_service"
    said = _("Your party gives the service.")

    def carry_out(self):
        service_givers.stand_by(giver=self.record, by=self.request.user)


class ServiceEnd(ServiceFormPage):
    rule_name = "agreements.run_service"
    form_class = ReasonForm
    title = submit_label = _("End the service")
    note = _("It takes no more requests. What was recorded stays.")
    success_message = _("The service has ended.")
    is_final = True

    def carry_out(self, form):
        return services.end_service(service=self.record, by=self.request.user, **form.cleaned_data)


class PurposeCreate(ServiceFormPage):
    rule_name = "agreements.add_service_purpose"
    form_class = PurposeForm
    anchor = "purposes"
    title = _("Add a purpose")
    submit_label = _("Save the purpose")
    success_message = _("The purpose is added.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "parties": self.parties_without_purpose()}

    def carry_out(self, form):
        return services.add_purpose(service=self.record, by=self.request.user, **form.cleaned_data)


class OfPurpose:
    """A page about one purpose of a service."""

    model = ServicePurpose
    related = ("service__collaboration", "party__organization")
    rule_name = "agreements.keep_service_purpose"
    anchor = "purposes"

    def get_lead(self):
        return f"{self.record.party.organization.label}: {self.record.purpose}"


class PurposeEdit(OfPurpose, ServiceFormPage):
    form_class = PurposeEditForm
    title = _("Change the purpose")
    submit_label = _("Save the purpose")
    success_message = _("The purpose is changed.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": copy.copy(self.record)}

    def carry_out(self, form):
        return services.edit_purpose(row=self.record, by=self.request.user, **form.cleaned_data)


class PurposeRemove(OfPurpose, ServiceFormPage):
    form_class = ConfirmForm
    title = submit_label = _("Take the purpose out")
    success_message = _("The purpose is taken out.")
    is_final = True

    def carry_out(self, form):
        return services.remove_purpose(row=self.record, by=self.request.user)
