"""Pages of service requests: the list, one with its progress, and a page for each step."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.capacity.forms.services import AskForm, NoteForm, ReopenForm, StepForm, TurnDownForm
from agreements.capacity.forms.services_filter import ServiceRequestFilter
from agreements.capacity.models import ServiceRequest
from agreements.capacity.service_exports import request_table
from agreements.capacity.service_kinds import REQUEST_MOVES, RequestState
from agreements.capacity.service_page import progress_of
from agreements.capacity.transitions import service_requests
from agreements.capacity.views.services_base import ServiceFormPage
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin

FEW = 20


class ServiceRequestList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """What was asked of the services that the reader sees, and what the own office asked."""

    model = ServiceRequest
    template_name = "agreements/capacity/service_request_list.html"
    partial_name = "agreements/capacity/_service_requests.html"
    export_name = _("service requests")
    export_table = staticmethod(request_table)
    context_object_name = "requests"
    paginate_by = 25
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return ServiceRequestFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        return super().get_context_data(filter=self.filter, **kwargs)


class ServiceRequestDetail(VisibleRowsMixin, DetailView):
    """One request: until when it is promised, and how it gets on, also for whoever asked."""

    model = ServiceRequest
    template_name = "agreements/capacity/service_request_detail.html"
    context_object_name = "asked"

    def get_queryset(self):
        return super().get_queryset().for_page()

    def get_context_data(self, **kwargs):
        asked, user = self.object, self.request.user
        place = asked.service.collaboration_id
        is_inside = Collaboration.objects.visible_to(user).filter(pk=place).exists()
        steps = progress_of(asked, is_inside=is_inside)
        works_on_it = user.has_perm("agreements.work_on_service_request", asked)
        works = asked.is_open and works_on_it
        return super().get_context_data(
            is_inside=is_inside,
            may_work=works,
            may_reopen=works_on_it and not asked.is_open,
            may_take_up=works and RequestState.IN_WORK in REQUEST_MOVES[RequestState(asked.state)],
            progress=steps[:FEW],
            older_progress=steps[FEW:],
            **kwargs,
        )


class ServiceRequestCreate(ServiceFormPage):
    rule_name = "agreements.ask_for_service"
    form_class = AskForm
    title = _("Record a request")
    note = _("By the standard that holds on that day it gets its due date.")
    submit_label = _("Record the request")

    @property
    def success_message(self):
        """Who asked as an organization looks here; who holds a slip, at the address on it."""
        if self.object.organization_id:
            return _("The request is received. Whoever asked sees on its page how it gets on.")
        return _("The request is received. Print the slip: its address tells how it gets on.")

    def home(self):
        return getattr(self, "object", None) or self.record

    def carry_out(self, form):
        return service_requests.receive_request(
            service=self.record, by=self.request.user, **form.cleaned_data
        )


class RequestStep(ServiceFormPage):
    """A step of one request; it leads back to it."""

    model = ServiceRequest
    related = ("service__collaboration", "organization")
    rule_name = "agreements.work_on_service_request"
    form_class = StepForm
    verb = None

    def home(self):
        return self.record

    def get_lead(self):
        return f"{self.record.service}: {self.record}"

    def carry_out(self, form):
        return self.verb(request=self.record, by=self.request.user, **form.cleaned_data)


class RequestTakeUp(RequestStep):
    verb = staticmethod(service_requests.take_up)
    title = submit_label = _("Take the request up")
    success_message = _("The request is in work.")


class RequestNote(RequestStep):
    form_class = NoteForm
    verb = staticmethod(service_requests.note_progress)
    title = _("Tell how it gets on")
    submit_label = _("Save the note")
    success_message = _("The note is saved. Whoever asked can read it.")


class RequestFinish(RequestStep):
    verb = staticmethod(service_requests.finish)
    title = submit_label = _("Report the request done")
    success_message = _("The request is done.")
    is_final = True


class RequestTurnDown(RequestStep):
    form_class = TurnDownForm
    verb = staticmethod(service_requests.turn_down)
    title = submit_label = _("Turn the request down")
    success_message = _("The request is turned down.")
    is_final = True


class RequestReopen(RequestStep):
    form_class = ReopenForm
    verb = staticmethod(service_requests.reopen)
    title = submit_label = _("Open the request again")
    note = _("For a request that was closed by mistake. The day it is due stays as it was.")
    success_message = _("The request is in work again. Whoever asked can read why.")
