"""What a list of meetings may be narrowed to; what is not offered matches nothing."""

import datetime as dt

from django import forms
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.engagement.states import MeetingState
from agreements.models import Attendance, Collaboration, Meeting, Party
from collabgov.kit.ids import as_id

MOST_OFFERED = 500


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
        """How many filters are on, those that mean nothing here among them."""
        return len(self.errors) + sum(1 for value in self.cleaned_data.values() if value)

    @property
    def unknown(self):
        """The labels of the filters whose value is not offered to this reader."""
        return [self.fields[name].label for name in self.errors]

    def narrow(self, rows):
        """Nothing fits a value that is not offered; it never widens the list."""
        if self.errors:
            return rows.none()
        for name, value in self.cleaned_data.items():
            if value:
                rows = getattr(self, f"by_{name}")(rows, value)
        return rows


TOOK_PLACE, TO_FINISH = "took_place", "to_finish"
STATES = [
    ("", _("Any state")),
    (TOOK_PLACE, _("Took place")),
    *MeetingState.choices,
    (TO_FINISH, _("Minutes to finish")),
]


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
        self.month_choices = [
            ("", _("Any month")),
            *((f"{month:%Y-%m}", date_format(month, "F Y")) for month in _with(months, data)),
        ]
        self.organization_choices = [
            ("", _("All organizations")),
            *((str(row.pk), row.label) for row in _offered(user, data.get("organization"))),
        ]
        super().__init__(data, user)

    def full_clean(self):
        if not self.data.get("coordinated"):
            self.fields.pop("coordinated", None)
        self.fields["month"].choices = self.month_choices
        self.fields["organization"].choices = self.organization_choices
        super().full_clean()

    @property
    def absent(self):
        """The organization looked for, by name: said when the list of its meetings is empty."""
        chosen = self.cleaned_data.get("organization")
        return dict(self.organization_choices)[chosen] if chosen else ""

    def by_q(self, rows, text):
        return rows.mentioning(text)

    def by_collaboration(self, rows, pk):
        return rows.filter(collaboration=as_id(pk))

    def by_organization(self, rows, pk):
        return rows.attended_by(as_id(pk))

    def by_month(self, rows, text):
        return rows.in_month(dt.date.fromisoformat(f"{text}-01"))

    def by_state(self, rows, state):
        if state == TO_FINISH:
            return rows.minutes_to_finish()
        return rows.took_place() if state == TOOK_PLACE else rows.filter(state=state)

    def by_coordinated(self, rows, _on):
        return rows.filter(collaboration__in=Collaboration.objects.coordinated_by(self.user))


def _offered(user, asked):
    """Parties of what the user sees and guests of its meetings; whoever is asked for fits too."""
    parties = Party.objects.visible_to(user).order_by().values("organization")
    guests = Attendance.objects.visible_to(user).present().order_by().values("organization")
    rows = Organization.objects.filter(Q(pk__in=parties) | Q(pk__in=guests))
    offered = list(rows[:MOST_OFFERED])
    if len(offered) == MOST_OFFERED:
        listed = {row.pk for row in offered}
        offered += [row for row in rows.filter(pk=as_id(asked)) if row.pk not in listed]
    return offered


def _with(months, data):
    """The months that have meetings, and the one asked for: a month without any is no nonsense."""
    try:
        asked = dt.date.fromisoformat(f"{data.get('month', '')}-01")
    except ValueError:
        return list(months)
    return sorted({asked, *months}, reverse=True)
