"""Describing a person and the posts they hold, and narrowing the list of people."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from actors.people.held import HeldPostFormMixin
from actors.people.models import Appointment, Person
from actors.search.filters import ACTIVE, RegisterFilter, in_use
from actors.search.twins import TwinsFormMixin
from collabgov.kit.forms import DayField, PlacedErrorsMixin, VersionedFormMixin, VersionField
from collabgov.kit.names import NameField

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ().-]{5,18}$", _("Write a phone number, such as 0812-3456-7890.")
)


def helper_of(*layout):
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*layout)
    return helper


class PersonForm(VersionedFormMixin, forms.ModelForm):
    """What the register says about a person."""

    phone = forms.CharField(
        label=_("Phone"),
        required=False,
        max_length=20,
        validators=[PHONE],
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel", "autocomplete": "off"}),
    )

    class Meta:
        model = Person
        field_classes = {"full_name": NameField}
        fields = ["title_before", "full_name", "title_after", "email", "phone", "consent_note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title_before"].help_text = _("Such as dr. or Ir.")
        self.fields["title_after"].help_text = _("Such as S.Sos., M.Si.")
        self.helper = helper_of(
            Fieldset(
                _("Name"),
                "full_name",
                Row(Column("title_before"), Column("title_after")),
                css_class="form-part",
            ),
            Fieldset(
                _("How to reach them"),
                Row(Column("email"), Column("phone")),
                "consent_note",
                css_class="form-part",
            ),
            "version",
        )


class NewPersonForm(TwinsFormMixin, PersonForm):
    """The same for a new one: a full name that exists or nearly so is asked about first."""

    twin_name = "full_name"


class PostForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """What is known about a post of one person."""

    organization = OrganizationField(
        label=_("Organization"), queryset=Organization.objects.active()
    )
    starts_on = DayField(label=_("From"))
    ends_on = DayField(
        label=_("Until"), required=False, help_text=_("Leave it empty while the post is held.")
    )

    class Meta:
        model = Appointment
        fields = ["organization", "post", "starts_on", "ends_on", "is_acting"]

    def __init__(self, *args, person=None, **kwargs):
        super().__init__(*args, **kwargs)
        if person is not None:
            self.instance.person = person
        self.own_post = self.instance
        if self.instance.pk:
            own = Organization.objects.filter(pk=self.instance.organization_id)
            self.fields["organization"].queryset = Organization.objects.active() | own
        self.fields["post"].help_text = _("Such as Kepala Bidang Kesehatan Masyarakat.")
        self.helper = helper_of(
            "organization",
            "post",
            Row(Column("starts_on"), Column("ends_on")),
            "is_acting",
            "version",
        )


class AppointmentForm(HeldPostFormMixin, PostForm):
    """A post of one person; asks when it is somebody else's already."""


class EndAppointmentForm(VersionedFormMixin, forms.ModelForm):
    """The last day in a post."""

    ends_on = DayField(label=_("Last day in the post"))

    class Meta:
        model = Appointment
        fields = ["ends_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper_of("ends_on", "version")


class NextPostForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """Where somebody goes from a post, and since when."""

    organization = OrganizationField(
        label=_("New organization"), queryset=Organization.objects.active()
    )
    post = forms.CharField(label=_("New post"), max_length=150)
    starts_on = DayField(
        label=_("First day in the new post"),
        help_text=_("The post they leave ends on the day before."),
    )
    is_acting = forms.BooleanField(
        label=_("Acting"),
        required=False,
        help_text=_("Holds the post for the time being (Pj., Plt., Plh.)."),
    )
    version = VersionField(required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = helper_of("organization", "post", "starts_on", "is_acting", "version")


class MoveForm(HeldPostFormMixin, NextPostForm):
    """The same; asks when the new post is somebody else's already."""

    def __init__(self, *args, leaving, **kwargs):
        self.own_post = leaving
        super().__init__(*args, **kwargs)


class PersonFilter(RegisterFilter):
    """What the list of people can be narrowed to."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        help_text=_("Name or organization, such as “rina dinkes”."),
    )
    active = forms.ChoiceField(label=_("Show"), required=False, choices=ACTIVE)
    organization = forms.ModelChoiceField(
        label=_("Organization"),
        queryset=Organization.objects.all(),
        required=False,
        widget=forms.HiddenInput,
    )

    def narrow(self, rows):
        """The rows that pass, the likeliest first when something is searched."""
        rows = in_use(rows, self.asked.get("active", ""))
        if "organization" in self.asked:
            rows = rows.serving(self.asked["organization"])
        return rows.search(self.asked.get("q", ""))
