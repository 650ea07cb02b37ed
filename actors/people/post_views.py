"""The posts a person holds: adding and correcting; for admins."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, UpdateView

from actors.people import transitions
from actors.people.forms import AppointmentForm
from actors.people.models import Appointment, Person
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.pages import VerbFormMixin


class PostPage(VerbFormMixin):
    """Both pages are forms about a post and lead back to the person."""

    model = Appointment
    template_name = "actors/people/post_form.html"
    rule_name = "actors.manage_register"

    def get_success_url(self):
        return self.object.person.get_absolute_url()


class PostCreate(SiteRuleMixin, PostPage, CreateView):
    form_class = AppointmentForm
    success_message = _("The post is recorded.")

    @cached_property
    def person(self):
        people = Person.objects.visible_to(self.request.user)
        return get_object_or_404(people, pk=self.kwargs["pk"])

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "person": self.person}

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, **kwargs)

    def carry_out(self, form):
        return transitions.appoint(person=self.person, by=self.request.user, **form.without_version)


class PostEdit(RuleRequiredMixin, PostPage, UpdateView):
    form_class = AppointmentForm
    success_message = _("The changes are saved.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.object.person, **kwargs)

    def carry_out(self, form):
        return transitions.edit_appointment(
            appointment=form.instance, by=self.request.user, **form.cleaned_data
        )
