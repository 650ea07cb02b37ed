"""Who was there, asked when a planned meeting is marked as held."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.charter.forms.people import plain_helper
from agreements.engagement.kinds import Answer
from agreements.engagement.models import Attendance, Meeting
from collabgov.kit.forms import VersionedFormMixin


class InvitedField(forms.ModelMultipleChoiceField):
    """The list of a meeting; each line says what was answered to the invitation."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, row):
        who = f"{row.person}, {row.organization.label}" if row.person_id else row.organization.name
        answer = row.get_answer_display() if row.answer else _("did not answer")
        return f"{who} ({answer})"


def _is_ticked(row, tick):
    return tick == "all" or (not tick and row.answer == Answer.YES)


class HoldForm(VersionedFormMixin, forms.ModelForm):
    """Who said that they come is ticked; silence is not attendance, so nobody else is.

    With `tick`, all are or nobody is.
    """

    TICKS = ("all", "none")

    present = InvitedField(
        label=gettext_lazy("Who was there"), queryset=Attendance.objects.none(), required=False
    )

    class Meta:
        model = Meeting
        fields = []

    def __init__(self, *args, tick="", **kwargs):
        super().__init__(*args, **kwargs)
        rows = self.instance.attendances.for_list()
        self.fields["present"].queryset = rows
        self.initial["present"] = [row.pk for row in rows if _is_ticked(row, tick)]
        self.helper = plain_helper("present")

    def clean_present(self):
        there = self.cleaned_data["present"]
        if not there and self.fields["present"].queryset.exists():
            raise forms.ValidationError(
                _("Tick who was there. A meeting to which nobody came is cancelled instead.")
            )
        return there
