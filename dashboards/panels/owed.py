"""Values of indicators that are owed: by the reader's own organization, or by anybody and late."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Value

from agreements.charter.models import Party, Representative
from agreements.goals.owed import Owed, Standing, owed_values
from agreements.goals.owed_filters import OPEN
from agreements.goals.owed_places import Place, places_of
from agreements.models import Measurement, Rivalry
from dashboards import links
from dashboards.sight import Sight

SHOWN, LATE_SHOWN = 6, 3
AHEAD = dt.timedelta(days=14)


@dataclass(frozen=True)
class OwedValues:
    """The first few, how many there are, and how many values wait for the reader's check."""

    rows: tuple[Owed, ...] = ()
    total: int = 0
    to_verify: int = 0
    differing: int = 0  # figures of parties that wait for somebody to say which stands
    places: tuple[Place, ...] = ()  # where all of them are listed

    @property
    def enter_url(self) -> str:
        """The grid of whom the most pressing one is owed by, where it is owed."""
        party = self.rows[0].party
        where = {"collaboration": party.collaboration_id, "party": party.pk}
        return links.list_of("agreements:measurement-grid", where)


def what_we_owe(sight: Sight) -> OwedValues:
    """Late ones first, then what falls due within two weeks, of those the reader reports for."""
    waiting = _around_today(sight, parties=_parties(sight))
    until = sight.today + AHEAD
    places = places_of(waiting, by_organization=True, standing=OPEN, until=until.isoformat())
    return OwedValues(tuple(waiting[:SHOWN]), len(waiting), places=tuple(places))


def who_is_late(sight: Sight) -> OwedValues:
    """For a coordinator: what is late, waits to be verified, or is said differently."""
    late = [one for one in _around_today(sight) if one.is_late]
    to_verify = Measurement.objects.verifiable_by(sight.user)  # all that its list shows
    differing = Rivalry.objects.waiting_for(sight.user)
    places = places_of(late, standing=Standing.LATE)
    numbers = _counted(to_verify=to_verify, differing=differing)
    return OwedValues(tuple(late[:LATE_SHOWN]), len(late), places=tuple(places), **numbers)


def _counted(**rows: QuerySet) -> dict[str, int]:
    """How many each of them has, asked at once."""
    first, *others = (
        found.order_by().values(name=Value(name)).annotate(number=Count("pk"))
        for name, found in rows.items()
    )
    return {one["name"]: one["number"] for one in first.union(*others, all=True)}


def _around_today(sight: Sight, parties: Collection[int] | None = None) -> list[Owed]:
    until = sight.today + AHEAD
    owed = owed_values(sight.ids, until=until, today=sight.today, parties=parties)
    return [one for one in owed if one.is_waiting]


def _parties(sight: Sight) -> set[int]:
    """Where the reader's own organization takes part, and those that they speak for."""
    speaks = Representative.objects.current(today=sight.today).filter(person=sight.user.person_id)
    ours = Q(pk__in=speaks.order_by().values("party"))
    if sight.user.organization_id is not None:
        ours |= Q(organization_id=sight.user.organization_id)
    rows = Party.objects.current(today=sight.today).filter(ours, collaboration__in=sight.ids)
    return set(rows.order_by().values_list("pk", flat=True))
