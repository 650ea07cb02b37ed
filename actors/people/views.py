"""The register of people: list, page, and what admins change."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, UpdateView, View
from django.views.generic.detail import SingleObjectMixin

from actors.importing.people import VisibleContacts
from actors.importing.registry import KINDS
from actors.people import transitions
from actors.people.contacts import note_view
from actors.people.forms import NewPersonForm, PersonFilter, PersonForm
from actors.people.models import Person
from actors.search.lists import RegisterList
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.pages import VerbFormMixin


class PersonList(RegisterList):
    model = Person
    filter_class = PersonFilter
    template_name = "actors/people/person_list.html"
    partial_name = "actors/people/_person_rows.html"
    context_object_name = "people"
    export_name = gettext_lazy("people")

    def export_table(self, rows):
        resource = KINDS["people"].resource()
        resource.hides_contacts_of = VisibleContacts(self.request.user).hides
        return resource.headers(), resource.lines(rows)


class PersonCreate(SiteRuleMixin, VerbFormMixin, CreateView):
    rule_name = "actors.manage_register"
    model = Person
    form_class = NewPersonForm
    template_name = "actors/people/person_form.html"
    success_message = gettext_lazy("The person is on the register. Add the post they hold.")

    def carry_out(self, form):
        fields = {name: form.cleaned_data[name] for name in form.Meta.fields}
        return transitions.register(by=self.request.user, **fields)


class PersonEdit(RuleRequiredMixin, VerbFormMixin, UpdateView):
    rule_name = "actors.manage_register"
    model = Person
    form_class = PersonForm
    template_name = "actors/people/person_form.html"
    success_message = gettext_lazy("The changes are saved.")

    def render_to_response(self, context, **kwargs):
        """The form shows how to reach the person, also after a conflict: that is a view of it."""
        note_view(self.request, self.object)
        return super().render_to_response(context, **kwargs)

    def carry_out(self, form):
        return transitions.edit(person=form.instance, by=self.request.user, **form.cleaned_data)


class PersonReturn(RuleRequiredMixin, SingleObjectMixin, View):
    """Somebody who had left is back; leaving has a page of its own with the handover."""

    rule_name = "actors.manage_register"
    model = Person
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        person = self.get_object()
        transitions.set_active(person=person, by=request.user, is_active=True)
        said = _("Active again. What ended does not come back by itself: see “%s” on this page.")
        messages.success(request, said % _("Handover and leaving"))
        return redirect(person)
