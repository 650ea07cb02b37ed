"""What the pages below a collaboration share: rows first, the verb second, back to its place."""

import copy

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.views.generic import FormView, View
from django.views.generic.detail import SingleObjectMixin

from agreements.charter.parts import BY_KEY, hub_url
from agreements.charter.rules import collaboration_of
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.errors import Refused
from collabgov.kit.models import joined
from collabgov.kit.pages import VerbFormMixin


class CharterPage(RuleRequiredMixin, SingleObjectMixin):
    """A page about one record of a charter; afterwards it leads back to that part of it."""

    rule_name = "agreements.edit_charter"
    related = ()
    part = ""  # the part of the collaboration whose page it leads back to, and where on it
    anchor = ""
    find_collaboration = staticmethod(collaboration_of)

    def dispatch(self, request, *args, **kwargs):
        self.object = self.record = self.get_object()
        self.collaboration = self.find_collaboration(self.record)
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        return joined(super().get_queryset(), *self.related)

    def get_success_url(self):
        place = BY_KEY.get(self.part)
        page = (place.url if place else hub_url)(self.collaboration.pk)
        return f"{page}#{self.anchor}" if self.anchor else page


class CharterFormPage(CharterPage, VerbFormMixin, FormView):
    """A small form with one purpose; `self.record` is what it acts on."""

    template_name = "agreements/charter/form.html"
    title = lead = note = submit_label = ""
    is_final = False  # whether what it does cannot be taken back

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            collaboration=self.collaboration,
            record=self.record,
            title=self.title,
            lead=self.get_lead(),
            note=self.note,
            is_final=self.is_final,
            submit_label=self.submit_label,
            back_url=self.get_success_url(),
            **kwargs,
        )

    def get_lead(self):
        return self.lead


class CharterEditPage(CharterFormPage):
    """The same for a form that edits the record itself."""

    def get_form_kwargs(self):
        """A copy: validation writes into it, and the heading keeps what is saved."""
        return {**super().get_form_kwargs(), "instance": copy.copy(self.record)}


class CharterMove(CharterPage, View):
    """A button: the verb of the address is carried out, a refusal becomes a message."""

    http_method_names = ["post"]
    verbs = {}  # word in the address → (verb, message)

    def post(self, request, *args, **kwargs):
        try:
            verb, message = self.verbs[kwargs["verb"]]
        except KeyError as error:
            raise Http404 from error
        try:
            self.carry_out(verb)
        except (Refused, ValidationError) as refusal:
            for sentence in getattr(refusal, "messages", [str(refusal)]):
                messages.error(request, sentence)
        else:
            messages.success(request, message)
        return redirect(self.get_success_url())

    def carry_out(self, verb):
        raise NotImplementedError
