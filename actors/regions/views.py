"""The register of regions: list, page, and what admins change."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import CreateView, DetailView, UpdateView

from actors.importing.exporting import columns_of
from actors.organizations.models import Organization
from actors.regions import transitions
from actors.regions.forms import RegionFilter, RegionForm
from actors.regions.models import Region
from actors.search.lists import RegisterList
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.pages import VerbFormMixin

MOST_BESIDE = 60


class RegionList(RegisterList):
    model = Region
    filter_class = RegionFilter
    template_name = "actors/regions/region_list.html"
    partial_name = "actors/regions/_region_rows.html"
    context_object_name = "regions"
    export_name = _("regions")

    def export_table(self, rows):
        table = columns_of(
            (_("Kemendagri code"), lambda region: region.code),
            (_("name"), lambda region: region.name),
            (_("other names"), lambda region: region.aliases),
            (_("level"), lambda region: region.get_level_display()),
            (_("part of"), lambda region: region.parent.name if region.parent else ""),
        )
        return table(rows)


class RegionDetail(VisibleRowsMixin, DetailView):
    model = Region
    template_name = "actors/regions/region_detail.html"
    context_object_name = "region"

    def get_queryset(self):
        return super().get_queryset().for_list()

    def get_context_data(self, **kwargs):
        region = self.object
        return super().get_context_data(
            children=region.children.all()[:MOST_BESIDE],
            children_count=region.children.count(),
            organizations_count=Organization.objects.active().in_region(region).count(),
            may_manage=self.request.user.has_perm("actors.manage_register", region),
            **kwargs,
        )


class RegionCreate(SiteRuleMixin, VerbFormMixin, CreateView):
    rule_name = "actors.manage_register"
    model = Region
    form_class = RegionForm
    template_name = "actors/regions/region_form.html"
    success_message = _("The region is on the register.")

    def carry_out(self, form):
        return transitions.register(by=self.request.user, **form.cleaned_data)


class RegionEdit(RuleRequiredMixin, VerbFormMixin, UpdateView):
    rule_name = "actors.manage_register"
    model = Region
    form_class = RegionForm
    template_name = "actors/regions/region_form.html"
    success_message = _("The changes are saved.")

    def carry_out(self, form):
        return transitions.edit(region=form.instance, by=self.request.user, **form.cleaned_data)
