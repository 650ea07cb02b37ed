"""Kinds of agreement: everybody reads them, admins keep them up."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, DetailView, ListView, UpdateView, View
from django.views.generic.detail import SingleObjectMixin

from agreements.instruments.forms.types import KindRows, TypeForm
from agreements.instruments.models import AgreementType
from agreements.instruments.transitions import types as transitions
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.pages import VerbFormMixin

RULE = "agreements.manage_agreement_types"


class TypeList(VisibleRowsMixin, ListView):
    """Every kind with its way in short; those out of use come last."""

    model = AgreementType
    template_name = "agreements/instruments/type_list.html"
    context_object_name = "kinds"

    def get_queryset(self):
        rows = super().get_queryset().prefetch_related("stages", "documents")
        return rows.order_by("-is_active", "position", "name", "pk")

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_manage=self.request.user.has_perm(RULE), **kwargs)


class TypeDetail(VisibleRowsMixin, DetailView):
    """One kind: what it asks for, its stages with their days, its documents."""

    model = AgreementType
    template_name = "agreements/instruments/type_detail.html"
    context_object_name = "kind"

    def get_queryset(self):
        return super().get_queryset().prefetch_related("stages", "documents")

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_manage=self.request.user.has_perm(RULE), **kwargs)


class TypeFormMixin(VerbFormMixin):
    """The kind with its rows: all of it is saved, or nothing."""

    rule_name = RULE
    model = AgreementType
    form_class = TypeForm
    template_name = "agreements/instruments/type_form.html"

    @cached_property
    def rows(self):
        data = self.request.POST if self.request.method == "POST" else None
        return KindRows(self.object or AgreementType(), data)

    def post(self, request, *args, **kwargs):
        self.object = self.get_object() if "pk" in kwargs else None
        form = self.get_form()
        if "more" in request.POST:  # nothing is judged yet
            return self.render_to_response(self.get_context_data(form=form, is_growing=True))
        is_valid = all([self.rows.is_valid(), form.is_valid()])
        return self.form_valid(form) if is_valid else self.form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(rows=self.rows, **kwargs)

    def get_success_url(self):
        return reverse("agreements:agreement-type-detail", args=[self.object.pk])


class TypeCreate(SiteRuleMixin, TypeFormMixin, CreateView):
    success_message = _("The kind of agreement is added.")

    def carry_out(self, form):
        return transitions.create_type(
            by=self.request.user, **form.without_version, **self.rows.given()
        )


class TypeEdit(RuleRequiredMixin, TypeFormMixin, UpdateView):
    success_message = _("The kind of agreement is saved.")

    def carry_out(self, form):
        version = form.cleaned_data["version"]
        return transitions.edit_type(
            kind=self.object,
            by=self.request.user,
            version=version,
            **form.without_version,
            **self.rows.given(),
        )


class TypeInUse(RuleRequiredMixin, SingleObjectMixin, View):
    """Taken out of use, or into use again."""

    rule_name = RULE
    model = AgreementType
    http_method_names = ["post"]
    verbs = {
        "retire": (transitions.retire_type, _("The kind is out of use; what there is goes on.")),
        "restore": (transitions.restore_type, _("The kind is in use again.")),
    }
    verb = "retire"

    def post(self, request, *args, **kwargs):
        carry_out, words = self.verbs[self.verb]
        kind = carry_out(kind=self.get_object(), by=request.user)
        messages.success(request, words)
        return redirect("agreements:agreement-type-detail", pk=kind.pk)
