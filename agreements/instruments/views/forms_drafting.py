"""Pages that draft an agreement, register one that was signed elsewhere, and correct one."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from agreements.charter.models import Collaboration
from agreements.instruments import transitions
from agreements.instruments.forms.drafting import (
    DraftForm,
    EditForm,
    KindForm,
    RegisterForm,
    kinds_to_choose,
)
from agreements.instruments.models import Agreement
from agreements.instruments.states import WRITING
from agreements.instruments.views.forms_base import AgreementFormPage, TakesFilesMixin
from collabgov.kit.access import VisibleRowsMixin, require_rule
from collabgov.kit.forms import new_submission_id
from collabgov.kit.ids import as_id
from collabgov.kit.pages import VerbFormMixin


class InCollaborationMixin(VisibleRowsMixin):
    """A page for whoever coordinates: the collaboration of the address, or the only one."""

    rule_name = "agreements.draft_agreement"

    def dispatch(self, request, *args, **kwargs):
        self.choices = Collaboration.objects.visible_to(request.user).coordinated_by(request.user)
        self.collaboration = self.find_collaboration()
        return super().dispatch(request, *args, **kwargs)

    def find_collaboration(self):
        """The one asked for (404, 403); else the only one to choose; None: the page asks."""
        asked = self.request.GET.get("collaboration", "")
        if asked:
            rows = Collaboration.objects.visible_to(self.request.user)
            found = rows.filter(pk=as_id(asked)).first() if as_id(asked) else None
            if found is None:
                raise Http404
            require_rule(self.request.user, self.rule_name, found)
            return found
        open_ones = [one for one in self.choices if self.request.user.has_perm(self.rule_name, one)]
        if not open_ones:
            raise PermissionDenied(self.rule_name)
        self.choices = open_ones
        return open_ones[0] if len(open_ones) == 1 else None


class KindMixin:
    """A page that first asks for the kind, then what that kind asks."""

    @cached_property
    def kind(self):
        """The kind that was chosen, on the page or in its address; None: the page asks."""
        asked = self.request.POST.get("type") or self.request.GET.get("type", "")
        return kinds_to_choose().filter(pk=as_id(asked)).first() if as_id(asked) else None

    def post(self, request, *args, **kwargs):
        if self.collaboration is None or self.kind is None:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def get_form(self, form_class=None):
        if self.collaboration is None:
            return None
        return super().get_form() if self.kind else KindForm()

    def get_form_kwargs(self):
        about = {"kind": self.kind, "collaboration": self.collaboration}
        fresh = Agreement(collaboration=self.collaboration, type=self.kind)
        return super().get_form_kwargs() | about | {"instance": fresh}

    def get_initial(self):
        parent = as_id(self.request.GET.get("parent", ""))
        fresh = {"submission_id": new_submission_id()}
        return fresh | {"type": self.kind, "parent": parent}


class AgreementCreate(InCollaborationMixin, KindMixin, VerbFormMixin, FormView):
    """Draft an agreement."""

    template_name = "agreements/instruments/draft.html"
    form_class = DraftForm
    title = _("Draft an agreement")
    lead = _("It begins as a draft. Clauses, documents and legal bases are added on its page.")
    submit_label = _("Save the draft")
    success_message = _("The draft is saved. Add its clauses and documents next.")
    other = "agreement-register"

    def carry_out(self, form):
        return transitions.draft_agreement(
            collaboration=self.collaboration, by=self.request.user, **form.facts
        )

    def get_success_url(self):
        return self.object.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            collaboration=self.collaboration,
            choices=self.choices,
            kind=self.kind,
            page=self,
            **kwargs,
        )


class AgreementRegister(TakesFilesMixin, AgreementCreate):
    """Register one that was signed elsewhere: it is in force at once."""

    form_class = RegisterForm
    title = _("Register a signed agreement")
    lead = _("For what was signed elsewhere: it is in force at once, with its paper.")
    submit_label = _("Register the agreement")
    success_message = _("The agreement is registered.")
    other = "agreement-create"

    def carry_out(self, form):
        return transitions.register_agreement(
            collaboration=self.collaboration, by=self.request.user, **form.facts
        )


class AgreementEdit(AgreementFormPage):
    """Correct what stands on the first page, as far as it may still change."""

    form_class = EditForm
    title = _("Edit the agreement")
    submit_label = _("Save the agreement")
    success_message = _("The agreement is saved.")

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs()
        kwargs.pop("agreement")
        kwargs |= {"kind": self.agreement.type, "collaboration": self.collaboration}
        return kwargs | {"instance": self.agreement}

    def get_note(self):
        return "" if self.agreement.state in WRITING else _("What was offered for signing stands.")

    def get_closed(self):
        if self.agreement.amendments.open().exists():
            return _("An amendment is open. Until it is signed or withdrawn, nothing else moves.")
        if EditForm.open_fields(self.agreement):
            return ""
        words = {"state": self.agreement.get_state_display()}
        return _("Nothing on this page can change now: the agreement is “%(state)s”.") % words

    def carry_out(self, form):
        return transitions.edit_agreement(
            agreement=self.agreement, by=self.request.user, **form.cleaned_data
        )
