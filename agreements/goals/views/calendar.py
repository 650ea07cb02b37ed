"""Who owes which value by when: party by party and month by month, and as one list."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView

from actors.importing.exporting import ExportMixin
from agreements.charter.models import Collaboration
from agreements.goals.measure_exports import owed_table
from agreements.goals.owed import Standing, owed_values
from agreements.goals.owed_filters import DUE, OwedFilter
from agreements.goals.owed_places import places_of
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import PartialMixin, TolerantPaginator

BACK, AHEAD = 5, 2  # months shown beside the one at hand
FARTHEST = 20  # years: beyond them no month is shown
MOST_LINES = 8


@dataclass(frozen=True)
class Month:
    """One party's month: how many values fell due in it, how they stand, which they are."""

    first: dt.date
    counts: Counter
    url: str

    @property
    def total(self):
        return sum(self.counts.values())

    @property
    def late(self):
        return self.counts[Standing.LATE]

    @property
    def given(self):
        return self.counts[Standing.GIVEN] + self.counts[Standing.GIVEN_LATE]

    @property
    def given_late(self):
        return self.counts[Standing.GIVEN_LATE]


class ReportingCalendar(VisibleRowsMixin, DetailView):
    """Late first, then what is due next, then every party by month."""

    model = Collaboration
    template_name = "agreements/goals/reporting.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        middle = month_of(self.request.GET.get("month", ""), today)
        months = [shifted(middle, step) for step in range(-BACK, AHEAD + 1)]
        end = last_of(months[-1])
        owed = owed_values([self.object.pk], until=max(end, horizon(today)), today=today)
        late = [one for one in owed if one.is_late]
        soon = [one for one in owed if one.due_on <= horizon(today)]
        due = [one for one in soon if one.is_waiting and not one.is_late]
        shown = [one for one in owed if months[0] <= one.due_on <= end]
        return super().get_context_data(
            late=late[:MOST_LINES],
            late_total=len(late),
            late_places=places_of(late, standing=Standing.LATE),
            due=due[:MOST_LINES],
            due_total=len(due),
            due_places=places_of(due, standing=DUE),
            months=months,
            parties=by_party(shown, months, reverse("agreements:owed-list", args=[self.object.pk])),
            before=shifted(middle, -BACK),
            after=shifted(middle, BACK),
            middle=middle,
            has_duties=bool(owed) or self.has_duties(),
            may_enter=self.request.user.has_perm("agreements.enter_measurement", self.object),
            **kwargs,
        )

    def has_duties(self):
        return self.object.goals.filter(indicators__duties__isnull=False).exists()


class OwedList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Every value that is or was owed; what is shown stands in the address, and in the file."""

    model = Collaboration
    template_name = "agreements/goals/owed_list.html"
    partial_name = "agreements/goals/_owed_list.html"
    context_object_name = "rows"
    paginate_by = 50
    paginator_class = TolerantPaginator
    export_name = _("values that are owed")
    export_table = staticmethod(owed_table)

    @cached_property
    def collaboration(self):
        return get_object_or_404(super().get_queryset(), pk=self.kwargs["pk"])

    @property
    def export_about(self):
        return self.collaboration

    @cached_property
    def filter(self):
        return OwedFilter(self.request.GET, collaboration=self.collaboration)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        today, chosen = timezone.localdate(), self.filter.chosen
        until = min(chosen.get("until") or horizon(today), shifted(today, FARTHEST * 12))
        days = {"since": chosen.get("since"), "until": until}
        return self.filter.narrow(owed_values([self.collaboration.pk], today=today, **days))

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            collaboration=self.collaboration, filter=self.filter, **kwargs
        )


def month_of(text, today):
    """The month that an address names; nonsense is the one of today."""
    try:
        asked = dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        asked = today
    return (asked if abs(asked.year - today.year) <= FARTHEST else today).replace(day=1)


def by_party(owed, months, list_url):
    """(organization, its months) rows, by name; each month leads to its values."""
    tallies = defaultdict(lambda: defaultdict(Counter))
    for one in owed:
        tallies[one.party.organization][one.due_on.replace(day=1)][one.standing] += 1
    rows = []
    for organization, counts in tallies.items():
        row = [
            Month(first, counts.get(first, Counter()), of_month(list_url, organization, first))
            for first in months
        ]
        rows.append((organization, row))
    return sorted(rows, key=lambda row: row[0].label.lower())


def of_month(list_url, organization, first):
    days = {"since": first.isoformat(), "until": last_of(first).isoformat()}
    return f"{list_url}?{urlencode({'organization': organization.pk, **days})}"


def horizon(today):
    """So far ahead what falls due is told without being asked."""
    return last_of(shifted(today.replace(day=1), AHEAD))


def last_of(first):
    return shifted(first, 1) - dt.timedelta(days=1)


def shifted(first, months):
    """The first day of a month so many months away."""
    count = first.year * 12 + first.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, 1)
