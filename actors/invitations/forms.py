"""Whom to invite as what; and the password of whoever accepts."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actors.accounts.addresses import plain_address
from actors.accounts.forms import NewPasswordMixin, bare_helper
from actors.accounts.models import Language, SiteRole
from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from actors.people.choosing import PersonField
from actors.people.models import Person
from actors.search.filters import RegisterFilter
from actors.search.twins import TwinsFormMixin
from collabgov.kit.forms import PlacedErrorsMixin
from collabgov.kit.names import NameField

PART = "form-part"
STATES = [
    ("", _("Waiting for an answer")),
    ("accepted", _("Accepted")),
    ("revoked", _("Revoked")),
    ("all", _("All")),
]


class PlainAddressField(forms.EmailField):
    """An address in one spelling, so that nobody is invited twice or as somebody else."""

    def clean(self, value):
        value = super().clean(value)
        return plain_address(value) if value else value


class InviteForm(TwinsFormMixin, ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """An account for somebody of the register, or for somebody new by name."""

    twin_name, twin_model = "full_name", Person

    email = PlainAddressField(
        label=_("Email"),
        max_length=254,
        help_text=_("The invitation goes there, and it becomes the name for signing in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    person = PersonField(
        label=_("Person on the register"), queryset=Person.objects.none(), required=False
    )
    full_name = NameField(
        label=_("Or the name of somebody new"),
        max_length=150,
        required=False,
        help_text=_("Without titles. The person is added to the register."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    organization = OrganizationField(
        label=_("Organization"),
        queryset=Organization.objects.active(),
        help_text=_("What the account stands for: it sees what this organization takes part in."),
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=SiteRole.choices,
        initial=SiteRole.STAFF,
        help_text=_(
            "Staff is right for nearly everybody, coordinators and leaders too. Admins keep "
            "organizations, people and accounts; auditors read everything and change nothing."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language of the invitation"),
        choices=Language.choices,
        initial=Language.INDONESIAN,
    )

    def __init__(self, *args, **kwargs):
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Fieldset(_("Who"), "email", "person", "full_name", css_class=PART),
            Fieldset(
                _("As what"),
                "organization",
                Row(Column("role"), Column("language")),
                css_class=PART,
            ),
        )
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.active().filter(user=None)

    def clean(self):
        cleaned = super().clean()
        if self.is_searching or "person" in self.errors:
            return cleaned
        person, name = cleaned.get("person"), cleaned.get("full_name")
        if person and name:
            both = _("Choose somebody of the register or type a name, not both.")
            self.add_error("full_name", ValidationError(both, code="both"))
        elif not person and not name and "full_name" not in self.errors:
            self.add_error("person", _("Choose a person, or type the name of somebody new below."))
        return cleaned

    @property
    def fields_of_invitation(self):
        return {name: self.cleaned_data[name] for name in FIELDS}


FIELDS = ("email", "person", "full_name", "organization", "role", "language")


class AcceptForm(NewPasswordMixin, SetPasswordForm):
    """The password of a new account, twice."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Password")
        self.fields["new_password2"].label = _("Password again")
        self.helper = bare_helper("new_password1", "new_password2")


class InvitationFilter(RegisterFilter):
    """What the list of invitations can be narrowed to."""

    q = forms.CharField(
        label=_("Search"), required=False, help_text=_("Email, name or organization.")
    )
    state = forms.ChoiceField(label=_("Show"), required=False, choices=STATES)

    def narrow(self, rows):
        asked = self.asked
        return rows.in_state(asked.get("state", "")).search(asked.get("q", ""))
