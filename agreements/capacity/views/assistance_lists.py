"""The reference lists of assistance: everybody reads them, admins keep them up."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, ListView, UpdateView

from agreements.capacity.forms.assistance_costs import GroundKindForm, RefusalGroundForm, TermForm
from agreements.capacity.models import AssistanceTerm, GroundKind, RefusalGround
from agreements.capacity.transitions import assistance_lists
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.pages import VerbFormMixin


class AssistanceLists(VisibleRowsMixin, ListView):
    """Grounds to ask, grounds to refuse, and how long an answer may take."""

    model = GroundKind
    template_name = "agreements/capacity/assistance_lists.html"

    def get_queryset(self):
        return super().get_queryset().for_list()

    def get_context_data(self, **kwargs):
        refusals = RefusalGround.objects.select_related("parent").order_by(
            "-is_active", "position", "pk"
        )
        return super().get_context_data(
            refusals=refusals,
            terms=AssistanceTerm.objects.all(),
            may_keep=self.request.user.has_perm("agreements.manage_assistance_lists"),
            **kwargs,
        )


class EntryPage(VerbFormMixin):
    """What adding and correcting a row share."""

    rule_name = "agreements.manage_assistance_lists"
    template_name = "agreements/capacity/assistance_entry.html"
    title = ""
    submit_label = _("Save")
    success_message = _("The list is saved.")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            title=self.title,
            submit_label=self.submit_label,
            back_url=self.get_success_url(),
            **kwargs,
        )

    def get_success_url(self):
        return reverse("agreements:assistance-lists")


class EntryCreate(SiteRuleMixin, EntryPage, CreateView):
    def carry_out(self, form):
        return assistance_lists.add_entry(
            model=self.model, by=self.request.user, **form.without_version
        )


class EntryEdit(RuleRequiredMixin, EntryPage, UpdateView):
    def carry_out(self, form):
        return assistance_lists.edit_entry(
            entry=form.instance, by=self.request.user, **form.cleaned_data
        )


class GroundCreate(EntryCreate):
    model, form_class, title = GroundKind, GroundKindForm, _("Add a ground for assistance")


class GroundEdit(EntryEdit):
    model, form_class, title = GroundKind, GroundKindForm, _("Edit a ground for assistance")


class RefusalCreate(EntryCreate):
    model, form_class, title = RefusalGround, RefusalGroundForm, _("Add a ground for refusal")


class RefusalEdit(EntryEdit):
    model, form_class, title = RefusalGround, RefusalGroundForm, _("Edit a ground for refusal")


class TermEdit(EntryEdit):
    model, form_class, title = AssistanceTerm, TermForm, _("Edit a clock")
