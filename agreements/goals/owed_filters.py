"""The filter of the list of values that are owed: what stands in the address, cleaned."""

from django import forms
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.charter.models import Party
from agreements.goals.models import ReportingDuty
from agreements.goals.owed import Standing
from collabgov.kit.forms import DayField

OPEN, DUE = "open", "due_now"
CHOICES = ((OPEN, _("Not reported yet")), (DUE, _("Due now")), *Standing.choices)
SELECT = {"class": "form-select"}


class OwedFilter(forms.Form):
    """Whatever it does not understand leaves no row for a party, and is left out otherwise."""

    organization = forms.ModelChoiceField(
        label=_("Organization"),
        required=False,
        queryset=Organization.objects.none(),
        empty_label=_("Every organization"),
        widget=forms.Select(attrs=SELECT),
    )
    standing = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("Every state")), *CHOICES],
        widget=forms.Select(attrs=SELECT),
    )
    since = DayField(label=_("Due from"), required=False)
    until = DayField(label=_("Due until"), required=False)

    def __init__(self, data, *, collaboration):
        super().__init__(data, auto_id="filter_%s")
        duties = ReportingDuty.objects.filter(indicator__goal__collaboration=collaboration)
        parties = Party.objects.filter(pk__in=duties.order_by().values("party")).order_by()
        owing = Organization.objects.filter(pk__in=parties.values("organization"))
        self.fields["organization"].queryset = owing.order_by("name", "pk")
        self.fields["organization"].label_from_instance = lambda one: one.label

    @property
    def chosen(self):
        """What was understood and narrows the list, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_nowhere(self):
        """Whether it asks for an organization that owes nothing here."""
        self.is_valid()
        return "organization" in self.errors

    @property
    def folded(self):
        return len(self.chosen)

    def narrow(self, owed):
        """The values that the filter leaves; `since` and `until` were looked at before."""
        if self.is_nowhere:
            return []
        chosen = self.chosen
        organization, standing = chosen.get("organization"), chosen.get("standing")
        return [
            one
            for one in owed
            if organization in (None, one.party.organization)
            and (standing is None or is_so(one, standing))
        ]


def is_so(one, standing):
    """Whether a value stands as the filter asks."""
    if standing == OPEN:
        return one.is_waiting
    if standing == DUE:
        return one.is_waiting and not one.is_late
    return one.standing == standing
