"""What a list of meetings or decisions may be narrowed to; nonsense in the address is ignored."""

import datetime as dt

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.engagement.forms.typed import as_id
from agreements.engagement.kinds import DecisionKind
from agreements.engagement.states import MeetingState
from agreements.models import Attendance, Collaboration, Meeting


class Filter(forms.Form):
    """A GET form that narrows a queryset; every choice shows only what the reader may see."""

    use_required_attribute = False

    def __init__(self, data, user):
        super().__init__({name: text.replace("\x00", "") for name, text in data.items()})
        self.seen = list(Collaboration.objects.visible_to(user).for_list())
        self.fields["collaboration"].choices = [
            ("", _("All collaborations")),
            *((str(row.pk), row.title) for row in self.seen),
        ]
        self.is_valid()

    @property
    def active(self):
        """How many filters are on."""
        return sum(1 for value in self.cleaned_data.values() if value)

    def narrow(self, rows):
        for name, value in self.cleaned_data.items():
            if value:
                rows = getattr(self, f"by_{name}")(rows, value)
        return rows


TOOK_PLACE = "took_place"
STATES = [("", _("Any state")), (TOOK_PLACE, _("Took place")), *MeetingState.choices]


class MeetingFilter(Filter):
    """Text, collaboration, organization, month, state; what the reader coordinates."""

    q = forms.CharField(label=_("Words"), required=False, max_length=200)
    collaboration = forms.ChoiceField(label=_("Collaboration"), required=False)
    organization = forms.ChoiceField(label=_("Organization that was there"), required=False)
    month = forms.ChoiceField(label=_("Month"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    coordinated = forms.ChoiceField(
        label=_("Role"),
        required=False,
        choices=[("", _("Any role")), ("1", _("Only where I coordinate"))],
    )

    def __init__(self, data, user):
        self.user = user
        self.base_fields["organization"].choices = []
        months = Meeting.objects.visible_to(user).order_by().dates("held_on", "month", "DESC")[:60]
        rows = Attendance.objects.visible_to(user).present().order_by()
        present = Organization.objects.filter(pk__in=rows.values("organization"))
        self.month_choices = [
            ("", _("Any month")),
            *((f"{month:%Y-%m}", date_format(month, "F Y")) for month in _with(months, data)),
        ]
        self.organization_choices = [
            ("", _("All organizations")),
            *((str(row.pk), row.label) for row in present[:500]),
        ]
        super().__init__(data, user)

    def full_clean(self):
        if not self.data.get("coordinated"):
            self.fields.pop("coordinated", None)
        self.fields["month"].choices = self.month_choices
        self.fields["organization"].choices = self.organization_choices
        super().full_clean()

    def by_q(self, rows, text):
        return rows.mentioning(text)

    def by_collaboration(self, rows, pk):
        return rows.filter(collaboration=as_id(pk))

    def by_organization(self, rows, pk):
        return rows.attended_by(as_id(pk))

    def by_month(self, rows, text):
        return rows.in_month(dt.date.fromisoformat(f"{text}-01"))

    def by_state(self, rows, state):
        return rows.took_place() if state == TOOK_PLACE else rows.filter(state=state)

    def by_coordinated(self, rows, _on):
        return rows.filter(collaboration__in=Collaboration.objects.coordinated_by(self.user))


def _with(months, data):
    """The months that have meetings, and the one asked for: a month without any is no nonsense."""
    try:
        asked = dt.date.fromisoformat(f"{data.get('month', '')}-01")
    except ValueError:
        return list(months)
    return sorted({asked, *months}, reverse=True)


class DecisionFilter(Filter):
    """Collaboration and kind."""

    collaboration = forms.ChoiceField(label=_("Collaboration"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("All kinds")), *DecisionKind.choices], required=False
    )

    def by_collaboration(self, rows, pk):
        return rows.filter(meeting__collaboration=as_id(pk))

    def by_kind(self, rows, kind):
        return rows.filter(kind=kind)
