"""The pages of leaving: moving on, ending a post, and handing over."""

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, UpdateView
from django.views.generic.detail import SingleObjectMixin

from actors.models import Appointment, Person
from actors.people.forms import EndAppointmentForm, MoveForm
from agreements.handover import transitions
from agreements.handover.along import Along
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
        may_manage = self.request.user.has_perm("actors.manage_register", self.object)
        return super().get_context_data(
            person=self.object, others=others, may_manage=may_manage, **kwargs
        )

    def carry_out(self, form):
        number = transitions.hand_over(
            person=self.object, by=self.request.user, request=self.request, **form.decided
        )
        said = ngettext("%d thing is handed over.", "%d things are handed over.", number)
        messages.success(self.request, said % number)
        if form.stays:
            messages.warning(self.request, form.stays)
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

    def dispatch(self, request, *args, **kwargs):
        self.object = self.leaving = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"starts_on": timezone.localdate(), "version": self.leaving.version}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "leaving": self.leaving}

    @cached_property
    def along(self):
        return Along.of(self.leaving)

    def get_context_data(self, **kwargs):
        return super().get_context_data(along=self.along, **kwargs)

    def carry_out(self, form):
        along = self.along
        said = _("The move is recorded; the earlier post stays in the history.")
        try:
            made = transitions.move_person(
                appointment=self.leaving, by=self.request.user, **form.cleaned_data
            )
        except EditConflict as conflict:
            raise Refused(
                _("Somebody else changed this post in the meantime. Open this page again.")
            ) from conflict
        self.success_message = f"{said} {along.after(made.organization)}".strip()
        return made
