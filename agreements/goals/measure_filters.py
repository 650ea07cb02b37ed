"""The filter of the register of values: what stands in the address, cleaned."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.models import Organization, Region
from agreements.charter.models import Collaboration, Party
from agreements.goals.models import Indicator, Measurement
from agreements.goals.states import MeasurementState
from collabgov.kit.forms import DayField
from collabgov.kit.ids import as_id

MOST_CHOICES = 300
STATES = (
    ("counted", _("Counts")),
    ("beside", _("Counted beside")),
    ("differing", _("The parties differ")),
    ("replaced", _("Replaced by a newer value")),
)


class MeasurementFilter(forms.Form):
    """Whatever it does not understand leaves no row for a place, and is left out otherwise."""

    in_sight = frozenset({"q"})
    stands_outside = True  # of the list that htmx asks for
    WHERE = frozenset({"collaboration", "indicator", "organization", "region"})

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "class": "form-control"}),
    )
    collaboration = forms.ModelChoiceField(
        label=_("Collaboration"),
        required=False,
        queryset=None,
        empty_label=_("Every collaboration"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    indicator = forms.ModelChoiceField(
        label=_("Indicator"),
        required=False,
        queryset=None,
        empty_label=_("Every indicator"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    organization = forms.ModelChoiceField(
        label=_("Reported by"),
        required=False,
        queryset=None,
        empty_label=_("Every organization"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    region = forms.ModelChoiceField(
        label=_("Region"),
        required=False,
        queryset=None,
        empty_label=_("Every region"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("Every state")), *MeasurementState.choices, *STATES],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    since = DayField(label=_("Period ends from"), required=False)
    until = DayField(label=_("Period ends until"), required=False)

    def __init__(self, data, *, user):
        super().__init__(data, auto_id="filter_%s")
        seen = Collaboration.objects.visible_to(user)
        parties = Party.objects.filter(collaboration__in=seen).order_by()
        organizations = Organization.objects.filter(pk__in=parties.values("organization"))
        self._offer("collaboration", seen.order_by("title", "pk"))
        self._offer("indicator", Indicator.objects.visible_to(user).order_by("name", "pk"))
        self._offer("organization", organizations.order_by("name", "pk"))
        measured = Measurement.objects.visible_to(user).order_by().values("region")
        self._offer("region", Region.objects.filter(pk__in=measured).order_by("name", "pk"))

    def _offer(self, name, records):
        """Fill a select; one that came with a link is offered too, however long the list."""
        field = self.fields[name]
        field.queryset = records
        choices = [(record.pk, str(record)) for record in records[:MOST_CHOICES]]
        wanted = self.data.get(name, "")
        if len(choices) == MOST_CHOICES and wanted not in {str(pk) for pk, _label in choices}:
            choices += [(row.pk, str(row)) for row in records.filter(pk=as_id(wanted))]
        field.choices = [("", field.empty_label), *choices]

    @property
    def chosen(self):
        """What was understood and narrows the list, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_nowhere(self):
        """Whether it asks for a place that the reader does not see."""
        self.is_valid()
        return not self.WHERE.isdisjoint(self.errors)

    @property
    def folded(self):
        return len(self.chosen.keys() - {"q"})

    def narrow(self, rows):
        """The values that the filter leaves; replaced ones only when asked for."""
        if self.is_nowhere:
            return rows.none()
        chosen = self.chosen
        for word in chosen.get("q", "").split()[:8]:
            rows = rows.filter(
                Q(indicator__name__icontains=word)
                | Q(region__name__icontains=word)
                | Q(source__icontains=word)
                | Q(note__icontains=word)
            )
        named = {
            "collaboration": "indicator__goal__collaboration",
            "indicator": "indicator",
            "organization": "party__organization",
            "region": "region",
            "since": "ends_on__gte",
            "until": "ends_on__lte",
        }
        wanted = {path: chosen[name] for name, path in named.items() if name in chosen}
        return in_state(rows.filter(**wanted), chosen.get("state", ""))


def in_state(rows, state):
    if state == "replaced":
        return rows.filter(superseded_by__isnull=False)
    if state == "counted":
        return rows.counted()
    if state == "beside":
        return rows.beside()
    if state == "differing":
        return rows.standing().with_rivalry().filter(is_rival=True)
    return rows.standing().filter(**({"state": state} if state else {}))
