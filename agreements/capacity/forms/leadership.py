"""Forms of leadership roles and of responsibilities for regions."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.people.choosing import PersonField
from actors.people.models import Person
from actors.regions.choosing import ChoosingFormMixin
from agreements.capacity.forms.structures import StructureField, first_day, last_day
from agreements.capacity.models import AreaResponsibility, RoleAssignment
from agreements.capacity.structure_kinds import AreaRole, LeadershipRole
from agreements.charter.forms.people import plain_helper
from agreements.goals.forms.choosing import GoalField, PartyField, where_field
from agreements.goals.models import Goal
from agreements.goals.states import GoalState
from collabgov.kit.forms import LONGEST_REASON, DayField, PlacedErrorsMixin, VersionedFormMixin

DAYS = Row(Column("starts_on"), Column("ends_on"))


def holder():
    return PersonField(
        label=_("Held by"),
        queryset=Person.objects.active(),
        required=False,
        help_text=_("Somebody in a post of that party. Leave it empty to name the party only."),
    )


def party_field():
    return PartyField(label=_("Party"), empty_label=_("Choose one"))


def why_field(*, required=False):
    return forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        required=required,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody in the collaboration can read it."),
    )


class RoleForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """Which party leads, in which role, of what, from when to when."""

    role = forms.ChoiceField(label=_("Role"), choices=LeadershipRole.choices)
    structure = StructureField(
        label=_("In which structure"),
        required=False,
        empty_label=_("The collaboration as a whole"),
    )
    goal = GoalField(
        label=_("Of which issue"),
        required=False,
        empty_label=_("None in particular"),
        help_text=_("An issue coordinator always has one; a verifier may have one."),
    )
    party = party_field()
    person = holder()
    starts_on = first_day(_("First day"))
    ends_on = last_day()

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("structure", "goal", "party"):
            self.fields[name].offer(collaboration)
        self.helper = plain_helper("role", "structure", "goal", "party", "person", DAYS)


class RoleEditForm(ChoosingFormMixin, VersionedFormMixin, forms.ModelForm):
    """Who holds it from when to when, put right."""

    party = party_field()
    person = holder()
    starts_on = first_day(_("First day"))
    ends_on = last_day()

    class Meta:
        model = RoleAssignment
        fields = ["party", "starts_on", "ends_on"]

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(collaboration, chosen=self.instance.party_id)
        self.initial.setdefault("person", self.instance.person)
        self.fields["note"] = why_field(required=self.instance.is_over)
        self.helper = plain_helper("party", "person", DAYS, "note")


class RolePassForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """Who follows, from which day."""

    party = party_field()
    person = holder()
    starts_on = DayField(label=_("First day of who follows"), initial=timezone.localdate)
    note = why_field()

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(collaboration)
        self.helper = plain_helper("party", "person", "starts_on", "note")


class IssuesField(forms.ModelMultipleChoiceField):
    """Issues of the collaboration on which work goes on."""

    nothing_yet = (_("No issue is being worked on yet: an issue is a shared goal."), "goal-create")

    def __init__(self, **kwargs):
        usual = {"queryset": Goal.objects.none(), "widget": forms.CheckboxSelectMultiple}
        super().__init__(**usual, **kwargs)

    def offer(self, collaboration):
        worked_on = (GoalState.PROPOSED, GoalState.AGREED)
        rows = Goal.objects.filter(collaboration=collaboration, state__in=worked_on)
        self.queryset = rows.order_by("title", "pk")


def part_field():
    return forms.ChoiceField(
        label=_("Leads or supports"),
        choices=AreaRole.choices,
        initial=AreaRole.LEAD,
        widget=forms.RadioSelect,
        help_text=_("One party at a time leads an issue in a region; others support."),
    )


class AreaForm(ChoosingFormMixin, PlacedErrorsMixin, forms.Form):
    """Which party answers for which issues, in which region."""

    goals = IssuesField(label=_("Issues"))
    region = where_field()
    party = party_field()
    role = part_field()
    starts_on = first_day(_("First day"))
    ends_on = last_day()

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["goals"].offer(collaboration)
        self.fields["party"].offer(collaboration)
        self.helper = plain_helper("goals", "region", "party", "role", DAYS)


class AreaEditForm(VersionedFormMixin, forms.ModelForm):
    """Who answers in which part, from when to when, put right."""

    party = party_field()
    role = part_field()
    starts_on = first_day(_("First day"))
    ends_on = last_day()

    class Meta:
        model = AreaResponsibility
        fields = ["party", "role", "starts_on", "ends_on"]

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(collaboration, chosen=self.instance.party_id)
        self.fields["note"] = why_field(required=self.instance.is_over)
        self.helper = plain_helper("party", "role", DAYS, "note")


class AreaPassForm(PlacedErrorsMixin, forms.Form):
    """Which party follows, from which day."""

    party = party_field()
    starts_on = DayField(label=_("First day of who follows"), initial=timezone.localdate)
    note = why_field()

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].offer(collaboration)
        self.helper = plain_helper("party", "starts_on", "note")
