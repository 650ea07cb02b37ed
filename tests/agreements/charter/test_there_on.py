"""Who took part on a day, where the history was written late or is that of two parties."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from actors.duplicates.transitions import merge
from agreements.charter import transitions as charter
from agreements.charter.stances import deciding_on
from agreements.charter.states import PartyState
from agreements.models import Party, PartyChange
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    PartyChangeFactory,
    PartyFactory,
    days_ago,
)

pytestmark = pytest.mark.django_db
LONG_AGO, BEFORE, ASKED, SINCE = (days_ago(number).function() for number in (60, 30, 20, 3))


@pytest.fixture
def together():
    return CollaborationFactory()


def party_since_long_ago(together, **facts):
    return PartyFactory(collaboration=together, starts_on=LONG_AGO, **facts)


def line(party, state, day, came_from="", *, hour=9, zone="Asia/Makassar"):
    row = PartyChangeFactory(party=party, from_state=came_from, to_state=state)
    moment = dt.datetime.combine(day, dt.time(hour), tzinfo=ZoneInfo(zone))
    PartyChange.objects.filter(pk=row.pk).update(made_at=moment)


def is_asked(party, day):
    return deciding_on(party.collaboration_id, day).filter(pk=party.pk).exists()


def merged(kept, away):
    merge(
        kind="organization",
        keep=kept.organization_id,
        away=away.organization_id,
        by=UserFactory(admin=True),
        sides={},
    )
    return Party.objects.get(organization=kept.organization_id)


@pytest.mark.parametrize("day", [ASKED, timezone.localdate()])
def test_of_two_parties_that_became_one_the_row_says_that_it_takes_part(together, day):
    """The last line of both histories is that of the one that was only invited."""
    kept = party_since_long_ago(together)
    line(kept, PartyState.ACTIVE, LONG_AGO)
    away = party_since_long_ago(together, state=PartyState.INVITED)
    line(away, PartyState.INVITED, BEFORE)
    assert is_asked(merged(kept, away), day)


def test_an_invitation_and_its_acceptance_that_were_written_down_late_hold_from_the_first_day(
    together,
):
    party = charter.add_party(
        collaboration=together,
        organization=PartyFactory().organization,
        by=UserFactory(),
        starts_on=LONG_AGO,
        state=PartyState.INVITED,
    )
    assert not is_asked(party, ASKED)
    charter.activate_party(party=party, by=UserFactory())
    assert is_asked(party, ASKED)
    charter.pause_party(party=party, by=UserFactory(), reason="Menunggu pejabat baru.")
    assert is_asked(party, ASKED)


def test_who_was_paused_and_never_moved_again_was_not_asked_since(together):
    party = party_since_long_ago(together, state=PartyState.PAUSED)
    line(party, PartyState.ACTIVE, LONG_AGO)
    line(party, PartyState.PAUSED, BEFORE, PartyState.ACTIVE)
    assert not is_asked(party, ASKED)


def test_who_was_asked_to_join_and_never_did_was_not_asked_on_its_last_day_either(together):
    party = party_since_long_ago(together, state=PartyState.LEFT, ends_on=ASKED)
    line(party, PartyState.INVITED, LONG_AGO)
    line(party, PartyState.LEFT, ASKED, PartyState.INVITED)
    assert not is_asked(party, ASKED)


def test_who_left_was_asked_on_its_last_day(together):
    party = party_since_long_ago(together, state=PartyState.LEFT, ends_on=ASKED)
    line(party, PartyState.ACTIVE, LONG_AGO)
    line(party, PartyState.LEFT, ASKED, PartyState.ACTIVE)
    assert is_asked(party, ASKED)
    assert not is_asked(party, ASKED + dt.timedelta(days=1))


@pytest.mark.parametrize("reader", ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
def test_every_reader_is_told_the_same_whatever_their_clock(together, reader):
    """Half past midnight in the east is the evening before in the west."""
    party = party_since_long_ago(together)
    line(party, PartyState.ACTIVE, LONG_AGO)
    line(party, PartyState.PAUSED, ASKED, PartyState.ACTIVE, hour=0)
    line(party, PartyState.ACTIVE, SINCE, PartyState.PAUSED)
    with timezone.override(reader):
        told = is_asked(party, ASKED - dt.timedelta(days=1)), is_asked(party, ASKED)
    assert told == (True, False)
