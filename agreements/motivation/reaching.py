"""By whose mail a link goes, and from whose account the form opens, on the day a wave opens.

Figures are shown where five answered by mail, because links on paper may all be in one hand. So an
address counts as somebody's only if nobody can just have put another one there: whoever keeps the
register and runs a pulse could else have the links of four people, and know the fifth answer. All
other links are on paper. Nor does the form open from an account that somebody just got: whoever
gave it to them could sign in there and see whether they have answered.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.accounts.emails import folded
from actors.models import Person, User
from agreements.motivation.addresses import account_of, address_of
from collabgov.kit.audit import event_model

STOOD = dt.timedelta(days=30)


class Doubt(TextChoices):
    """Why an address is not taken for its person's own; the label says what follows."""

    CHANGED = (
        "changed",
        _(
            "Reached by another address than 30 days ago, so their links are on paper and do not"
            " count as links by mail: %(names)s."
        ),
    )
    SHARED = (
        "shared",
        _(
            "Several of those who are asked have the same address, so their links are on paper and"
            " do not count as links by mail: %(names)s."
        ),
    )
    RUNNERS = (
        "runners",
        _(
            "Their address is that of whoever opens it, so their links are on paper and do not"
            " count as links by mail: %(names)s."
        ),
    )


@dataclass(frozen=True)
class Reach:
    """How people are reached: by number of the person a doubt about their address, for those about
    whom there is one; and the account that is their own, for those who have one."""

    doubts: dict = field(default_factory=dict)
    accounts: dict = field(default_factory=dict)

    def address_of(self, person):
        """Where a mail goes that counts as one; "" where the link is on paper."""
        return "" if person is None or person.pk in self.doubts else address_of(person)

    def account_of(self, person):
        return None if person is None else self.accounts.get(person.pk)


def reach_of(people, *, by, today):
    """Of these people; `by` opens the wave, on the day `today`.

    An address or an account that somebody has not had for thirty days is not taken for their own;
    of who came to the register within these, the first one is.
    """
    known = _known_at([person.pk for person in people], _first_moment(today - STOOD))
    found = Reach(doubts=_doubts(people, known, by))
    for person in people:
        account = account_of(person)
        if account and account.pk == known[person.pk].account:
            found.accounts[person.pk] = account
    return found


def _doubts(people, known, by):
    reached = {person.pk: folded(address_of(person)) for person in people}
    reached = {pk: address for pk, address in reached.items() if address}
    uses = Counter(reached.values())
    own = {folded(by.email), folded(by.person.email if by.person else "")}
    found = {}
    for pk, address in reached.items():
        if address in own and pk != by.person_id:
            found[pk] = Doubt.RUNNERS
        elif uses[address] > 1:
            found[pk] = Doubt.SHARED
        elif address not in known[pk].addresses:
            found[pk] = Doubt.CHANGED
    return found


def _first_moment(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


@dataclass(frozen=True)
class _Known:
    addresses: frozenset  # of the register and of the account
    account: int | None


def _known_at(pks, moment):
    """By person what was known of them at that moment, as the trail has it; of who came to the
    register later, what was first."""
    people = _as_of(event_model(Person).objects.filter(pgh_obj_id__in=pks), moment)
    accounts = event_model(User).objects
    held = accounts.filter(person__in=pks).values("pgh_obj_id")
    lines = list(accounts.filter(pgh_obj_id__in=held).order_by("pgh_id"))
    stood = {line.person_id: line for line in _latest(lines, moment).values()}
    first = {line.person_id: line for line in reversed(lines)}
    known = {}
    for pk in pks:
        line = people.get(pk)
        is_new = line is not None and line.pgh_created_at >= moment
        account = stood.get(pk) or (first.get(pk) if is_new else None)
        emails = (each.email for each in (line, account) if each is not None)
        known[pk] = _Known(frozenset(map(folded, emails)), account and account.pgh_obj_id)
    return known


def _as_of(events, moment):
    """Of each record the line that held at that moment, or else its first one."""
    lines = list(events.order_by("pgh_id"))
    return {line.pgh_obj_id: line for line in reversed(lines)} | _latest(lines, moment)


def _latest(lines, moment):
    return {line.pgh_obj_id: line for line in lines if line.pgh_created_at < moment}
