"""Values of indicators that are owed: by the reader's own organization, or by anybody and late."""

import datetime as dt
from dataclasses import dataclass

from agreements.charter.models import Representative
from agreements.goals.owed import Owed, Standing, owed_values
from agreements.goals.owed_filters import OPEN
from agreements.goals.owed_places import Place, places_of
from agreements.models import Measurement
from dashboards.sight import Sight

SHOWN, LATE_SHOWN = 6, 3
AHEAD = dt.timedelta(days=14)


@dataclass(frozen=True)
class OwedValues:
    """The first few, how many there are, and how many values wait for the reader's check."""

    rows: tuple[Owed, ...] = ()
    total: int = 0
    to_verify: int = 0
    places: tuple[Place, ...] = ()  # where all of them are listed


def what_we_owe(sight: Sight) -> OwedValues:
    """Late ones first, then what falls due within two weeks, of those the reader reports for."""
    ours = _organizations(sight)
    waiting = [one for one in _around_today(sight) if one.party.organization_id in ours]
    until = sight.today + AHEAD
    places = places_of(waiting, by_organization=True, standing=OPEN, until=until.isoformat())
    return OwedValues(tuple(waiting[:SHOWN]), len(waiting), places=tuple(places))


def who_is_late(sight: Sight) -> OwedValues:
    """For a coordinator: what is late, and what waits to be verified."""
    late = [one for one in _around_today(sight) if one.is_late]
    rows = Measurement.objects.filter(indicator__goal__collaboration__in=sight.ids)
    to_verify = rows.to_verify().not_given_by(sight.user).count()
    places = places_of(late, standing=Standing.LATE)
    return OwedValues(tuple(late[:LATE_SHOWN]), len(late), to_verify, tuple(places))


def _around_today(sight: Sight) -> list[Owed]:
    owed = owed_values(sight.ids, until=sight.today + AHEAD, today=sight.today)
    return [one for one in owed if one.is_waiting]


def _organizations(sight: Sight) -> set[int]:
    """The reader's own organization and those they speak for."""
    own = {sight.user.organization_id} if sight.user.organization_id else set()
    if sight.user.person_id is None:
        return own
    rows = Representative.objects.current(today=sight.today).filter(
        person_id=sight.user.person_id, party__collaboration__in=sight.ids
    )
    return own | set(rows.values_list("party__organization_id", flat=True))
