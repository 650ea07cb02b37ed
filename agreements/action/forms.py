"""What people fill in about commitments: a promise, a reason, a date, a word on progress."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.models import Appointment, Organization, Person
from agreements.action.kinds import Progress
from agreements.action.responsible import stranger
from agreements.action.states import CORRECTIONS, CommitmentState
from agreements.charter.models import Party, Representative
from collabgov.kit.forms import DUE_CHIPS, DayField, DayInput, new_submission_id

LONGEST_NOTE = 2000


class CommitmentForm(forms.Form):
    """A new promise of a party, made outside a meeting."""

    organization = forms.ModelChoiceField(
        label=_("Organization that promises"),
        queryset=Organization.objects.none(),
        empty_label=_("Choose an organization"),
        help_text=_("The parties of this collaboration. It is asked to accept."),
    )
    promise = forms.CharField(
        label=_("What it will do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence that another party can check: sends the data, signs the decree."),
    )
    due_on = DayField(label=_("Due date"), widget=DayInput(DUE_CHIPS))
    person = forms.ModelChoiceField(
        label=_("Person responsible"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody named yet"),
        help_text=_("Optional: somebody of the organization that promises."),
    )
    submission_id = forms.UUIDField(widget=forms.HiddenInput, initial=new_submission_id)

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        parties = Party.objects.current().filter(collaboration=collaboration)
        organizations = parties.order_by().values("organization")
        self.fields["organization"].queryset = Organization.objects.filter(pk__in=organizations)
        self._offer_people(_people_of(parties, organizations))
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout("organization", "promise", "due_on", "person", "submission_id")

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on < timezone.localdate():
            raise forms.ValidationError(_("This day is past: choose today or later."))
        return due_on

    def clean(self):
        given = super().clean()
        organization, person = given.get("organization"), given.get("person")
        if organization and person and person.pk not in self.people.get(organization, ()):
            self.add_error("person", stranger(person, organization))
        return given

    def _offer_people(self, people):
        """By organization, the one that is chosen first."""
        self.people = people
        field, chosen = self.fields["person"], str(self["organization"].value() or "")
        everybody = {pk for group in people.values() for pk in group}
        field.queryset = Person.objects.filter(pk__in=everybody)
        groups = sorted(people, key=lambda one: (str(one.pk) != chosen, one.label.casefold()))
        field.choices = [
            ("", field.empty_label),
            *((one.label, [(pk, str(who)) for pk, who in people[one].items()]) for one in groups),
        ]


def _people_of(parties, organizations):
    """Organization → {id: person}: who holds a post there today, or speaks for it here."""
    posts = Appointment.objects.current().filter(organization__in=organizations)
    voices = Representative.objects.current().filter(party__in=parties)
    active = {"person__in": Person.objects.active().order_by()}
    found = [
        *((row.organization, row.person) for row in _with(posts, "organization").filter(**active)),
        *(
            (row.party.organization, row.person)
            for row in _with(voices, "party__organization").filter(**active)
        ),
    ]
    people = {}
    for organization, person in sorted(found, key=lambda pair: str(pair[1]).casefold()):
        people.setdefault(organization, {})[person.pk] = person
    return people


def _with(rows, *paths):
    return rows.select_related("person", *paths)


class StepForm(forms.Form):
    """A form of one of the next steps; several may stand on one page, so ids carry its name."""

    name = ""

    def __init__(self, *args, commitment, **kwargs):
        super().__init__(*args, auto_id=f"{self.name}_%s", **kwargs)
        self.commitment = commitment
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


class ReasonForm(StepForm):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Everybody in the collaboration can read it."),
    )


class DeclineForm(ReasonForm):
    name = "decline"


class SendBackForm(ReasonForm):
    name = "send-back"


class NotKeptForm(ReasonForm):
    name = "not-kept"


class CancelForm(ReasonForm):
    name = "cancel"


class CorrectForm(ReasonForm):
    name = "correct-answer"
    to = forms.ChoiceField(label=_("Your answer"), widget=forms.RadioSelect)
    field_order = ["to", "reason"]
    LABELS = {
        CommitmentState.ACCEPTED: _("We accept it"),
        CommitmentState.DECLINED: _("We decline it"),
        CommitmentState.PROPOSED: _("We have not decided yet"),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        possible = CORRECTIONS.get(self.commitment.state, ())
        self.fields["to"].choices = [
            (state.value, label) for state, label in self.LABELS.items() if state in possible
        ]


class DueDateForm(ReasonForm):
    name = "due-date"
    new_due_on = DayField(label=_("New due date"), widget=DayInput(DUE_CHIPS))
    field_order = ["new_due_on", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field, due_on = self.fields["new_due_on"], self.commitment.due_on
        is_past = due_on < timezone.localdate()
        field.widget.counts_from = timezone.localdate() if is_past else due_on
        words = (
            _("Due until now: %s, which has passed. The buttons count from today.")
            if is_past
            else _("Due until now: %s. The buttons count from that day.")
        )
        field.help_text = words % date_format(due_on, "SHORT_DATE_FORMAT")


class ProgressForm(StepForm):
    """How is it going? One choice, one line."""

    name = "progress"
    progress = forms.ChoiceField(
        label=_("How it is going"), choices=Progress, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("In one line"),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed when you ask for help: which help, from whom?"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(Field("progress", wrapper_class="choices-inline"), "note")

    def clean(self):
        given = super().clean()
        if given.get("progress") == Progress.HELP and not given.get("note"):
            self.add_error("note", _("Say what help is needed."))
        return given


class QuickForm(ProgressForm):
    """The same on the page of many: no choice leaves the promise as it is."""

    def __init__(self, *args, commitment, **kwargs):
        super().__init__(*args, commitment=commitment, prefix=f"c{commitment.pk}", **kwargs)
        self.auto_id = "%s"
        self.fields["progress"].required = False
        self.fields["note"].widget = forms.TextInput()

    def clean(self):
        given = super().clean()
        if given.get("note") and not given.get("progress") and not self.errors:
            self.add_error("progress", _("Choose how it is going."))
        return given


STEP_FORMS = {
    form.name: form
    for form in (
        CorrectForm,
        DeclineForm,
        ProgressForm,
        SendBackForm,
        DueDateForm,
        NotKeptForm,
        CancelForm,
    )
}
