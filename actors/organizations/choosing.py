"""Choosing an organization by searching, in any form; see `actors.search.choosing`."""

from django.utils.translation import gettext_lazy as _

from actors.organizations.models import Organization
from actors.search.choosing import ChooseField, ChooseInput, ChooseView, ChoosingFormMixin

__all__ = ["ChoosingFormMixin", "OrganizationChoose", "OrganizationField", "OrganizationInput"]


class OrganizationInput(ChooseInput):
    url_name = "actors:organization-choose"
    row_template = "actors/organizations/_choice.html"
    found_label = _("Organizations found")


class OrganizationField(ChooseField):
    """`OrganizationField(label=…, queryset=Organization.objects.active())`."""

    widget = OrganizationInput


class OrganizationChoose(ChooseView):
    model = Organization
    widget_class = OrganizationInput

    def get_queryset(self):
        return super().get_queryset().active()
