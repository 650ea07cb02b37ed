"""Forms of duties to report: which party owes an indicator's values, from when to when."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.regions.choosing import ChoosingFormMixin
from agreements.charter.forms.people import plain_helper
from agreements.goals.forms.choosing import PartyField, where_field
from agreements.goals.kinds import Frequency
from agreements.goals.models import ReportingDuty
from collabgov.kit.forms import DayField, VersionedFormMixin


class DutyForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """Which party reports the values, of which region, in which time."""

    party = PartyField(label=_("Party"), empty_label=_("Choose one"))
    region = where_field()
    starts_on = DayField(label=_("From"), initial=timezone.localdate)
    ends_on = DayField(
        label=_("Until"), required=False, help_text=_("Leave it empty while it goes on.")
    )
    days_after = forms.IntegerField(
        label=_("Days after the period"),
        initial=10,
        min_value=0,
        max_value=366,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=_("So long may reporting take."),
    )

    class Meta:
        model = ReportingDuty
        fields = ["party", "region", "starts_on", "ends_on", "days_after"]

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        collaboration = indicator.goal.collaboration_id
        self.fields["party"].offer(collaboration, chosen=self.instance.party_id)
        if indicator.frequency == Frequency.ONCE:
            words = _("Measured once: due after this day; without it, after the first day.")
            self.fields["ends_on"].help_text = words
        for name in ("starts_on", "ends_on"):
            self.fields[name].widget.attrs["data-chips"] = "none"
        self.helper = plain_helper(
            "party", "region", Row(Column("starts_on"), Column("ends_on")), "days_after"
        )


class DutyEndForm(VersionedFormMixin, forms.ModelForm):
    """The last day of a duty to report."""

    ends_on = DayField(label=_("Last day"), initial=timezone.localdate)

    class Meta:
        model = ReportingDuty
        fields = ["ends_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.ends_on is None:
            self.initial["ends_on"] = timezone.localdate()
        self.helper = plain_helper("ends_on")
