"""Builds joint services by the verbs that the pages use, each step on its day."""

from dataclasses import dataclass
from decimal import Decimal

from actors.models import User
from agreements.capacity.service_kinds import CostBasis, TimeUnit
from agreements.capacity.transitions import (
    service_costs,
    service_givers,
    service_requests,
    service_standards,
    services,
)
from agreements.demo.shapes import Day


@dataclass(frozen=True)
class Promise:
    """A version of the standard; without a day it is a draft."""

    requirements: str
    steps: str
    duration: int
    office: str
    published: Day | None = None
    unit: str = TimeUnit.WORKING_DAYS
    complaints: str = "SP4N-LAPOR"
    law: str = "UU 25/2009"


@dataclass(frozen=True)
class Asked:
    """A request by an organization or by a slip; `steps`: (day, verb, words)."""

    what: str
    on: Day
    body: str = ""
    slip: str = ""
    steps: tuple[tuple[Day, str, str], ...] = ()


@dataclass(frozen=True)
class Stated:
    """What a party says an occasion cost; `confirmed` says when and by which post."""

    body: str
    on: Day
    by: str
    together: int | None
    alone: int | None
    source: str
    basis: str = CostBasis.SPENT
    confirmed: tuple[Day, str] | None = None


@dataclass(frozen=True)
class Served:
    """One service: whose purposes it serves, who gives it, and what happened at it."""

    name: str
    about: str
    place: str
    rhythm: str
    purposes: tuple[tuple[str, str, str], ...]
    givers: tuple[str, ...]
    by: str  # gives for its own body; the others that are named say so themselves
    planned: Day
    first: Day
    region_of: str = ""
    stood_by: tuple[tuple[Day, str], ...] = ()
    runs: bool = True
    promises: tuple[Promise, ...] = ()
    asked: tuple[Asked, ...] = ()
    stated: tuple[Stated, ...] = ()


def build_services(served, *, collaboration, scene):
    for one in served:
        _Builder(one, collaboration, scene).build()


class _Builder:
    """Makes one service with all that belongs to it."""

    def __init__(self, one, collaboration, scene):
        self.one, self.collaboration, self.scene = one, collaboration, scene
        keys = {row.pk: key for key, row in scene.organizations.items()}
        parties = collaboration.parties.select_related("organization")
        self.parties = {keys[party.organization_id]: party for party in parties}

    def by(self, post):
        return User.objects.get(person=self.scene.people[post])

    def day(self, on):
        return self.scene.calendar.day(on)

    def build(self):
        one = self.one
        self.service = self._planned()
        for on, post in one.stood_by:
            self._stand_by(on, self.by(post))
        for promise in one.promises:
            self._promise(promise)
        if one.runs:
            self.service = services.start_service(
                service=self.service, by=self.by(one.by), on=self.day(one.first)
            )
        for request in one.asked:
            self._ask(request)
        for cost in one.stated:
            self._state(cost)

    def _planned(self):
        one = self.one
        place = self.scene.organizations.get(one.region_of)
        return services.plan_service(
            collaboration=self.collaboration,
            by=self.by(one.by),
            name=one.name,
            about=one.about,
            place=one.place,
            region=place and place.region,
            rhythm=one.rhythm,
            starts_on=self.day(one.first),
            purposes=[(self.parties[body], *words) for body, *words in one.purposes],
            givers=[self.parties[body] for body in one.givers],
            is_sample=True,
            on=self.day(one.planned),
        )

    def _stand_by(self, on, by):
        giver = self.service.givers.get(party__organization=by.organization)
        service_givers.stand_by(giver=giver, by=by, on=self.day(on))

    def _promise(self, promise):
        day = self.day(promise.published) if promise.published else None
        standard = service_standards.draft_standard(
            service=self.service,
            by=self.by(self.one.by),
            on=day,
            requirements=promise.requirements,
            steps=promise.steps,
            is_free=True,
            fee=None,
            duration=promise.duration,
            unit=promise.unit,
            office=promise.office,
            complaints=promise.complaints,
            law=promise.law,
        )
        if day:
            service_standards.publish_standard(
                standard=standard, by=self.by(self.one.by), holds_from=day, on=day
            )

    def _ask(self, asked):
        day = self.day(asked.on)
        request = service_requests.receive_request(
            service=self.service,
            by=self.by(self.one.by),
            what=asked.what,
            asked_on=day,
            planted_on=day,
            organization=self.scene.organizations.get(asked.body),
            reference=asked.slip,
        )
        for on, verb, words in asked.steps:
            day = self.day(on)
            said = {"by": self.by(self.one.by), "on": day, "planted_on": day}
            said["reason" if verb == "turn_down" else "note"] = words
            request = getattr(service_requests, verb)(request=request, **said)

    def _state(self, stated):
        cost = service_costs.state_cost(
            service=self.service,
            by=self.by(stated.by),
            party=self.parties[stated.body],
            held_on=self.day(stated.on),
            basis=stated.basis,
            together=_figure(stated.together),
            alone=_figure(stated.alone),
            explanation=stated.source,
        )
        if stated.confirmed:
            on, post = stated.confirmed
            service_costs.confirm_cost(cost=cost, by=self.by(post), on=self.day(on))


def _figure(number):
    return None if number is None else Decimal(number)
