"""The filter of the list of indicators: what stands in the address, cleaned."""

from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.charter.models import Collaboration, Party
from agreements.goals.kinds import IndicatorLevel
from agreements.goals.models import Baseline, Goal, ReportingDuty, Target
from collabgov.kit.ids import as_id

MOST_CHOICES = 300
STATES = (
    ("in_use", _("In use")),
    ("undefined", _("Definition not agreed")),
    ("without_baseline", _("Without a baseline")),
    ("without_target", _("Without a target")),
    ("nobody_reports", _("Nobody reports it")),
    ("retired", _("No longer used")),
)


class IndicatorFilter(forms.Form):
    """Whatever it does not understand leaves no row for a place, and is left out otherwise."""

    in_sight = frozenset({"q"})
    stands_outside = True  # of the list that htmx asks for
    WHERE = frozenset({"collaboration", "goal", "organization"})

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "class": "form-control"}),
    )
    collaboration = forms.ModelChoiceField(
        label=_("Collaboration"),
        required=False,
        queryset=Collaboration.objects.none(),
        empty_label=_("Every collaboration"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    goal = forms.ModelChoiceField(
        label=_("Goal"),
        required=False,
        queryset=Goal.objects.none(),
        empty_label=_("Every goal"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    level = forms.ChoiceField(
        label=_("Level"),
        required=False,
        choices=[("", _("Every level")), *IndicatorLevel.choices],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    organization = forms.ModelChoiceField(
        label=_("Reported by"),
        required=False,
        queryset=Organization.objects.none(),
        empty_label=_("Every organization"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("Every state")), *STATES],
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def __init__(self, data, *, user):
        super().__init__(data, auto_id="filter_%s")
        seen = Collaboration.objects.visible_to(user)
        goals = Goal.objects.filter(collaboration__in=seen).order_by("title", "pk")
        duties = ReportingDuty.objects.filter(indicator__goal__collaboration__in=seen)
        parties = Party.objects.filter(pk__in=duties.order_by().values("party"))
        reporters = Organization.objects.filter(pk__in=parties.order_by().values("organization"))
        self._offer("collaboration", seen)
        self._offer("goal", goals)
        self._offer("organization", reporters.order_by("name"))

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
        """How many of the fields behind "Filter" are on."""
        return len(self.chosen.keys() - {"q"})

    def narrow(self, indicators, *, today=None):
        """Return the indicators that the filter leaves; retired ones only when asked for."""
        if self.is_nowhere:
            return indicators.none()
        chosen, today = self.chosen, today or timezone.localdate()
        for word in chosen.get("q", "").split()[:8]:
            indicators = indicators.filter(Q(name__icontains=word) | Q(definition__icontains=word))
        if collaboration := chosen.get("collaboration"):
            indicators = indicators.filter(goal__collaboration=collaboration)
        if goal := chosen.get("goal"):
            indicators = indicators.filter(goal=goal)
        if level := chosen.get("level"):
            indicators = indicators.filter(level=level)
        if organization := chosen.get("organization"):
            duties = ReportingDuty.objects.current(today=today)
            mine = duties.filter(party__organization=organization).order_by()
            indicators = indicators.filter(pk__in=mine.values("indicator"))
        return in_state(indicators, chosen.get("state", ""), today=today)


def in_state(indicators, state, *, today):
    """Those of which something is missing, or that are out of use; else all in use."""
    if state == "retired":
        return indicators.exclude(pk__in=indicators.active().order_by().values("pk"))
    of_it = {"indicator": OuterRef("pk")}
    missing = {
        "undefined": Q(definition_agreed_on=None),
        "without_baseline": ~Exists(Baseline.objects.current().filter(**of_it)),
        "without_target": ~Exists(Target.objects.current().filter(**of_it)),
        "nobody_reports": ~Exists(ReportingDuty.objects.current(today=today).filter(**of_it)),
    }
    return indicators.active().filter(missing.get(state, Q()))
