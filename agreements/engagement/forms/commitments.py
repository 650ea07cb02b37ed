"""Card 4: who promised what, by when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.action.responsible import belongs, stranger
from agreements.engagement.forms.rows import RowForm
from agreements.engagement.forms.typed import COMMITMENT
from agreements.engagement.lines import CommitmentLine
from collabgov.kit.forms import DUE_CHIPS, DayField, DayInput
from collabgov.kit.ids import as_id


class CommitmentRow(RowForm):
    """A promise of an organization on the list or of another party, with its due date."""

    row_prefix = COMMITMENT
    row_name = _("Commitment %d")
    begins_with = ("promise", "organization", "person", "due_on")

    promise = forms.CharField(label=_("what is promised"), required=False, max_length=500)
    organization = forms.CharField(label=_("organization"), required=False)
    person = forms.CharField(label=_("responsible person"), required=False)
    topic = forms.CharField(label=_("from the decision on"), required=False)
    due_on = DayField(label=_("due"), required=False, widget=DayInput(DUE_CHIPS))

    @property
    def organization_id(self):
        return as_id(self["organization"].value())

    @property
    def topic_number(self):
        return as_id(self["topic"].value())

    @property
    def due_box(self):
        """The date box with its quick days, marked when the date is wrong."""
        field = self["due_on"]
        invalid = " is-invalid" if field.errors else ""
        return field.as_widget(attrs={"class": f"form-control day-input{invalid}"})

    def clean(self):
        if not self.is_begun:
            return self.cleaned_data
        self.require("promise", _("Write what is promised, or empty the row."))
        if not self.cleaned_data.get("organization"):
            self.add_error("organization", _("Choose the organization that promises this."))
        elif self._organization() is None:
            self.add_error("organization", _("Choose an organization of the list."))
        if self.cleaned_data.get("person") and self._person() is None:
            self.add_error("person", _("Choose a person of the list."))
        self.require("due_on", _("Say by when."))
        return self.cleaned_data

    def _organization(self):
        return self.roster.organizations.get(as_id(self.cleaned_data["organization"]))

    def _person(self):
        return self.roster.people.get(as_id(self.cleaned_data["person"]))

    def refuse_before(self, day):
        """A promise cannot fall due before the meeting in which it was made."""
        due_on = self.cleaned_data.get("due_on")
        if due_on and due_on < day:
            self.add_error("due_on", _("This is before the meeting. Choose a later day."))

    def refuse_stranger(self, came, *, collaboration, made_on):
        """Who answers for a promise is of its organization, or came to this meeting for it."""
        if not self.is_begun or self.errors or not (person := self._person()):
            return
        home, facts = self._organization(), {"collaboration": collaboration, "made_on": made_on}
        if (person.pk, home.pk) not in came and not belongs(person, home, **facts):
            self.add_error("person", stranger(person, home))

    def refuse_undecided(self, agenda):
        """A promise can come from a topic of this form on which something was decided."""
        chosen = self.cleaned_data.get("topic")
        if not chosen or not self.is_begun:
            return
        row = agenda.get(as_id(chosen))
        if row is None:
            self.add_error("topic", _("Choose a topic of the list."))
        elif not row.cleaned_data.get("decision"):
            self.add_error(
                "topic", _("No decision is written on this topic. Write it, or choose none.")
            )

    def line(self):
        if not self.is_begun:
            return None
        return CommitmentLine(
            promise=self.cleaned_data["promise"],
            organization=self._organization(),
            due_on=self.cleaned_data["due_on"],
            person=self._person(),
            topic=as_id(self.cleaned_data["topic"]),
        )
