"""Forms of those who run a pulse."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.forms.people import plain_helper
from agreements.engagement.models import Meeting
from agreements.motivation.kinds import MOST_OF_A_PARTY
from agreements.motivation.models import PulseWave
from collabgov.kit.forms import NO_CHIPS, DayField, DayInput, PlacedErrorsMixin, VersionedFormMixin


class WaveForm(VersionedFormMixin, forms.ModelForm):
    """When it can be answered, and whether two more statements are asked."""

    opens_on = DayField(label=_("First day"), widget=DayInput(NO_CHIPS))
    closes_on = DayField(
        label=_("Last day"),
        widget=DayInput(NO_CHIPS),
        help_text=_("Two weeks are usual. It closes by itself after this day."),
    )

    class Meta:
        model = PulseWave
        fields = ["title", "opens_on", "closes_on", "with_extra"]
        labels = {
            "title": _("Title"),
            "with_extra": _("Ask about workload and support, too (two more statements)"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("title", self.days(), "with_extra")

    def days(self):
        return Row(Column("opens_on"), Column("closes_on"))


class InvitedForm(PlacedErrorsMixin, forms.Form):
    """Of each party: which of its people are asked, and how many more get a link on paper."""

    def __init__(self, *args, parties, candidates, standing, **kwargs):
        super().__init__(*args, **kwargs)
        self.parties = parties
        self.helper = plain_helper(
            *(self._of(party, candidates.get(party.pk, []), standing) for party in parties)
        )

    def _of(self, party, people, standing):
        mine = [row for row in standing if row.party_id == party.pk]
        names = []
        if people:
            name = f"people_{party.pk}"
            self.fields[name] = forms.TypedMultipleChoiceField(
                label=_("Who is asked"),
                choices=[(person.pk, str(person)) for person in people],
                coerce={str(person.pk): person for person in people}.get,
                initial=[row.person_id for row in mine if row.person_id],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
            names.append(name)
        name = f"unnamed_{party.pk}"
        self.fields[name] = forms.IntegerField(
            label=_("More people of this party, by a link on paper"),
            min_value=0,
            max_value=MOST_OF_A_PARTY,
            required=False,
            initial=sum(row.person_id is None for row in mine),
        )
        return Fieldset(party.organization.name, *names, name, css_class="form-part")

    @property
    def chosen(self):
        """What the verb takes: of each party its people, and how many more."""
        data = self.cleaned_data
        chosen = {
            party: (
                list(data.get(f"people_{party.pk}") or []),
                data.get(f"unnamed_{party.pk}") or 0,
            )
            for party in self.parties
        }
        return {"chosen": chosen}


class CloseForm(ReasonForm):
    """Why it closes before its last day; the verb asks for it where that has not passed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False
        self.fields["reason"].help_text = _(
            "In a few words, without names; everybody who sees this reads it."
        )


class MeetingField(forms.ModelChoiceField):
    def label_from_instance(self, meeting):
        return f"{date_format(meeting.held_on, 'SHORT_DATE_FORMAT')} · {meeting.title}"


class DiscussForm(PlacedErrorsMixin, forms.Form):
    """At which planned meeting the results are talked about."""

    meeting = MeetingField(label=_("Meeting"), queryset=Meeting.objects.none())

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings
        self.fields["meeting"].empty_label = _("Choose one")
        self.helper = plain_helper("meeting")
