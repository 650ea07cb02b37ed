"""Forms of who takes part: parties, who speaks for them, who coordinates."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from actors.people.choosing import PersonField
from actors.people.models import Person
from agreements.charter.kinds import Basis, Voice
from agreements.charter.models import Party
from agreements.charter.states import PartyState
from collabgov.kit.forms import DayField, PlacedErrorsMixin, VersionedFormMixin

ROLE_FIELDS = ("basis", "voice", "starts_on")


def plain_helper(*parts):
    helper = FormHelper()
    helper.form_tag = False
    helper.render_hidden_fields = True
    helper.layout = Layout(*parts)
    return helper


class RoleFields(forms.Form):
    """On what basis an organization takes part, with which voice, since when."""

    basis = forms.ChoiceField(
        label=_("Basis"),
        choices=Basis.choices,
        initial=Basis.VOLUNTARY,
        widget=forms.RadioSelect,
        help_text=_("Does it take part of its own will, or because a rule says so?"),
    )
    voice = forms.ChoiceField(
        label=_("Voice"),
        choices=Voice.choices,
        initial=Voice.DECIDES,
        widget=forms.RadioSelect,
        help_text=_("Does it decide with the others, or is it asked?"),
    )
    starts_on = DayField(label=_("Takes part since"), initial=timezone.localdate)


class PartyForm(ChoosingFormMixin, PlacedErrorsMixin, RoleFields):
    """A new party."""

    organization = OrganizationField(
        label=_("Organization"),
        queryset=Organization.objects.active(),
        help_text=_("Type a name or a short form."),
    )
    state = forms.ChoiceField(
        label=_("State"),
        choices=[
            (PartyState.ACTIVE.value, _("Active: takes part from that day on")),
            (PartyState.INVITED.value, _("Invited: the answer is still to come")),
            (PartyState.PROSPECT.value, _("Prospect: thought of, not yet asked")),
        ],
        initial=PartyState.ACTIVE,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(
            "organization", "state", Row(Column("basis"), Column("voice")), "starts_on"
        )


class PartyEditForm(VersionedFormMixin, forms.ModelForm):
    """The role of a party, put right."""

    basis, voice = RoleFields.base_fields["basis"], RoleFields.base_fields["voice"]
    starts_on = DayField(label=_("Takes part since"))

    class Meta:
        model = Party
        fields = ROLE_FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(Row(Column("basis"), Column("voice")), "starts_on")


class TermForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """A person who acts from one day to another."""

    person = PersonField(
        label=_("Person"),
        queryset=Person.objects.active(),
        help_text=_("Type a name. People are added in the register."),
    )
    starts_on = DayField(label=_("First day"), initial=timezone.localdate)
    ends_on = DayField(
        label=_("Last day"), required=False, help_text=_("Leave empty while it is open.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].widget.attrs["data-chips"] = "none"
        self.helper = plain_helper("person", Row(Column("starts_on"), Column("ends_on")))


class EndTermForm(PlacedErrorsMixin, forms.Form):
    """The last day on which a person acts."""

    ends_on = DayField(label=_("Last day"), initial=timezone.localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("ends_on")


class ConfirmForm(PlacedErrorsMixin, forms.Form):
    """Nothing to fill in: the button itself is the answer."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
