"""Forms of joint services: the service, its purposes, its standard, its requests, its costs."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from actors.organizations.choosing import OrganizationField
from actors.organizations.models import Organization
from actors.regions.choosing import ChoosingFormMixin, RegionField
from actors.regions.models import Region
from agreements.capacity.forms.amounts import AmountField
from agreements.capacity.forms.documents import PaperField
from agreements.capacity.models import (
    JointService,
    JointServiceCost,
    ServicePurpose,
    ServiceStandard,
)
from agreements.charter.forms.people import plain_helper
from agreements.engagement.forms.discovery import PartiesField, PartyField, text_field
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    NO_CHIPS,
    DayField,
    DayInput,
    Difference,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)

PART = "card-part"
WHAT = ["name", "about", "region", "place", "starts_on", "rhythm"]
PURPOSES = (1, 2)
COUNTS = _(
    "The day on which you record it is noted beside it: whether it is in time is told by that day."
)
READ_BY = _("The requester reads it, with a slip even without an account. Name no persons.")


class ServiceForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """What the service is, where and how often it is held, and who gives it."""

    region = RegionField(
        label=_("Region"),
        queryset=Region.objects.all(),
        required=False,
        help_text=_("Leave it empty where it is held for all."),
    )
    starts_on = DayField(label=_("First held on"), required=False, widget=DayInput(NO_CHIPS))
    givers = PartiesField(
        queryset=None,
        label=_("Who gives it"),
        help_text=_("Another party that you name gives it once it has said so itself."),
    )

    class Meta:
        model = JointService
        fields = WHAT
        labels = {
            "name": _("Name"),
            "about": _("What is offered"),
            "place": pgettext_lazy("joint service", "Place"),
            "rhythm": _("How often"),
        }
        help_texts = {"rhythm": _("Once, every Tuesday, each quarter …")}
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, about=LONGEST_TEXT)
        self.fields["givers"].queryset = parties
        if self.instance.pk:
            chosen = self.instance.givers.values_list("party", flat=True)
            self.fields["givers"].initial = list(chosen)
        self.helper = plain_helper(*self.parts())

    def show_conflict(self, saved):
        """Who gives it is told by name: a box to tick has no text of its own."""
        chosen = self.cleaned_data.pop("givers", ())
        super().show_conflict(saved)
        rows = saved.givers.select_related("party__organization")
        there, here = _names(row.party for row in rows), _names(chosen)
        if there != here:
            label = str(self.fields["givers"].label)
            self.conflict = (*self.conflict, Difference(label, there, here))

    def parts(self):
        return (
            Fieldset(_("The service"), "name", "about"),
            Fieldset(
                _("Where and when"),
                "region",
                "place",
                Row(Column("starts_on"), Column("rhythm")),
                css_class=PART,
            ),
            Fieldset(_("By whom"), "givers", css_class=PART),
        )


def _names(parties):
    return ", ".join(sorted(party.organization.name for party in parties))


class PlanForm(ServiceForm):
    """A new service, with the first two of the purposes that it serves."""

    purpose_1_party = PartyField(label=_("Whose purpose is the first one"))
    purpose_1 = forms.CharField(label=_("First purpose"), max_length=300)
    target_1 = forms.CharField(label=_("Whom it is to reach (first purpose)"), max_length=200)
    purpose_2_party = PartyField(label=_("Whose purpose is the second one"))
    purpose_2 = forms.CharField(label=_("Second purpose"), max_length=300)
    target_2 = forms.CharField(label=_("Whom it is to reach (second purpose)"), max_length=200)

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, parties=parties, **kwargs)
        for number in PURPOSES:
            self.fields[f"purpose_{number}_party"].offer(parties)

    def parts(self):
        what, *rest = super().parts()
        names = [f"purpose_{n}_party purpose_{n} target_{n}".split() for n in PURPOSES]
        titles = (_("The first purpose"), _("The second purpose"))
        pairs = zip(titles, names, strict=True)
        sets = (Fieldset(title, *fields, css_class=PART) for title, fields in pairs)
        return (what, *sets, *rest)

    @property
    def said(self):
        """What the verb that plans a service takes."""
        given = self.without_version
        purposes = [
            tuple(given.pop(name) for name in (f"purpose_{n}_party", f"purpose_{n}", f"target_{n}"))
            for n in PURPOSES
        ]
        return {**given, "purposes": purposes, "givers": list(given["givers"])}


class PurposeForm(PlacedErrorsMixin, forms.Form):
    """A further purpose that the service serves."""

    party = PartyField(label=_("Whose purpose"))
    purpose = forms.CharField(label=_("Purpose"), max_length=300)
    target_group = forms.CharField(label=_("Whom it is to reach"), max_length=200)

    def __init__(self, *args, parties, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(parties)
        self.helper = plain_helper("party", "purpose", "target_group")


class PurposeEditForm(VersionedFormMixin, forms.ModelForm):
    """The same purpose in other words."""

    class Meta:
        model = ServicePurpose
        fields = ["purpose", "target_group"]
        labels = {"purpose": _("Purpose"), "target_group": _("Whom it is to reach")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(*self._meta.fields)


class StandardForm(VersionedFormMixin, forms.ModelForm):
    """Procedure, cost and time, as they are promised to whoever comes."""

    fee = AmountField(
        label=_("Cost to the citizen (Rp)"),
        required=False,
        lowest=0,
        help_text=_("Only where it is not free of charge."),
    )
    duration = forms.IntegerField(label=_("Time it takes"), min_value=1, max_value=10_000)

    class Meta:
        model = ServiceStandard
        fields = [
            "requirements",
            "steps",
            "is_free",
            "fee",
            "duration",
            "unit",
            "office",
            "complaints",
            "law",
            "is_law_verified",
        ]
        labels = {
            "requirements": _("Requirements"),
            "steps": _("Steps"),
            "is_free": _("Free of charge"),
            "unit": _("Counted in"),
            "office": _("Office to turn to"),
            "complaints": _("Where to complain"),
            "law": _("Rule it follows"),
            "is_law_verified": _("Checked against the text of the rule"),
        }
        help_texts = {
            "requirements": _("What to bring, one requirement a line."),
            "steps": _("One step a line, in their order."),
            "office": _("The office and its room, desk or address; no person's telephone."),
            "complaints": _("An office, an address or a channel such as SP4N-LAPOR."),
        }
        widgets = {
            "requirements": forms.Textarea(attrs={"rows": 4}),
            "steps": forms.Textarea(attrs={"rows": 6}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, requirements=LONGEST_TEXT, steps=LONGEST_TEXT)
        self.helper = plain_helper(
            Fieldset(_("Procedure"), "requirements", "steps"),
            Fieldset(_("Cost"), "is_free", "fee", css_class=PART),
            Fieldset(_("Time"), Row(Column("duration"), Column("unit")), css_class=PART),
            Fieldset(_("Whom to turn to"), "office", "complaints", css_class=PART),
            Fieldset(_("Where it comes from"), "law", "is_law_verified", css_class=PART),
        )

    def clean(self):
        """A fee of nothing is none; free of charge and a fee at once is refused by the model."""
        given = super().clean()
        if "fee" in given:
            given["fee"] = given["fee"] or None
        return given


class PublishForm(PlacedErrorsMixin, forms.Form):
    """From which day the standard holds."""

    holds_from = DayField(label=_("Holds from"), initial=timezone.localdate)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("holds_from")


class AskForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """Who asks for what; a citizen stays nameless and is known by a slip."""

    what = forms.CharField(
        label=_("What is asked"),
        max_length=300,
        help_text=_("Without names and numbers of persons."),
    )
    organization = OrganizationField(
        label=_("Organization that asks"),
        queryset=Organization.objects.active(),
        required=False,
        help_text=_("Its people see how the request gets on."),
    )
    reference = forms.CharField(
        label=_("Or a reference"),
        max_length=20,
        required=False,
        help_text=_("For a citizen: the number of the slip, such as LT-2026/0012. No name."),
    )
    asked_on = DayField(label=_("Asked on"), initial=timezone.localdate, widget=DayInput(NO_CHIPS))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("what", "organization", "reference", "asked_on")


class StepForm(PlacedErrorsMixin, forms.Form):
    """A move of a request: on which day, and what the requester should know."""

    on = DayField(
        label=_("On"), initial=timezone.localdate, widget=DayInput(NO_CHIPS), help_text=COUNTS
    )
    note = text_field(
        _("Note"),
        rows=3,
        most=LONGEST_REASON,
        required=False,
        help_text=READ_BY,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(*self.fields)


class NoteForm(StepForm):
    """A word on how it gets on."""

    note = text_field(_("How it gets on"), rows=3, most=LONGEST_REASON, help_text=READ_BY)


class TurnDownForm(PlacedErrorsMixin, forms.Form):
    """Why it is not given, for the requester to read."""

    on = DayField(
        label=_("On"), initial=timezone.localdate, widget=DayInput(NO_CHIPS), help_text=COUNTS
    )
    reason = text_field(_("Reason"), rows=3, most=LONGEST_REASON, help_text=READ_BY)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("on", "reason")


class ReopenForm(PlacedErrorsMixin, forms.Form):
    """Why what was closed is open again, for the requester to read."""

    reason = text_field(_("Reason"), rows=3, most=LONGEST_REASON, help_text=READ_BY)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("reason")


class CostStatementForm(VersionedFormMixin, forms.ModelForm):
    """Two figures of one occasion, each stated by somebody who knows where it stands."""

    party = PartyField(label=_("Party"))
    held_on = DayField(label=_("Occasion on"), widget=DayInput(NO_CHIPS))
    together = AmountField(
        label=_("What it cost together"),
        required=False,
        lowest=0,
        help_text=_("For this party."),
    )
    alone = AmountField(
        label=_("What it would have cost alone"),
        required=False,
        lowest=0,
        help_text=_("Leave it empty where nobody knows: it is never estimated for you."),
    )
    document = PaperField(label=_("Source document"))

    class Meta:
        model = JointServiceCost
        fields = ["party", "held_on", "basis", "together", "alone", "explanation", "document"]
        labels = {"basis": _("Counted as"), "explanation": _("Where the figures come from")}
        help_texts = {
            "explanation": _("The budget line, the receipts, or how the figure was arrived at.")
        }
        widgets = {"explanation": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, parties, collaboration, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, explanation=LONGEST_REASON)
        self.fields["party"].offer(parties)
        self.fields["document"].offer(collaboration, chosen=self.instance.document_id)
        self.helper = plain_helper(
            Fieldset(_("Whose costs, of which occasion"), "party", "held_on", "basis"),
            Fieldset(_("The figures"), Row(Column("together"), Column("alone")), css_class=PART),
            Fieldset(_("Their source"), "explanation", "document", css_class=PART),
        )
