"""What a grid is about: for whom, which indicators, which periods; and the pasted block."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.charter.rules import is_coordinator_of, represented_organizations
from agreements.goals.kinds import Frequency
from agreements.goals.models import Indicator, ReportingDuty
from agreements.goals.pasting import LONGEST
from agreements.goals.periods import last_periods, read_key

RHYTHMS = [choice for choice in Frequency.choices if choice[0] != Frequency.ONCE]
COLUMNS = {
    Frequency.MONTHLY: 6,
    Frequency.QUARTERLY: 4,
    Frequency.HALF_YEARLY: 4,
    Frequency.YEARLY: 5,
}
SELECT = {"class": "form-select"}


def reporting_parties(user, collaboration):
    """The parties in whose name the user may report, by name."""
    parties = Party.objects.current().filter(collaboration=collaboration).for_list()
    if user.is_auditor:
        return parties.none()
    if is_coordinator_of(user, collaboration):
        return parties
    own = {user.organization_id} | represented_organizations(user, collaboration)
    return parties.filter(organization__in=own - {None})


class GridChoice(forms.Form):
    """What stands in the address, cleaned; what is left out is chosen sensibly."""

    collaboration = forms.ModelChoiceField(
        label=_("Collaboration"), queryset=None, required=False, widget=forms.Select(attrs=SELECT)
    )
    party = forms.ModelChoiceField(
        label=_("Reported by"), queryset=None, required=False, widget=forms.Select(attrs=SELECT)
    )
    frequency = forms.ChoiceField(
        label=_("How often"), choices=RHYTHMS, required=False, widget=forms.Select(attrs=SELECT)
    )
    indicator = forms.ModelChoiceField(
        label=_("Region by region"),
        queryset=None,
        required=False,
        empty_label=_("No: indicators one below the other"),
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, data, *, user):
        super().__init__(data, auto_id="grid_%s")
        self.user = user
        seen = Collaboration.objects.joined_by(user).exclude(state="closed")
        self.collaborations = seen.order_by("title", "pk")
        self.fields["collaboration"].queryset = self.collaborations
        self.fields["collaboration"].empty_label = None
        self.fields["party"].queryset = Party.objects.none()
        self.fields["party"].empty_label = None
        self.fields["party"].label_from_instance = lambda party: party.organization.label
        self.fields["indicator"].queryset = Indicator.objects.none()

    def settle(self):
        """Choose step by step: the collaboration, then what is in it."""
        self.where = self._given("collaboration", self.collaborations)
        if self.where is None:
            return False
        self.fields["party"].queryset = reporting_parties(self.user, self.where)
        used = Indicator.objects.active().filter(goal__collaboration=self.where)
        used = used.exclude(goal__state="closed").select_related("goal").order_by("name", "pk")
        self.fields["indicator"].queryset = used.exclude(frequency=Frequency.ONCE)
        self.party = self._given("party", self.fields["party"].queryset, is_asked=True)
        self.party = self.party or self._usual_party(used)
        self.one = self._given("indicator", self.fields["indicator"].queryset, is_asked=True)
        self.rhythm = self._rhythm(used)
        self.used = used.filter(frequency=self.rhythm)
        return self.party is not None

    def _usual_party(self, used):
        """The reader's own, else one that owes something here, else the first."""
        rows = self.fields["party"].queryset
        owing = ReportingDuty.objects.current().filter(indicator__in=used).values("party")
        own = rows.filter(organization=self.user.organization_id)
        return own.first() or rows.filter(pk__in=owing.order_by()).first() or rows.first()

    def _given(self, name, rows, *, is_asked=False):
        key = self.data.get(name, "")
        found = rows.filter(pk=key).first() if key.isascii() and key.isdecimal() else None
        return found or (None if is_asked else rows.first())

    def _rhythm(self, used):
        if self.one is not None:
            return self.one.frequency
        asked = self.data.get("frequency", "")
        if asked in COLUMNS:
            return asked
        there = set(used.order_by().values_list("frequency", flat=True))
        return next((value for value, _label in RHYTHMS if value in there), Frequency.MONTHLY)

    @property
    def columns(self):
        """The last periods, up to the one that the address names."""
        until = read_key(self.data.get("until", ""))
        today = timezone.localdate()
        day = min(until.ends_on, today) if until else today
        return last_periods(self.rhythm, day, COLUMNS[self.rhythm])

    @property
    def shown(self):
        """The selects with what was settled on, as they are rendered."""
        self.initial = {
            "collaboration": self.where.pk,
            "party": self.party and self.party.pk,
            "frequency": self.rhythm,
            "indicator": self.one and self.one.pk,
        }
        self.is_bound = False
        return self


class PasteForm(forms.Form):
    """A block from a spreadsheet, and where its first column of numbers goes."""

    block = forms.CharField(
        label=_("Cells copied from a spreadsheet"),
        required=False,
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "class": "form-control", "spellcheck": "false"}),
        help_text=_(
            "With or without names in the first column and periods in the first row. "
            "It fills the grid; nothing is saved before you have looked."
        ),
    )
    first = forms.ChoiceField(
        label=_("The first column of numbers is"),
        required=False,
        widget=forms.Select(attrs=SELECT),
    )

    def __init__(self, *args, columns, **kwargs):
        super().__init__(*args, auto_id="paste_%s", **kwargs)
        self.fields["first"].choices = [
            (str(number), column.label) for number, column in enumerate(columns)
        ]
