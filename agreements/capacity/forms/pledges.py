"""Forms of needs and pledges: how much of what, from whom to whom, by when, where it comes from."""

from decimal import Decimal

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.capacity.forms.amounts import AmountField
from agreements.capacity.forms.newest import NewestMixin
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.models import ResourceNeed
from agreements.charter.forms.people import plain_helper
from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of
from agreements.engagement.models import Meeting
from agreements.engagement.rules.discovery import own_organizations
from agreements.goals.forms.choosing import LONGEST_CHOICE, DecisionField, GoalField
from agreements.instruments.models import Clause
from collabgov.kit.forms import (
    DUE_CHIPS,
    LONGEST_REASON,
    NO_CHIPS,
    DayField,
    DayInput,
    PlacedErrorsMixin,
    VersionedFormMixin,
)

LEAST = Decimal("0.01")
MONEY = {"rp", "rp.", "idr", "rupiah"}  # what people write as the unit of money
PART = "card-part"


class OrganizationChoice(forms.ModelChoiceField):
    """Parties of a collaboration, by the name of their organization."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Organization.objects.none(), **kwargs)

    def offer(self, collaboration, *, among=None, chosen=None):
        parties = Party.objects.current().filter(collaboration=collaboration)
        here = Organization.objects.filter(pk__in=parties.order_by().values("organization"))
        if among is not None:
            here = here.filter(pk__in=among)
        self.queryset = here | Organization.objects.filter(pk=chosen) if chosen else here

    def label_from_instance(self, organization):
        return organization.name


class NeedField(NewestMixin, forms.ModelChoiceField):
    """An open need of the collaboration, the newest first, with how much is missing."""

    def __init__(self, **kwargs):
        super().__init__(queryset=ResourceNeed.objects.none(), **kwargs)

    def offer(self, collaboration):
        rows = ResourceNeed.objects.open().filter(collaboration=collaboration)
        self.queryset = rows.with_promised().order_by("-pk")

    def label_from_instance(self, need):
        facts = {
            "kind": need.get_kind_display(),
            "missing": need.missing_amount,
            "all": need.amount,
            "what": need.what,
        }
        return _("%(kind)s, %(missing)s of %(all)s still missing: %(what)s") % facts


class MeetingField(NewestMixin, forms.ModelChoiceField):
    """A meeting of the collaboration that took place, the newest first."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Meeting.objects.none(), **kwargs)

    def offer(self, collaboration):
        rows = Meeting.objects.took_place().filter(collaboration=collaboration)
        self.queryset = rows.order_by("-held_on", "-pk")

    def label_from_instance(self, meeting):
        return f"{date_format(meeting.held_on, 'SHORT_DATE_FORMAT')} · {meeting.title}"


class RecentDecisionField(NewestMixin, DecisionField):
    """A decision that holds, the newest first and only so many of them."""


class ClauseField(NewestMixin, forms.ModelChoiceField):
    """A clause of one of the collaboration's agreements, those of the newest first."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Clause.objects.none(), **kwargs)

    def offer(self, collaboration):
        rows = Clause.objects.filter(agreement__collaboration=collaboration, is_removed=False)
        rows = rows.select_related("agreement").defer("words")
        self.queryset = rows.order_by("-agreement", "position", "pk")

    def label_from_instance(self, clause):
        return Truncator(f"{clause.agreement} · {clause}").chars(LONGEST_CHOICE)


class CountedForm(forms.Form):
    """How much of which kind; what people write as the unit of money is none."""

    what = forms.CharField(
        label=_("What"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=ResourceKind.choices)
    quantity = AmountField(label=_("How much"), lowest=LEAST)
    unit = forms.CharField(
        label=_("Unit"),
        max_length=40,
        required=False,
        help_text=_("People, days, rooms, children … Leave it empty for money: that is rupiah."),
    )

    def clean(self):
        super().clean()
        given = self.cleaned_data
        if given.get("kind") == ResourceKind.FUND and given.get("unit", "").lower() in MONEY:
            given["unit"] = ""
        return given


class NeedForm(VersionedFormMixin, CountedForm, forms.ModelForm):
    """What is missing, whose need it is, until when."""

    organization = OrganizationChoice(
        label=_("Who needs it"),
        required=False,
        empty_label=_("The collaboration as a whole"),
    )
    goal = GoalField(label=_("For which goal"), required=False, empty_label=_("None in particular"))
    needed_by = DayField(label=_("Needed by"), required=False, widget=DayInput(DUE_CHIPS))

    class Meta:
        model = ResourceNeed
        fields = ["what", "kind", "quantity", "unit", "organization", "goal", "needed_by"]

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        runs = is_coordinator_of(user, collaboration.pk)
        among = None if runs else own_organizations(user, collaboration.pk)
        chosen = self.instance.organization_id
        self.fields["organization"].offer(collaboration, among=among, chosen=chosen)
        self.fields["goal"].offer(collaboration, chosen=self.instance.goal_id)
        self.helper = plain_helper(
            Fieldset(_("What is needed"), "what", "kind", Row(Column("quantity"), Column("unit"))),
            Fieldset(_("By whom, until when"), "organization", "goal", "needed_by", css_class=PART),
        )


class PledgeForm(PlacedErrorsMixin, CountedForm):
    """A promise of resources: from one party to another, or to all."""

    giver = OrganizationChoice(label=_("Who gives"), empty_label=_("Choose a party"))
    receiver = OrganizationChoice(
        label=_("Who receives"),
        required=False,
        empty_label=_("The collaboration as a whole"),
        help_text=_("It is asked to accept, and later confirms what arrived."),
    )
    need = NeedField(label=_("Need that it meets"), required=False, empty_label=_("None on record"))
    made_on = DayField(label=_("Pledged on"), initial=timezone.localdate, widget=DayInput(NO_CHIPS))
    due_on = DayField(label=_("Delivered by"), widget=DayInput(DUE_CHIPS))
    meeting = MeetingField(label=_("Meeting"), required=False, empty_label=_("None"))
    decision = RecentDecisionField(required=False, empty_label=_("None"), help_text="")
    clause = ClauseField(label=_("Clause"), required=False, empty_label=_("None"))

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        runs = is_coordinator_of(user, collaboration.pk)
        own = own_organizations(user, collaboration.pk)
        self.fields["giver"].offer(collaboration, among=None if runs else own)
        if len(own) == 1 and self.initial.get("receiver") not in own:  # nobody gives to oneself
            self.fields["giver"].initial = next(iter(own))
        for name in ("receiver", "need", "meeting", "decision", "clause"):
            self.fields[name].offer(collaboration)
        self.helper = plain_helper(
            Fieldset(_("What is pledged"), "what", "kind", Row(Column("quantity"), Column("unit"))),
            Fieldset(_("From whom, to whom"), "giver", "receiver", "need", css_class=PART),
            Fieldset(_("When"), Row(Column("made_on"), Column("due_on")), css_class=PART),
            Fieldset(_("Where it comes from"), "meeting", "decision", "clause", css_class=PART),
        )


class ReasonForm(PlacedErrorsMixin, forms.Form):
    """Why, for everybody in the collaboration to read."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody in the collaboration can read it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(*self.fields)


class DueDateForm(ReasonForm):
    """Another day, and why."""

    field_order = ["new_due_on", "reason"]
    new_due_on = DayField(label=_("New due date"), widget=DayInput(DUE_CHIPS))
