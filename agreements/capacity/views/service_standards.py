"""Pages of a service's standard: one version, drafting, editing, publishing, discarding it."""

import copy

from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView

from agreements.capacity.forms.services import PublishForm, StandardForm
from agreements.capacity.models import ServiceStandard
from agreements.capacity.rules.services import service_of
from agreements.capacity.service_kinds import ServiceState
from agreements.capacity.transitions import service_standards
from agreements.capacity.views.services_base import ServiceFormPage
from agreements.charter.forms.people import ConfirmForm
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.seen import SeenMixin

CONTENT = StandardForm.Meta.fields


class StandardDetail(VisibleRowsMixin, DetailView):
    """One version: requirements, steps, cost, time, whom to turn to."""

    model = ServiceStandard
    template_name = "agreements/capacity/service_standard_detail.html"
    context_object_name = "standard"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        user, standard = self.request.user, self.object
        service = service_of(standard)
        is_draft = not standard.is_published and service.state != ServiceState.ENDED
        return super().get_context_data(
            service=service,
            may_edit=is_draft and user.has_perm("agreements.keep_service", service),
            may_publish=is_draft and user.has_perm("agreements.publish_service_standard", service),
            **kwargs,
        )


class StandardCreate(ServiceFormPage):
    """The next version begins as the last one ends."""

    rule_name = "agreements.keep_service"
    form_class = StandardForm
    title = _("Draft the standard")
    note = _("It is a draft until it is published; after that nobody changes it.")
    submit_label = _("Save the draft")
    success_message = _("The draft of the standard is saved. Publish it when it is ready.")

    def home(self):
        return getattr(self, "object", None) or self.record

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": ServiceStandard()}

    def get_initial(self):
        last = self.record.standards.for_list().first()
        return {name: getattr(last, name) for name in CONTENT} if last else {}

    def carry_out(self, form):
        return service_standards.draft_standard(
            service=self.record, by=self.request.user, **form.without_version
        )


class OfStandard:
    """A page about one version; it leads back to that version."""

    model = ServiceStandard
    related = ("service__collaboration",)
    rule_name = "agreements.keep_service"

    def home(self):
        return self.record

    def get_lead(self):
        return f"{self.record.service}: {self.record}"


class StandardEdit(OfStandard, ServiceFormPage):
    form_class = StandardForm
    title = _("Edit the draft of the standard")
    submit_label = _("Save the draft")
    success_message = _("The draft is saved.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "instance": copy.copy(self.record)}

    def carry_out(self, form):
        return service_standards.edit_standard(
            standard=self.record, by=self.request.user, **form.cleaned_data
        )


class StandardPublish(OfStandard, SeenMixin, ServiceFormPage):
    rule_name = "agreements.publish_service_standard"
    form_class = PublishForm
    template_name = "agreements/capacity/service_standard_publish.html"
    title = submit_label = _("Publish the standard")
    note = _("From that day on it holds, and nobody can change it. A next version can follow it.")
    success_message = _("The standard is published.")
    is_final = True

    def carry_out(self, form):
        return service_standards.publish_standard(
            standard=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )


class StandardDiscard(OfStandard, ServiceFormPage):
    form_class = ConfirmForm
    title = submit_label = _("Discard the draft")
    success_message = _("The draft is discarded.")
    is_final = True

    def home(self):
        return self.service

    def carry_out(self, form):
        return service_standards.discard_standard(standard=self.record, by=self.request.user)
