"""Every constraint on collaborations, parties and dated roles refuses what it should."""

import datetime as dt

import pytest

from agreements.charter.states import CollaborationState, PartyState
from tests.constraints import assert_refused
from tests.factories.actors import OrganizationFactory
from tests.factories.charter import (
    CollaborationChangeFactory,
    CollaborationFactory,
    CoordinatorFactory,
    CycleFactory,
    DriverFactory,
    PartyFactory,
    RepresentativeFactory,
    StakeholderFactory,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)
EARLIER = dt.date(2026, 3, 1)
BACKWARDS = {"starts_on": DAY, "ends_on": EARLIER}


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        (
            "collaboration_ends_after_start",
            CollaborationFactory,
            BACKWARDS | {"state": CollaborationState.CLOSED},
        ),
        ("collaboration_time_zone_is_known", CollaborationFactory, {"time_zone": "Mars/Base"}),
        ("collaboration_state_is_known", CollaborationFactory, {"state": "asleep"}),
        (
            "collaboration_closed_has_an_end",
            CollaborationFactory,
            {"state": CollaborationState.CLOSED},
        ),
        ("collaboration_closed_has_an_end", CollaborationFactory, {"ends_on": dt.date(2099, 1, 1)}),
        ("collaboration_change_event_is_known", CollaborationChangeFactory, {"event": "slept"}),
        ("cycle_ends_after_start", CycleFactory, BACKWARDS),
        ("cycle_state_is_known", CycleFactory, {"state": "asleep"}),
        ("party_ends_after_start", PartyFactory, BACKWARDS | {"state": PartyState.LEFT}),
        ("party_state_is_known", PartyFactory, {"state": "asleep"}),
        ("party_left_has_an_end", PartyFactory, {"state": PartyState.LEFT}),
        ("party_left_has_an_end", PartyFactory, {"ends_on": dt.date(2099, 1, 1)}),
        ("coordinator_ends_after_start", CoordinatorFactory, BACKWARDS),
        ("representative_ends_after_start", RepresentativeFactory, BACKWARDS),
        ("driver_kind_is_known", DriverFactory, {"kind": "luck"}),
        ("stakeholder_is_an_organization_or_a_group", StakeholderFactory, {"group_name": ""}),
        ("stakeholder_degrees_are_known", StakeholderFactory, {"interest": 4}),
        ("stakeholder_degrees_are_known", StakeholderFactory, {"influence": 0}),
        ("stakeholder_stance_is_known", StakeholderFactory, {"stance": "angry"}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


def test_cycles_share_no_day():
    first = CycleFactory(starts_on=EARLIER, ends_on=DAY)
    CycleFactory(starts_on=EARLIER, ends_on=DAY)
    assert_refused(
        "cycle_no_overlap",
        lambda: CycleFactory(collaboration=first.collaboration, starts_on=DAY, ends_on=DAY),
    )


def test_an_organization_is_a_party_once_at_a_time():
    left = PartyFactory(starts_on=EARLIER, ends_on=EARLIER, state=PartyState.LEFT)
    same = {"collaboration": left.collaboration, "organization": left.organization}
    PartyFactory(**same, starts_on=DAY)
    assert_refused("party_once_at_a_time", lambda: PartyFactory(**same, starts_on=DAY))


def test_a_person_coordinates_once_at_a_time():
    row = CoordinatorFactory(starts_on=EARLIER)
    assert_refused(
        "coordinator_once_at_a_time",
        lambda: CoordinatorFactory(
            collaboration=row.collaboration, person=row.person, starts_on=DAY
        ),
    )


def test_a_person_speaks_for_a_party_once_at_a_time():
    row = RepresentativeFactory(starts_on=EARLIER)
    assert_refused(
        "representative_once_at_a_time",
        lambda: RepresentativeFactory(party=row.party, person=row.person, starts_on=DAY),
    )


def test_a_stakeholder_is_never_both_an_organization_and_a_group():
    assert_refused(
        "stakeholder_is_an_organization_or_a_group",
        lambda: StakeholderFactory(organization=OrganizationFactory(), group_name="Kader"),
    )


def test_an_organization_is_on_the_map_once():
    same = {"organization": OrganizationFactory(), "group_name": ""}
    there = StakeholderFactory(**same)
    StakeholderFactory(**same)
    assert_refused(
        "stakeholder_organization_once",
        lambda: StakeholderFactory(collaboration=there.collaboration, **same),
    )


def test_a_group_is_on_the_map_once_however_it_is_written():
    there = StakeholderFactory(group_name="Kader posyandu")
    StakeholderFactory(group_name="Kader posyandu")
    assert_refused(
        "stakeholder_group_once",
        lambda: StakeholderFactory(collaboration=there.collaboration, group_name="KADER posyandu"),
    )
