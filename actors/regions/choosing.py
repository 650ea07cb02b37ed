"""Choosing a region by searching, in any form; see `actors.search.choosing`."""

from django.utils.translation import gettext_lazy as _

from actors.regions.models import Region
from actors.search.choosing import ChooseField, ChooseInput, ChooseView, ChoosingFormMixin

__all__ = ["ChoosingFormMixin", "RegionChoose", "RegionField", "RegionInput"]


class RegionInput(ChooseInput):
    url_name = "actors:region-choose"
    row_template = "actors/regions/_choice.html"
    found_label = _("Regions found")


class RegionField(ChooseField):
    """`RegionField(label=…, queryset=Region.objects.all())`."""

    widget = RegionInput


class RegionChoose(ChooseView):
    model = Region
    widget_class = RegionInput
