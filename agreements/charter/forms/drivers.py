"""Forms of drivers and cycles."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import plain_helper
from agreements.charter.guidance import DRIVER_NOTES
from agreements.charter.kinds import DriverKind, DriverOrigin
from agreements.charter.models import Cycle, Driver, Party
from collabgov.kit.forms import LONGEST_TEXT, DayField, VersionedFormMixin, limit_length


class DriverForm(VersionedFormMixin, forms.ModelForm):
    """A reason to work together, whose it is and where it can be read."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(kind.value, kind.label) for kind in DriverKind],
        widget=forms.RadioSelect,
    )
    origin = forms.ChoiceField(
        label=_("Comes from"),
        required=False,
        choices=[("", _("Not said")), *DriverOrigin.choices],
    )
    declared_by = forms.ModelChoiceField(
        label=_("Declared by"), queryset=Party.objects.none(), required=False
    )
    noted_on = DayField(label=_("Noted on"), initial=timezone.localdate)

    class Meta:
        model = Driver
        fields = ["kind", "description", "origin", "declared_by", "noted_on", "source_note"]
        labels = {"description": _("Description"), "source_note": _("Source")}
        help_texts = {
            "description": _("In the words of the parties, with figures where there are any."),
            "source_note": _("Where this can be looked up, such as a decree or a report."),
        }
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, description=LONGEST_TEXT)
        self.fields["kind"].choices = [
            (kind.value, f"{kind.label}: {DRIVER_NOTES[kind]}") for kind in DriverKind
        ]
        self.fields["declared_by"].queryset = Party.objects.filter(
            collaboration=collaboration
        ).for_list()
        self.fields["declared_by"].empty_label = _("Nobody in particular")
        self.helper = plain_helper(
            "kind",
            "description",
            Row(Column("declared_by"), Column("origin")),
            Row(Column("noted_on"), Column("source_note")),
        )


class CycleForm(VersionedFormMixin, forms.ModelForm):
    """A round of the collaboration."""

    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))

    class Meta:
        model = Cycle
        fields = ["label", "starts_on", "ends_on"]
        labels = {"label": _("Name")}
        help_texts = {"label": _("Usually the fiscal year, such as 2026.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("starts_on", "ends_on"):
            self.fields[name].widget.attrs["data-chips"] = "none"
        self.helper = plain_helper("label", Row(Column("starts_on"), Column("ends_on")))
