"""What the builders of one scenario hand to each other."""

import datetime as dt
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db.models import Max
from django.utils import timezone

from actors.accounts.models import User
from actors.models import Organization, Person
from agreements.demo.calendar import Calendar
from agreements.models import Decision, LegalBasis, Meeting, MeetingSeries

NAMESPACE = uuid.UUID("6f3f4d3a-5f0b-4c0e-9a53-4b1a7e2d9c10")


@dataclass
class Scene:
    """The records made so far, by the keys that the plain data uses."""

    key: str
    calendar: Calendar
    organizations: dict[str, Organization]
    people: dict[str, Person]
    coordinator: User
    meetings: dict[str, Meeting] = field(default_factory=dict)
    series: dict[str, MeetingSeries] = field(default_factory=dict)
    rulings: dict[str, Decision] = field(default_factory=dict)
    rules: dict[str, LegalBasis] = field(default_factory=dict)

    def uuid(self, name):
        """The same id every time for the same thing: what makes a second run find the first."""
        return scenario_uuid(self.key, name)


def scenario_uuid(key, name="collaboration"):
    return uuid.uuid5(NAMESPACE, f"{key}/{name}")


@contextmanager
def history_of(rows, day):
    """Date the history lines that are written inside: the demo replays what lies behind us."""
    last = rows.aggregate(last=Max("pk"))["last"] or 0
    yield
    moment = timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
    rows.filter(pk__gt=last).update(made_at=min(moment, timezone.now()))
