"""Forms of the collaboration itself: search, found, edit, rest, close."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from actors.people.choosing import PersonField
from actors.people.models import Person
from agreements.charter.kinds import CollaborationFocus
from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from collabgov.kit.forms import (
    LONGEST_TEXT,
    DayField,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


class CollaborationFilter(forms.Form):
    """The filter of the list; what makes no sense filters nothing."""

    q = forms.CharField(label=_("Search"), max_length=200, required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("All states")), *CollaborationState.choices],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["q"].widget = forms.TextInput(
            attrs={"type": "search", "class": "form-control", "autocomplete": "off"}
        )
        self.fields["state"].widget.attrs["class"] = "form-select"

    @classmethod
    def read(cls, query):
        """The filter of an address, without the parts that make no sense."""
        given = cls(query)
        given.is_valid()
        kept = cls(given.cleaned_data)
        kept.is_valid()
        return kept

    def chosen(self):
        """Return (text, state), each empty when it filters nothing."""
        return self.cleaned_data.get("q", ""), self.cleaned_data.get("state", "")


class CollaborationForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """What the charter says."""

    starts_on = DayField(label=_("Started on"))
    initiator = OrganizationField(
        label=_("Initiator"),
        queryset=Organization.objects.active(),
        help_text=_("The organization that took the first step. Type a name or a short form."),
    )

    class Meta:
        model = Collaboration
        fields = [
            "title",
            "purpose",
            "initiator",
            "focus",
            "formality",
            "starts_on",
            "time_zone",
            "source_note",
        ]
        labels = {
            "title": pgettext_lazy("collaboration", "Title"),
            "purpose": _("Purpose"),
            "focus": _("Focus"),
            "formality": _("Formality"),
            "time_zone": _("Time zone"),
            "source_note": _("Source"),
        }
        help_texts = {
            "source_note": _("Where this can be looked up, such as a decree or a report."),
        }
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "formality": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, purpose=LONGEST_TEXT)
        choose = ("", _("Choose one"))
        self.fields["focus"].choices = [choose, *CollaborationFocus.choices]
        if self.instance.pk:
            # Whoever started it stays choosable, active or not.
            started = Organization.objects.filter(pk=self.instance.initiator_id)
            self.fields["initiator"].queryset = Organization.objects.active() | started
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.render_hidden_fields = True
        self.helper.layout = Layout(*self.parts())

    def parts(self):
        return [
            Fieldset(_("What is it about?"), "title", "purpose", "focus", css_class="card-part"),
            Fieldset(
                _("How did it begin?"),
                "initiator",
                Row(Column("starts_on"), Column("formality")),
                "time_zone",
                "source_note",
                css_class="card-part",
            ),
        ]


class FoundForm(CollaborationForm):
    """The same for a new one; an admin also says who coordinates."""

    submission_id = forms.UUIDField(widget=forms.HiddenInput)
    coordinator = PersonField(
        label=_("Coordinator"),
        queryset=Person.objects.active(),
        help_text=_("Runs the collaboration and edits its charter from the first day on."),
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)
        if not self.asks_for_coordinator:
            del self.fields["coordinator"]

    @property
    def asks_for_coordinator(self):
        return self.user.is_admin or self.user.person_id is None

    def parts(self):
        who = Fieldset(_("Who coordinates?"), "coordinator", css_class="card-part")
        return [*super().parts(), who] if self.asks_for_coordinator else super().parts()


class ReasonForm(PlacedErrorsMixin, forms.Form):
    """Why something pauses or rests."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few words; it stays in the history."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False


class EndForm(ReasonForm):
    """Why, and on which day, something ends."""

    ends_on = DayField(
        label=_("Last day"), initial=timezone.localdate, help_text=_("Today or earlier.")
    )
