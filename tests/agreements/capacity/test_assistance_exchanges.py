"""Help as an exchange: of which kind, since when, and which help is none."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.capacity.assistance_kinds import AssistanceState, HelpKind, Usefulness
from agreements.capacity.exchanges import Esteve, ExchangeKind, exchanges_in
from agreements.capacity.exchanges.assistance import KINDS
from agreements.capacity.transitions import assistance_ends
from agreements.models import AssistanceRequest, Collaboration
from tests.agreements.capacity.assistance_scene import Help
from tests.factories.assistance import AssistanceRequestFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


def given(**fields):
    rows = exchanges_in(Collaboration.objects.all(), **fields)
    return [row for row in rows if "/assistance/" in row.url]


def test_every_kind_of_help_is_an_exchange():
    assert set(KINDS) == set(HelpKind)


@pytest.mark.parametrize(
    ("kind", "exchange", "to_giver", "to_receiver"),
    [
        (
            HelpKind.TRAINING,
            ExchangeKind.TRAINING,
            Esteve.GIVE_TRAINING,
            Esteve.RECEIVE_TRAINING,
        ),
        (
            HelpKind.EQUIPMENT,
            ExchangeKind.EQUIPMENT,
            Esteve.GIVE_EQUIPMENT,
            Esteve.RECEIVE_EQUIPMENT,
        ),
        (HelpKind.FUND, ExchangeKind.GRANTS, Esteve.GIVE_GRANTS, Esteve.RECEIVE_GRANTS),
        (
            HelpKind.STAFF,
            ExchangeKind.ASSISTANCE,
            Esteve.GIVE_ASSISTANCE,
            Esteve.RECEIVE_ASSISTANCE,
        ),
    ],
)
def test_what_is_exchanged_follows_from_what_was_asked(kind, exchange, to_giver, to_receiver):
    asked = AssistanceRequestFactory(kind=kind, completed=True)
    (row,) = given()
    assert row.kind == exchange
    assert row.seen_from(asked.to_party.organization) == to_giver
    assert row.seen_from(asked.from_party.organization) == to_receiver
    assert given(organization=asked.to_party.organization) == [row]


def test_help_under_way_is_an_exchange_since_the_day_it_began():
    scene = Help()
    monday = TODAY - dt.timedelta(days=9)
    asked = scene.answered(scene.submitted(on=TODAY - dt.timedelta(days=20)))
    assert given() == []
    assistance_ends.begin_help(request=asked, by=scene.works_speaker, on=monday)
    (row,) = given()
    assert row.on == monday


def test_what_did_not_help_at_all_is_none():
    AssistanceRequestFactory(completed=True, usefulness=Usefulness.NOT)
    assert given() == []
    AssistanceRequest.objects.update(usefulness=Usefulness.PARTLY)
    assert len(given()) == 1


@pytest.mark.parametrize(
    "state", [AssistanceState.SUBMITTED, AssistanceState.WITHDRAWN, AssistanceState.UNFULFILLED]
)
def test_what_was_not_given_is_none(state):
    ended = {"ended_on": TODAY, "result": "Tidak datang."}
    is_over = state == AssistanceState.UNFULFILLED
    AssistanceRequestFactory(state=state, **(ended if is_over else {}))
    assert given() == []
