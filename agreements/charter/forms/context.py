"""The form of one context factor."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.context import ContextFactor
from agreements.charter.forms.people import plain_helper
from agreements.charter.guidance import CONTEXT_NOTES
from agreements.charter.kinds import ContextKind
from agreements.charter.models import Party
from collabgov.kit.forms import LONGEST_TEXT, DayField, VersionedFormMixin, limit_length


class ContextForm(VersionedFormMixin, forms.ModelForm):
    """What surrounds the collaboration, who says so and where it can be read."""

    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=lambda: [
            (kind.value, f"{kind.label}: {CONTEXT_NOTES[kind]}") for kind in ContextKind
        ],
        widget=forms.RadioSelect,
    )
    declared_by = forms.ModelChoiceField(
        label=_("Declared by"), queryset=Party.objects.none(), required=False
    )
    noted_on = DayField(label=_("Noted on"), initial=timezone.localdate)

    class Meta:
        model = ContextFactor
        fields = ["kind", "description", "declared_by", "noted_on", "source_note"]
        labels = {"description": _("Description"), "source_note": _("Source")}
        help_texts = {
            "description": _("How it is today, with figures where there are any."),
            "source_note": _("Where this can be looked up, such as a decree or a report."),
        }
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, description=LONGEST_TEXT)
        declared_by = self.fields["declared_by"]
        declared_by.queryset = Party.objects.filter(collaboration=collaboration).for_list()
        declared_by.empty_label = _("Nobody in particular")
        self.helper = plain_helper(
            "kind",
            "description",
            Row(Column("declared_by"), Column("noted_on")),
            "source_note",
        )
