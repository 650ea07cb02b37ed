"""What the search understands: everybody reads it, admins change it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, ListView, UpdateView, View
from django.views.generic.detail import SingleObjectMixin

from actors.abbreviations import transitions
from actors.abbreviations.forms import AbbreviationFilter, AbbreviationForm
from actors.search.models import Abbreviation
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.pages import PartialMixin, TolerantPaginator, VerbFormMixin


class AbbreviationList(PartialMixin, VisibleRowsMixin, ListView):
    model = Abbreviation
    template_name = "actors/abbreviations/list.html"
    partial_name = "actors/abbreviations/_rows.html"
    context_object_name = "abbreviations"
    paginate_by = 50
    paginator_class = TolerantPaginator

    def get_queryset(self):
        self.filter = AbbreviationFilter(self.request.GET)
        return self.filter.narrow(super().get_queryset().for_list())

    def get_context_data(self, **kwargs):
        may_manage = self.request.user.has_perm("actors.manage_register")
        return super().get_context_data(filter=self.filter, may_manage=may_manage, **kwargs)


class BackToTheList:
    def get_success_url(self):
        return reverse("actors:abbreviation-list")


class AbbreviationCreate(BackToTheList, SiteRuleMixin, VerbFormMixin, CreateView):
    rule_name = "actors.manage_register"
    model = Abbreviation
    form_class = AbbreviationForm
    template_name = "actors/abbreviations/form.html"
    success_message = gettext_lazy("The search understands it from now on.")

    def carry_out(self, form):
        return transitions.add(by=self.request.user, **form.cleaned_data)


class AbbreviationEdit(BackToTheList, RuleRequiredMixin, VerbFormMixin, UpdateView):
    rule_name = "actors.manage_register"
    model = Abbreviation
    form_class = AbbreviationForm
    template_name = "actors/abbreviations/form.html"
    success_message = gettext_lazy("The changes are saved.")

    def carry_out(self, form):
        return transitions.edit(
            abbreviation=form.instance, by=self.request.user, **form.cleaned_data
        )


class AbbreviationRemove(RuleRequiredMixin, SingleObjectMixin, View):
    rule_name = "actors.manage_register"
    model = Abbreviation
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        transitions.remove(abbreviation=self.get_object(), by=request.user)
        messages.success(request, _("The search no longer spells it out."))
        return redirect("actors:abbreviation-list")
