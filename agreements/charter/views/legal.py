"""The register of legal bases, and the pages that say which ones a collaboration rests on."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, DetailView, UpdateView

from actors.importing.exporting import columns_of
from actors.search.choosing import ChooseView
from actors.search.lists import RegisterList
from agreements.charter import transitions
from agreements.charter.forms.legal import (
    LEVELS,
    LegalBasisFilter,
    LegalBasisForm,
    LegalBasisInput,
    RestsOnForm,
)
from agreements.charter.forms.people import ConfirmForm
from agreements.charter.legal import CollaborationLegalBasis, LegalBasis
from agreements.charter.models import Collaboration
from agreements.charter.views.base import CharterFormPage
from agreements.instruments.models import Agreement
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.ids import as_id
from collabgov.kit.pages import VerbFormMixin


class LegalBasisList(RegisterList):
    model = LegalBasis
    filter_class = LegalBasisFilter
    template_name = "agreements/charter/legal_list.html"
    partial_name = "agreements/charter/_legal_rows.html"
    context_object_name = "legal_bases"
    export_name = _("legal bases")

    def get_context_data(self, **kwargs):
        may_add = self.request.user.has_perm("agreements.add_legal_basis")
        return super().get_context_data(may_add=may_add, **kwargs)

    def export_table(self, rows):
        yes_no = {True: _("Yes"), False: _("No")}
        table = columns_of(
            (_("level"), lambda row: row.get_level_display()),
            (_("short form"), lambda row: row.short_form),
            (_("number"), lambda row: row.number),
            (_("year"), lambda row: row.year),
            (_("about"), lambda row: row.title),
            (_("issued by"), lambda row: row.issuer),
            (_("articles that matter"), lambda row: row.articles),
            (_("where to read it"), lambda row: row.url),
            (_("in force"), lambda row: str(yes_no[row.in_force])),
            (_("no longer in force since"), lambda row: row.ended_on),
            (_("verified"), lambda row: str(yes_no[row.is_verified])),
            (_("how it was verified"), lambda row: row.verified_note),
        )
        return table(rows)


class LegalBasisDetail(VisibleRowsMixin, DetailView):
    """One rule, and what rests on it of what the reader may see."""

    model = LegalBasis
    template_name = "agreements/charter/legal_detail.html"
    context_object_name = "legal_basis"

    def get_context_data(self, **kwargs):
        user, links = self.request.user, CollaborationLegalBasis.objects
        resting = links.visible_to(user).filter(legal_basis=self.object)
        return super().get_context_data(
            collaborations=resting.select_related("collaboration").order_by(
                "collaboration__title", "pk"
            ),
            agreements=Agreement.objects.visible_to(user)
            .filter(bases__legal_basis=self.object)
            .for_list(),
            level_words=LEVELS[self.object.level],
            may_edit=user.has_perm("agreements.edit_legal_basis", self.object),
            **kwargs,
        )


class LegalBasisFormPage(VerbFormMixin):
    """What adding and editing share."""

    model = LegalBasis
    form_class = LegalBasisForm
    template_name = "agreements/charter/legal_form.html"

    def get_form_kwargs(self):
        may_verify = self.request.user.has_perm("agreements.verify_legal_basis", self.object)
        return {**super().get_form_kwargs(), "may_verify": may_verify}


class LegalBasisCreate(SiteRuleMixin, LegalBasisFormPage, CreateView):
    """Added for a collaboration, it goes on with saying that this one rests on it."""

    rule_name = "agreements.add_legal_basis"
    success_message = _("It is on the register.")

    @cached_property
    def collaboration(self):
        """The collaboration whose form led here."""
        key = as_id(self.request.GET.get("collaboration", ""))
        seen = Collaboration.objects.visible_to(self.request.user).filter(pk=key).first()
        may = seen and self.request.user.has_perm("agreements.edit_charter", seen)
        return seen if may else None

    def carry_out(self, form):
        return transitions.add_legal_basis(by=self.request.user, **form.without_version)

    def get_success_url(self):
        if self.collaboration is None:
            return self.object.get_absolute_url()
        page = reverse("agreements:rests-on-create", args=[self.collaboration.pk])
        return f"{page}?{urlencode({'legal_basis': self.object.pk})}"

    def get_context_data(self, **kwargs):
        return super().get_context_data(collaboration=self.collaboration, **kwargs)


class LegalBasisEdit(RuleRequiredMixin, LegalBasisFormPage, UpdateView):
    rule_name = "agreements.edit_legal_basis"
    context_object_name = "legal_basis"
    success_message = _("The changes are saved.")

    def carry_out(self, form):
        return transitions.edit_legal_basis(
            legal_basis=form.instance, by=self.request.user, **form.cleaned_data
        )


class LegalBasisChoose(ChooseView):
    model = LegalBasis
    widget_class = LegalBasisInput


class RestsOnCreate(CharterFormPage):
    """Name a rule that the collaboration rests on."""

    model = Collaboration
    form_class = RestsOnForm
    template_name = "agreements/charter/rests_on_form.html"
    part = "legal-bases"
    title = _("Name a legal basis")
    lead = _("A rule that this collaboration rests on.")
    submit_label = _("Name it")
    success_message = _("The legal basis is named.")

    def get_initial(self):
        key = as_id(self.request.GET.get("legal_basis", ""))
        found = LegalBasis.objects.visible_to(self.request.user).filter(pk=key).first()
        return {"legal_basis": found} if found else {}

    def get_context_data(self, **kwargs):
        may_add = self.request.user.has_perm("agreements.add_legal_basis")
        return super().get_context_data(may_add=may_add, **kwargs)

    def carry_out(self, form):
        return transitions.rest_on(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )


class RestsOnRemove(CharterFormPage):
    """Asks once; the rule stays on the register."""

    model = CollaborationLegalBasis
    related = ("collaboration", "legal_basis")
    form_class = ConfirmForm
    part = "legal-bases"
    title = _("Take a legal basis away")
    note = _("The collaboration no longer names it. It stays on the register.")
    is_final = True
    submit_label = _("Take it away")
    success_message = _("The legal basis is taken away.")

    def get_lead(self):
        return f"{self.record}: {self.record.legal_basis.title}"

    def carry_out(self, form):
        return transitions.rest_on_no_longer(link=self.record, by=self.request.user)
