"""The form of a public holiday."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.models import Region
from actors.regions.models import RegionLevel
from agreements.charter.forms.people import plain_helper
from agreements.engagement.models import Holiday
from collabgov.kit.forms import DayField, VersionedFormMixin


class HolidayForm(VersionedFormMixin, forms.ModelForm):
    """A day off in the country or in one region."""

    day = DayField(label=_("Day"))

    class Meta:
        model = Holiday
        fields = ["day", "name", "name_en", "region", "is_verified", "source_note"]
        labels = {
            "name": _("Name"),
            "name_en": _("Name in English"),
            "region": _("Region"),
            "is_verified": _("Verified"),
            "source_note": _("Source"),
        }
        help_texts = {
            "is_verified": _("Somebody compared it with the decree."),
            "source_note": _("Such as the number of the joint ministerial decree."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].widget.attrs["data-chips"] = "none"
        self.fields["region"].empty_label = _("The whole country")
        offered = Region.objects.filter(level__in=[RegionLevel.PROVINCE, RegionLevel.REGENCY])
        self.fields["region"].queryset = offered.order_by("code")
        self.helper = plain_helper(
            "day", Row(Column("name"), Column("name_en")), "region", "is_verified", "source_note"
        )
