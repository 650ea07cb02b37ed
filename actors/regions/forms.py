"""Describing a region, and narrowing the list of them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from actors.regions.choosing import ChoosingFormMixin, RegionField
from actors.regions.models import Region, RegionLevel
from actors.search.filters import RegisterFilter
from collabgov.kit.forms import PlacedErrorsMixin

CODE = RegexValidator(
    r"^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$",
    _("Write the code with dots, such as 76 or 76.02 or 76.02.01."),
)


class RegionForm(ChoosingFormMixin, PlacedErrorsMixin, forms.ModelForm):
    """A province, regency, district or village."""

    code = forms.CharField(
        label=_("Code"),
        max_length=13,
        validators=[CODE],
        help_text=_("Of Kemendagri, such as 76 or 76.02."),
    )
    parent = RegionField(
        label=_("Part of"),
        queryset=Region.objects.exclude(level=RegionLevel.VILLAGE),
        required=False,
        help_text=_("The larger region; leave it empty for a province."),
    )

    class Meta:
        model = Region
        fields = ["name", "aliases", "code", "level", "parent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            "name", "aliases", Row(Column("code"), Column("level")), "parent"
        )


class RegionFilter(RegisterFilter):
    """What the list of regions can be narrowed to."""

    q = forms.CharField(
        label=_("Search"), required=False, help_text=_("Name, abbreviation or code.")
    )
    level = forms.ChoiceField(label=_("Level"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("All")), *RegionLevel.choices]

    def narrow(self, rows):
        """Unasked, the provinces: each opens what lies within it."""
        asked = self.asked
        if not asked:
            return rows.filter(parent=None)
        text = asked.pop("q", "")
        return rows.filter(**asked).search(text)
