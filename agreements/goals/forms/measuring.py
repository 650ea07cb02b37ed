"""Forms about one value: the figure with its source and evidence, and reasons."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.regions.models import Region
from agreements.charter.forms.people import plain_helper
from agreements.documents.attaching import DocumentFileField
from agreements.goals.forms.grid import reporting_parties
from agreements.goals.grid import regions_of
from agreements.goals.kinds import Precision
from collabgov.kit.forms import LONGEST_REASON, DayField, VersionedFormMixin
from collabgov.kit.numbers import NumberField

PART = "form-part"
FIGURE = ("value", "numerator", "denominator", "precision", "source", "evidence", "note")


class FigureForm(VersionedFormMixin, forms.Form):
    """A value, or part and whole of a share; where it comes from and what proves it."""

    value = NumberField(label=_("Value"))
    numerator = NumberField(label=_("Part"), lowest=0)
    denominator = NumberField(label=_("Whole"), lowest=0)
    precision = forms.ChoiceField(
        label=_("How exact"), choices=Precision.choices, widget=forms.RadioSelect
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=200,
        required=False,
        help_text=_("Where the figure comes from: a system, a survey, a register."),
    )
    evidence = forms.ModelChoiceField(
        label=_("Evidence"),
        queryset=None,
        required=False,
        empty_label=_("No document"),
        help_text=_("A document of the collaboration."),
    )
    evidence_file = DocumentFileField(label=_("Or hand in a file as evidence"), required=False)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, measurement, user, **kwargs):
        kwargs["initial"] = {
            **{name: getattr(measurement, name) for name in FIGURE},
            **kwargs.get("initial", {}),
        }
        self.instance = measurement
        super().__init__(*args, **kwargs)
        indicator = measurement.indicator
        documents = indicator.goal.collaboration.documents.all()
        self.fields["evidence"].queryset = documents.in_use().order_by("title", "pk")
        self.fields["evidence_file"].by = user
        unused = ("value",) if indicator.is_share else ("numerator", "denominator")
        for name in unused:
            del self.fields[name]
        figures = ("numerator", "denominator") if indicator.is_share else ("value",)
        self.fields[figures[0]].help_text = indicator.unit
        self.helper = plain_helper(*self.parts(figures))

    def parts(self, figures):
        return (
            Fieldset(
                _("The figure"),
                Row(*(Column(name) for name in figures)),
                "precision",
                css_class=PART,
            ),
            Fieldset(
                _("Where it comes from"), "source", "evidence", "evidence_file", css_class=PART
            ),
            "note",
        )


class CorrectForm(FigureForm):
    """The same with why it is corrected."""

    reason = forms.CharField(
        label=_("Why it is corrected"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("In a few words; it stays in the history."),
    )

    def parts(self, figures):
        return (*super().parts(figures), "reason")


class NewValueForm(FigureForm):
    """A value of one's own choice: for which party, where and when."""

    party = forms.ModelChoiceField(label=_("Reported by"), queryset=None, empty_label=None)
    region = forms.ModelChoiceField(
        label=_("Region"), queryset=None, required=False, empty_label=_("Altogether")
    )
    starts_on = DayField(label=_("Period from"))
    ends_on = DayField(label=_("Period until"))

    def __init__(self, *args, measurement, user, **kwargs):
        super().__init__(*args, measurement=measurement, user=user, **kwargs)
        indicator = measurement.indicator
        parties = reporting_parties(user, indicator.goal.collaboration)
        self.fields["party"].queryset = parties
        self.fields["party"].label_from_instance = lambda party: party.organization.label
        owing = indicator.duties.current().order_by().values("party")
        own = parties.filter(organization=user.organization_id).first()
        self.fields["party"].initial = parties.filter(pk__in=owing).first() or own
        self.fields["region"].queryset = Region.objects.filter(
            pk__in=[region.pk for _indicator, region in regions_of(indicator) if region]
        )
        self.fields["ends_on"].help_text = indicator.get_frequency_display()

    def parts(self, figures):
        days = Row(Column("starts_on"), Column("ends_on"))
        first = Fieldset(_("For what"), "party", "region", days, css_class=PART)
        return (first, *super().parts(figures))
