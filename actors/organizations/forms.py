"""Describing an organization, and narrowing the list of them."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.kinds import GovernmentLevel, OrganizationKind, Sector
from actors.organizations.models import Organization
from actors.regions.choosing import RegionField
from actors.regions.models import Region, RegionLevel
from actors.search.filters import IN_USE, RegisterFilter, in_use, only_pk
from actors.search.twins import TwinsFormMixin
from collabgov.kit.forms import LONGEST_REASON, LONGEST_TEXT, VersionedFormMixin, limit_length
from collabgov.kit.names import NameField

PART, TREE, MOST_REGIONS = "form-part", "tree", 60


class OrganizationForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """What the register says about an organization."""

    region = RegionField(
        label=_("Region"),
        queryset=Region.objects.all(),
        required=False,
        help_text=_("Search by name or code. Leave it empty for the central government."),
    )
    parent = OrganizationField(
        label=_("Belongs to"),
        queryset=Organization.objects.active(),
        required=False,
        help_text=_("The organization it is a part of, such as the ministry of a vertical agency."),
    )

    website = forms.URLField(
        label=_("Website"), required=False, assume_scheme="https", max_length=200
    )

    class Meta:
        model = Organization
        field_classes = {"name": NameField, "short_name": NameField}
        fields = [
            *("name", "short_name", "aliases", "mandate", "kind", "sector", "is_state_owned"),
            *("level", "region", "parent"),
            *("address", "phone", "email", "website"),
        ]
        widgets = {
            "aliases": forms.Textarea(attrs={"rows": 2}),
            "mandate": forms.Textarea(attrs={"rows": 2}),
            "address": forms.Textarea(attrs={"rows": 2}),
            "phone": forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, aliases=LONGEST_REASON, mandate=LONGEST_TEXT, address=LONGEST_REASON)
        if self.instance.pk:
            others = Organization.objects.active() | Organization.objects.filter(
                pk=self.instance.parent_id
            )
            self.fields["parent"].queryset = others.exclude(pk=self.instance.pk)
        self.fields["kind"].choices = [("", _("Choose a kind")), *OrganizationKind.choices]
        self.fields["sector"].choices = [("", _("Choose a sector")), *Sector.choices]
        self.fields["level"].choices = [("", _("Not stated")), *GovernmentLevel.choices]
        self.helper = _helper()


def _helper():
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        Fieldset(_("What it is called"), "name", "short_name", "aliases", css_class=PART),
        Fieldset(
            _("What it is"),
            Row(Column("kind"), Column("sector")),
            "is_state_owned",
            "mandate",
            css_class=PART,
        ),
        Fieldset(_("Level and place"), "level", "region", "parent", css_class=PART),
        Fieldset(
            _("How to reach it"),
            "address",
            Row(Column("phone"), Column("email")),
            "website",
            css_class=PART,
        ),
        "version",
    )
    return helper


class NewOrganizationForm(TwinsFormMixin, OrganizationForm):
    """The same for a new one: a name that exists elsewhere or nearly so is asked about first."""

    def alike(self, rows, name):
        return rows.resembling(name, self.cleaned_data.get("region"))


class OrganizationFilter(RegisterFilter):
    """What the list of organizations can be narrowed to."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        help_text=_("Name, abbreviation or region, such as “dinkes sulbar”."),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    sector = forms.ChoiceField(label=_("Sector"), required=False)
    level = forms.ChoiceField(label=_("Level"), required=False)
    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.none(), required=False, empty_label=_("All")
    )
    active = forms.ChoiceField(label=_("Show"), required=False, choices=IN_USE)
    parent = forms.ModelChoiceField(
        label=_("Part of"),
        queryset=Organization.objects.all(),
        required=False,
        widget=forms.HiddenInput,
    )
    view = forms.ChoiceField(
        required=False, choices=[("", ""), (TREE, "")], widget=forms.HiddenInput
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        everything = [("", _("All"))]
        self.fields["kind"].choices = everything + OrganizationKind.choices
        self.fields["sector"].choices = everything + Sector.choices
        self.fields["level"].choices = everything + GovernmentLevel.choices
        self.fields["region"].queryset = Region.objects.filter(
            Q(level=RegionLevel.PROVINCE) | only_pk(self.data.get("region", ""))
        )

    @property
    def in_force(self):
        return len(self.asked.keys() - {"q", "view"})

    @property
    def is_narrowed(self):
        return bool(self.asked.keys() - {"view"})

    @property
    def is_tree(self):
        return self.asked.get("view") == TREE

    def regions_within(self, rows):
        """The next smaller regions of the chosen one that hold any of these rows."""
        region = self.asked.get("region")
        return rows.regions_below(region)[:MOST_REGIONS] if region else ()

    def narrow(self, rows):
        """The rows that pass, the likeliest first when something is searched."""
        asked = {name: value for name, value in self.asked.items() if name != "view"}
        rows = in_use(rows, asked.pop("active", ""))
        if "region" in asked:
            rows = rows.in_region(asked.pop("region"))
        text = asked.pop("q", "")
        return rows.filter(**asked).search(text)
