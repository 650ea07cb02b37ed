"""Proposing a commitment outside a meeting."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from agreements.action import transitions
from agreements.action.forms import CommitmentForm
from agreements.charter.models import Collaboration
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.errors import AlreadySaved, Refused
from collabgov.kit.forms import offer_another


class CommitmentCreate(RuleRequiredMixin, SingleObjectMixin, FormView):
    """Who promises what by when, in one collaboration."""

    model = Collaboration
    context_object_name = "collaboration"
    rule_name = "agreements.propose_commitment"
    form_class = CommitmentForm
    template_name = "agreements/action/commitment_form.html"

    def dispatch(self, request, *args, **kwargs):
        self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"collaboration": self.object}

    def form_valid(self, form):
        try:
            commitment = transitions.record(
                collaboration=self.object, by=self.request.user, **form.cleaned_data
            )
        except AlreadySaved as refusal:
            offer_another(form, refusal)
            return self.form_invalid(form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        asked = {"code": commitment.code, "organization": commitment.organization.label}
        messages.success(
            self.request,
            _("%(code)s is recorded. %(organization)s is asked to answer.") % asked,
        )
        return redirect(commitment)
