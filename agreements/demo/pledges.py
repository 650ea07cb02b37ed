"""Builds needs and pledges by the verbs that the pages use, each step on its day."""

from dataclasses import dataclass
from decimal import Decimal

from actors.models import User
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.transitions import deliveries, needs, pledges
from agreements.demo.shapes import Day


@dataclass(frozen=True)
class Lack:
    """What is missing; without a body it is missing to all."""

    key: str
    text: str
    kind: ResourceKind
    quantity: int
    unit: str
    stated: Day
    until: Day
    by: str
    body: str = ""


@dataclass(frozen=True)
class Brought:
    """A part that came on a day; who confirmed it when, or said why it did not arrive."""

    quantity: int
    on: Day
    by: str
    confirmed: tuple[Day, str] | None = None
    disputed: tuple[Day, str, str] | None = None


@dataclass(frozen=True)
class Given:
    """A pledge, who answered it when, what came, what is still to come, who took it back why."""

    body: str
    to: str
    by: str
    text: str
    kind: ResourceKind
    quantity: int
    unit: str
    made: Day
    due: Day
    need: str = ""
    accepted: tuple[Day, str] | None = None
    brought: tuple[Brought, ...] = ()
    planned: tuple[tuple[int, Day], ...] = ()
    withdrawn: tuple[Day, str, str] | None = None


@dataclass(frozen=True)
class Resources:
    """All of it, of one collaboration."""

    lacks: tuple[Lack, ...] = ()
    given: tuple[Given, ...] = ()


def build_pledges(resources, *, collaboration, scene):
    if resources is None:
        return
    stated = {lack.key: _state(lack, collaboration, scene) for lack in resources.lacks}
    for one in resources.given:
        _give(one, stated, collaboration, scene)


def _state(lack, collaboration, scene):
    return needs.state_need(
        collaboration=collaboration,
        organization=scene.organizations.get(lack.body),
        what=lack.text,
        kind=lack.kind,
        quantity=Decimal(lack.quantity),
        unit=lack.unit,
        needed_by=scene.calendar.day(lack.until),
        by=_account(lack.by),
        on=scene.calendar.day(lack.stated),
        is_sample=True,
    )


def _give(one, stated, collaboration, scene):
    day = scene.calendar.day
    pledge = pledges.offer(
        collaboration=collaboration,
        giver=scene.organizations[one.body],
        receiver=scene.organizations.get(one.to),
        need=stated.get(one.need),
        what=one.text,
        kind=one.kind,
        quantity=Decimal(one.quantity),
        unit=one.unit,
        made_on=day(one.made),
        on=day(one.made),
        due_on=day(one.due),
        by=_account(one.by),
        is_sample=True,
    )
    if one.accepted:
        on, who = one.accepted
        pledges.accept(pledge=pledge, by=_account(who), on=day(on))
    for part in one.brought:
        _bring(part, pledge, day)
    for quantity, on in one.planned:
        facts = {"quantity": Decimal(quantity), "planned_on": day(on)}
        deliveries.schedule(pledge=pledge, by=_account(one.by), **facts)
    if one.withdrawn:
        on, who, why = one.withdrawn
        pledges.withdraw(pledge=pledge, by=_account(who), reason=why, on=day(on))


def _bring(part, pledge, day):
    row = deliveries.deliver(
        pledge=pledge,
        quantity=Decimal(part.quantity),
        delivered_on=day(part.on),
        on=day(part.on),
        by=_account(part.by),
    )
    if part.confirmed:
        on, who = part.confirmed
        deliveries.confirm(delivery=row, by=_account(who), on=day(on))
    if part.disputed:
        on, who, why = part.disputed
        deliveries.dispute(delivery=row, by=_account(who), reason=why, on=day(on))


def _account(email):
    return User.objects.get(email=email)
