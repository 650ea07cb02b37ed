"""Forms of structures: what it is called, what it is part of, which decree set it up."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.capacity.models import Structure
from agreements.charter.forms.people import plain_helper
from agreements.instruments.models import Agreement
from collabgov.kit.forms import (
    LONGEST_REASON,
    NO_CHIPS,
    DayField,
    DayInput,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


def first_day(label):
    return DayField(label=label, initial=timezone.localdate, widget=DayInput(NO_CHIPS))


def last_day(**more):
    return DayField(
        label=_("Last day"),
        required=False,
        widget=DayInput(NO_CHIPS),
        help_text=_("Leave empty while it is open."),
        **more,
    )


class StructureField(forms.ModelChoiceField):
    """A structure of the collaboration that has not ended; one chosen before stays."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Structure.objects.none(), **kwargs)

    def offer(self, collaboration, *, chosen=None, without=None):
        here = Structure.objects.filter(collaboration=collaboration)
        offered = here.not_over() | here.filter(pk=chosen)
        self.queryset = offered.exclude(pk=without).for_tree()


class DecreeField(forms.ModelChoiceField):
    """A decree or agreement of the collaboration."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Agreement.objects.none(), **kwargs)

    def offer(self, collaboration):
        rows = Agreement.objects.filter(collaboration=collaboration)
        self.queryset = rows.order_by("title", "pk")


class StructureForm(VersionedFormMixin, forms.ModelForm):
    parent = StructureField(label=_("Part of"), required=False, empty_label=_("None"))
    decree = DecreeField(
        label=_("Set up by"),
        required=False,
        empty_label=_("None on record"),
        help_text=_("The decree or agreement that set it up."),
    )
    starts_on = first_day(_("Works since"))
    ends_on = last_day()

    class Meta:
        model = Structure
        fields = ["kind", "name", "purpose", "parent", "decree", "starts_on", "ends_on"]
        widgets = {"purpose": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, purpose=LONGEST_REASON)
        own, above = self.instance.pk, self.instance.parent_id
        self.fields["parent"].offer(collaboration, chosen=above, without=own)
        self.fields["decree"].offer(collaboration)
        self.helper = plain_helper(
            "kind", "name", "purpose", "parent", "decree", Row(Column("starts_on"), "ends_on")
        )


class LastDayForm(PlacedErrorsMixin, forms.Form):
    """The last day of a structure, a role or a responsibility, and if you like why."""

    ends_on = DayField(label=_("Last day"), initial=timezone.localdate)
    note = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody in the collaboration can read it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("ends_on", "note")
