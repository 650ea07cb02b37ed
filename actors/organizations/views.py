"""The register of organizations: list, page, and what admins change."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import CreateView, UpdateView, View
from django.views.generic.detail import SingleObjectMixin

from actors.importing.registry import KINDS
from actors.organizations import transitions
from actors.organizations.forms import NewOrganizationForm, OrganizationFilter, OrganizationForm
from actors.organizations.models import Organization
from actors.organizations.tree import Tree, roots_of
from actors.search.lists import RegisterList
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.pages import VerbFormMixin


class OrganizationList(RegisterList):
    model = Organization
    filter_class = OrganizationFilter
    template_name = "actors/organizations/organization_list.html"
    partial_name = "actors/organizations/_organization_rows.html"
    context_object_name = "organizations"
    export_name = gettext_lazy("organizations")

    def export_table(self, rows):
        resource = KINDS["organizations"].resource()
        return resource.headers(), resource.lines(rows)

    def paginate_queryset(self, queryset, page_size):
        """A tree is paged by what stands on top; an export still has every row that passes."""
        rows = roots_of(queryset) if self.filter.is_tree else queryset
        return super().paginate_queryset(rows, page_size)

    def get_context_data(self, **kwargs):
        smaller = self.filter.regions_within(self.object_list)
        context = super().get_context_data(regions_within=smaller, **kwargs)
        if self.filter.is_tree:
            tree = Tree(self.object_list, self.request.GET)
            context["nodes"] = tree.nodes(context["organizations"])
        return context


class OrganizationCreate(SiteRuleMixin, VerbFormMixin, CreateView):
    rule_name = "actors.manage_register"
    model = Organization
    form_class = NewOrganizationForm
    template_name = "actors/organizations/organization_form.html"
    success_message = gettext_lazy("The organization is on the register.")

    def get_initial(self):
        return {"parent": self.request.GET.get("parent", "")}

    def carry_out(self, form):
        fields = {name: form.cleaned_data[name] for name in form.Meta.fields}
        return transitions.register(by=self.request.user, **fields)


class OrganizationEdit(RuleRequiredMixin, VerbFormMixin, UpdateView):
    rule_name = "actors.manage_register"
    model = Organization
    form_class = OrganizationForm
    template_name = "actors/organizations/organization_form.html"
    success_message = gettext_lazy("The changes are saved.")

    def carry_out(self, form):
        return transitions.edit(
            organization=form.instance, by=self.request.user, **form.cleaned_data
        )


class OrganizationReturn(RuleRequiredMixin, SingleObjectMixin, View):
    """Into use again; taking it out of use has a page of its own."""

    rule_name = "actors.manage_register"
    model = Organization
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        organization = transitions.set_active(
            organization=self.get_object(), by=request.user, is_active=True
        )
        said = _(
            "In use again: it can be chosen everywhere. What it takes part in, its commitments, "
            "people and accounts had never ended."
        )
        messages.success(request, said)
        return redirect(organization)
