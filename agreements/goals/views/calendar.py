"""Who owes which value by when, party by party and month by month."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.utils import timezone
from django.views.generic import DetailView

from agreements.charter.models import Collaboration
from agreements.goals.owed import Standing, owed_values
from collabgov.kit.access import VisibleRowsMixin

BACK, AHEAD = 5, 2  # months shown beside the one at hand
MOST_LINES = 60


@dataclass(frozen=True)
class Month:
    """One party's month: how many values fell due in it, and how they stand."""

    first: dt.date
    counts: Counter

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

    @property
    def waiting(self):
        return self.counts[Standing.DUE] + self.counts[Standing.RETURNED]


class ReportingCalendar(VisibleRowsMixin, DetailView):
    """Late first, then what is due next, then every party by month."""

    model = Collaboration
    template_name = "agreements/goals/reporting.html"
    context_object_name = "collaboration"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        middle = self.month(today)
        months = [shifted(middle, step) for step in range(-BACK, AHEAD + 1)]
        end = shifted(middle, AHEAD + 1) - dt.timedelta(days=1)
        owed = owed_values([self.object.pk], since=months[0], until=end, today=today)
        late = [one for one in owed if one.is_late]
        due = [one for one in owed if one.is_waiting and not one.is_late]
        return super().get_context_data(
            late=late[:MOST_LINES],
            late_total=len(late),
            due=due[:MOST_LINES],
            months=months,
            parties=by_party(owed, months),
            before=shifted(middle, -BACK),
            after=shifted(middle, BACK),
            middle=middle,
            has_duties=bool(owed) or self.has_duties(),
            may_enter=self.request.user.has_perm("agreements.enter_measurement", self.object),
            **kwargs,
        )

    def month(self, today):
        """The month of the address; nonsense is the one of today."""
        try:
            return dt.date.fromisoformat(f"{self.request.GET.get('month', '')}-01")
        except ValueError:
            return today.replace(day=1)

    def has_duties(self):
        return self.object.goals.filter(indicators__duties__isnull=False).exists()


def by_party(owed, months):
    """(organization, its months) rows, by name."""
    tallies, names = defaultdict(lambda: defaultdict(Counter)), {}
    for one in owed:
        names[one.party.pk] = one.party.organization
        tallies[one.party.pk][one.due_on.replace(day=1)][one.standing] += 1
    rows = [
        (names[pk], [Month(first, tallies[pk].get(first, Counter())) for first in months])
        for pk in names
    ]
    return sorted(rows, key=lambda row: row[0].label.lower())


def shifted(first, months):
    """The first day of a month so many months away."""
    count = first.year * 12 + first.month - 1 + months
    return dt.date(min(max(count // 12, 1), 9998), count % 12 + 1, 1)
