"""The pages of leaving: moving on, ending a post, taking out of use, and handing over."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import DetailView, FormView, UpdateView
from django.views.generic.detail import SingleObjectMixin

from actors.models import Appointment, Person, User
from actors.people.forms import EndAppointmentForm, MoveForm
from agreements.handover import transitions
from agreements.handover.facts import Facts
from agreements.handover.forms import HandoverForm
from agreements.handover.providers import open_lines, representation
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.errors import EditConflict, Refused
from collabgov.kit.pages import VerbFormMixin


def after_leaving(person, user):
    """Where somebody who ended a post goes next: to what is still open, if anything is."""
    if open_lines(Facts.of(person, user)):
        return reverse("agreements:handover", args=[person.pk])
    return person.get_absolute_url()


class Handover(RuleRequiredMixin, VerbFormMixin, SingleObjectMixin, FormView):
    rule_name = "agreements.see_handover"
    model = Person
    form_class = HandoverForm
    template_name = "agreements/handover/handover.html"

    @cached_property
    def object(self):
        return self.get_object()

    @cached_property
    def lines(self):
        return open_lines(Facts.of(self.object, self.request.user))

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "person": self.object, "lines": self.lines}

    def get_context_data(self, **kwargs):
        others = [line for line in self.lines if not line.may]
        return super().get_context_data(person=self.object, others=others, **kwargs)

    def carry_out(self, form):
        number = transitions.hand_over(
            person=self.object,
            by=self.request.user,
            choices=form.settled,
            note=form.cleaned_data["note"],
            request=self.request,
        )
        said = ngettext("%d thing is handed over.", "%d things are handed over.", number)
        messages.success(self.request, said % number)
        return self.object

    def get_success_url(self):
        return after_leaving(self.object, self.request.user)


class LeavePost(RuleRequiredMixin, VerbFormMixin):
    """A page about a post that somebody leaves."""

    rule_name = "actors.manage_register"
    model = Appointment

    def get_context_data(self, **kwargs):
        """With what the person says for the organization until now: leaving it ends that."""
        person, home = self.object.person, self.object.organization_id
        spoken = representation(Facts.of(person, self.request.user))
        ending = [line for line in spoken if home in line.organizations]
        return super().get_context_data(person=person, ending=ending, **kwargs)

    def get_success_url(self):
        return after_leaving(self.object.person, self.request.user)


class PostEnd(LeavePost, UpdateView):
    form_class = EndAppointmentForm
    template_name = "actors/people/post_end.html"
    success_message = gettext_lazy("The last day is recorded.")
    initial = {"ends_on": timezone.localdate}

    def carry_out(self, form):
        return transitions.end_post(
            appointment=form.instance, by=self.request.user, **form.cleaned_data
        )


class PostMove(LeavePost, SingleObjectMixin, FormView):
    """From one post to another: one page, one verb."""

    form_class = MoveForm
    template_name = "actors/people/post_move.html"
    success_message = gettext_lazy("The move is recorded; the earlier post stays in the history.")

    def dispatch(self, request, *args, **kwargs):
        self.object = self.leaving = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"starts_on": timezone.localdate(), "version": self.leaving.version}

    def carry_out(self, form):
        try:
            return transitions.move_person(
                appointment=self.leaving, by=self.request.user, **form.cleaned_data
            )
        except EditConflict as conflict:
            raise Refused(
                _("Somebody else changed this post in the meantime. Open this page again.")
            ) from conflict


class PersonLeave(RuleRequiredMixin, DetailView):
    """Take a person out of use: first what that ends and what stays open, then the verb."""

    rule_name = "actors.manage_register"
    model = Person
    context_object_name = "person"
    template_name = "agreements/handover/leave.html"

    def get(self, request, *args, **kwargs):
        answer = super().get(request, *args, **kwargs)
        return answer if self.object.is_active else redirect(self.object)

    def get_context_data(self, **kwargs):
        facts = Facts.of(self.object, self.request.user)
        ending = list(representation(facts))
        known = {line.key for line in ending}
        staying = [line for line in open_lines(facts) if line.key not in known]
        account = User.objects.active().filter(person=self.object).first()
        return super().get_context_data(ending=ending, staying=staying, account=account, **kwargs)

    def post(self, request, *args, **kwargs):
        person = self.get_object()
        try:
            transitions.take_out_of_use(person=person, by=request.user)
        except (Refused, ValidationError) as refusal:
            messages.error(request, str(refusal))
            return redirect(person)
        messages.success(request, _("No longer in use. Their past stays."))
        return redirect(after_leaving(person, request.user))
