"""Forms of an organization's assessment of its own culture."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.motivation.forms.waves import WaveForm
from agreements.motivation.kinds import MOST_UNNAMED
from collabgov.kit.forms import PlacedErrorsMixin


class CultureForm(WaveForm):
    """When it can be answered; which year it belongs to, its first day says."""

    class Meta(WaveForm.Meta):
        fields = ["title", "opens_on", "closes_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("title", self.days())


class StaffForm(PlacedErrorsMixin, forms.Form):
    """Which people of the organization are asked, and how many more get a link on paper."""

    def __init__(self, *args, people, standing, **kwargs):
        super().__init__(*args, **kwargs)
        if people:
            self.fields["people"] = forms.TypedMultipleChoiceField(
                label=_("Who is asked"),
                choices=[(person.pk, str(person)) for person in people],
                coerce={str(person.pk): person for person in people}.get,
                initial=[row.person_id for row in standing if row.person_id],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.fields["unnamed"] = forms.IntegerField(
            label=_("More people of this organization, by a link on paper"),
            min_value=0,
            max_value=MOST_UNNAMED,
            required=False,
            initial=sum(row.person_id is None for row in standing),
        )
        self.helper = plain_helper(*self.fields)

    @property
    def chosen(self):
        """What the verb takes."""
        people = list(self.cleaned_data.get("people") or [])
        return {"people": people, "unnamed": self.cleaned_data.get("unnamed") or 0}
