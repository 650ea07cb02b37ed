"""Shared terms: propose one, edit the proposal, agree on it or leave it."""

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.models import Collaboration
from agreements.charter.parts import tabs_of
from agreements.charter.rules import is_open
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterPage
from agreements.engagement.definition_page import offering
from agreements.engagement.forms.definition import AgreedForm, TermFilter, TermForm
from agreements.engagement.models import SharedTerm
from agreements.engagement.rules.definition import collaboration_of
from agreements.engagement.transitions import terms as verbs
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import PartialMixin, TolerantPaginator
from collabgov.kit.seen import SeenMixin


class TermList(PartialMixin, VisibleRowsMixin, ListView):
    """The terms of one collaboration by the alphabet; earlier versions where they are asked for."""

    model = Collaboration
    template_name = "agreements/engagement/definition/term_list.html"
    partial_name = "agreements/engagement/definition/_term_list.html"
    paginate_by = 25
    paginator_class = TolerantPaginator

    def get_queryset(self):
        self.collaboration = get_object_or_404(super().get_queryset(), pk=self.kwargs["pk"])
        self.filter = TermFilter(self.request.GET)
        return self.filter.narrow(self.collaboration.terms.all()).for_list().with_next_version()

    def get_context_data(self, **kwargs):
        user, collaboration = self.request.user, self.collaboration
        context = super().get_context_data(
            collaboration=collaboration,
            filter=self.filter,
            tabs=tabs_of(collaboration, "definition"),
            may_edit=is_open(user, collaboration)
            and user.has_perm("agreements.edit_definition", collaboration),
            may_propose=user.has_perm("agreements.propose_term", collaboration),
            **kwargs,
        )
        return context | {"terms": offering(context["object_list"])}


class TermPage(CharterPage):
    """A page about a term; afterwards it leads back to the terms."""

    model = SharedTerm
    related = ("collaboration",)
    rule_name = "agreements.edit_definition"
    part, anchor = "definition", "terms"
    find_collaboration = staticmethod(collaboration_of)

    def get_lead(self):
        return self.record.term


class TermPropose(TermPage, CharterFormPage):
    model = Collaboration
    related = ()
    rule_name = "agreements.propose_term"
    form_class = TermForm
    title = _("Propose a term")
    submit_label = _("Propose the term")
    success_message = _("The term is proposed. The coordinators record when it is agreed.")

    def get_lead(self):
        return _("A word that the parties have to mean the same by.")

    def carry_out(self, form):
        return verbs.propose_term(
            collaboration=self.record, by=self.request.user, **form.without_version
        )


class TermChange(TermPage, CharterFormPage):
    """Another wording of an agreed term: a new version, which begins with the old words."""

    rule_name = "agreements.propose_term"
    form_class = TermForm
    title = _("Propose another wording")
    note = _("What is agreed holds until the new wording is agreed; it stays to be read.")
    submit_label = _("Propose the term")
    success_message = _("The new wording is proposed.")

    def get_initial(self):
        return {name: getattr(self.record, name) for name in self.form_class._meta.fields}

    def carry_out(self, form):
        return verbs.propose_term(
            collaboration=self.collaboration,
            by=self.request.user,
            replaces=self.record,
            **form.without_version,
        )


class TermEdit(TermPage, CharterEditPage):
    form_class = TermForm
    title = _("Edit the term")
    submit_label = _("Save the term")
    success_message = _("The term is saved.")

    def carry_out(self, form):
        return verbs.edit_term(shared_term=self.record, by=self.request.user, **form.cleaned_data)


class TermAgree(SeenMixin, TermPage, CharterFormPage):
    form_class = AgreedForm
    title = _("Agree on the term")
    note = _("From then on it means this here. Another wording is a new version.")
    submit_label = _("Agree on the term")
    success_message = _("The term is agreed.")

    def get_lead(self):
        return f"{self.record.term}: {self.record.definition}"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}

    def carry_out(self, form):
        return verbs.agree_on_term(
            shared_term=self.record, by=self.request.user, seen=self.seen, **form.cleaned_data
        )


class TermDrop(TermPage, CharterFormPage):
    form_class = ReasonForm
    title = _("Do not take the term up")
    submit_label = _("Do not take it up")
    success_message = _("The term is not taken up.")

    def carry_out(self, form):
        return verbs.drop_term(
            shared_term=self.record, by=self.request.user, reason=form.cleaned_data["reason"]
        )
