"""Who meets around a value: two parties, who speaks for them, the coordinator, the auditor."""

from decimal import Decimal
from types import SimpleNamespace

from django.utils import timezone

from agreements.goals.kinds import Frequency
from agreements.goals.periods import last_periods
from agreements.goals.transitions import measurements, rivalries
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
)
from tests.factories.goals import GoalFactory, IndicatorFactory


def months(number=3):
    """The last whole months, the earliest first."""
    return last_periods(Frequency.MONTHLY, timezone.localdate(), number)


def scene(**indicator):
    """A collaboration of two parties with one monthly indicator, and everybody who acts in it."""
    collaboration = CollaborationFactory()
    own, other = (PartyFactory(collaboration=collaboration) for _n in range(2))
    goal = GoalFactory(collaboration=collaboration, lead=own)
    fields = {"frequency": Frequency.MONTHLY, **indicator}
    coordinator = UserFactory()
    CoordinatorFactory(collaboration=collaboration, person=coordinator.person)
    return SimpleNamespace(
        collaboration=collaboration,
        own=own,
        other=other,
        goal=goal,
        indicator=IndicatorFactory(goal=goal, **fields),
        member=UserFactory(organization=own.organization),
        colleague=UserFactory(organization=own.organization),
        representative=speaker_of(own),
        other_member=UserFactory(organization=other.organization),
        other_representative=speaker_of(other),
        coordinator=coordinator,
        auditor=UserFactory(auditor=True),
        outsider=UserFactory(),
    )


def speaker_of(party):
    user = UserFactory(organization=party.organization)
    RepresentativeFactory(party=party, person=user.person)
    return user


def entered(at, *, by=None, party=None, value=50, period=None, **facts):
    """A draft of last month by the own party."""
    period = period or months(1)[0]
    facts.setdefault("value", None if "numerator" in facts else Decimal(value))
    return measurements.enter(
        indicator=at.indicator,
        party=party or at.own,
        by=by or at.member,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        **facts,
    )


def submitted(at, **facts):
    by = facts.get("by") or at.member
    return measurements.submit(measurement=entered(at, **facts), by=by)


def verified(at, **facts):
    return measurements.verify(measurement=submitted(at, **facts), by=at.auditor)


def told(at, value, *, by=None, number=70, source="Dapodik", why="Dapodik lain"):
    """A figure from elsewhere beside the value, by who speaks for the other party."""
    said = {"value": Decimal(number), "source": source, "why": why}
    return rivalries.raise_rivalry(measurement=value, by=by or at.other_representative, **said)
