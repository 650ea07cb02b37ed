"""Drivers and cycles: recorded, edited, removed, moved."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from agreements.charter import transitions
from agreements.charter.kinds import CharterEvent, DriverKind, DriverOrigin
from agreements.charter.states import CYCLE_MOVES, CollaborationState, CycleState
from agreements.models import Driver
from collabgov.kit.errors import EditConflict, IllegalMove, Refused
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CycleFactory,
    DriverFactory,
    PartyFactory,
)

pytestmark = pytest.mark.django_db


def last_event(collaboration):
    return collaboration.changes.last().event


def driver_facts(**changes):
    return {
        "kind": DriverKind.INCENTIVE,
        "origin": DriverOrigin.EXTERNAL,
        "description": "Prevalensi 35 persen.",
        **changes,
    }


def test_a_driver_is_recorded_edited_and_removed():
    collaboration = CollaborationFactory()
    driver = transitions.add_driver(collaboration=collaboration, by=UserFactory(), **driver_facts())
    assert last_event(collaboration) == CharterEvent.DRIVER_ADDED
    fresh = transitions.edit_driver(
        driver=driver, by=UserFactory(), version=1, description="Prevalensi 30 persen."
    )
    assert (fresh.description, fresh.version) == ("Prevalensi 30 persen.", 2)
    assert last_event(collaboration) == CharterEvent.DRIVER_EDITED
    transitions.remove_driver(driver=driver, by=UserFactory())
    line = collaboration.changes.last()
    assert (line.event, line.subject) == (CharterEvent.DRIVER_REMOVED, "Prevalensi 30 persen.")
    assert not Driver.objects.filter(pk=driver.pk).exists()


def test_two_people_edit_a_driver_and_the_second_is_told():
    driver = DriverFactory()
    transitions.edit_driver(driver=driver, by=UserFactory(), version=1, description="Satu")
    with pytest.raises(EditConflict):
        transitions.edit_driver(driver=driver, by=UserFactory(), version=1, description="Dua")


def test_an_active_collaboration_keeps_its_last_driver():
    collaboration = CollaborationFactory()
    with pytest.raises(Refused):
        transitions.remove_driver(driver=collaboration.drivers.get(), by=UserFactory())
    assert collaboration.drivers.count() == 1
    assert not collaboration.changes.exists()


def test_before_it_is_active_the_last_driver_may_go():
    collaboration = CollaborationFactory(state=CollaborationState.EXPLORING)
    transitions.remove_driver(driver=collaboration.drivers.get(), by=UserFactory())
    assert not collaboration.drivers.exists()


def test_a_driver_that_is_gone_is_a_sentence_not_an_error():
    driver = DriverFactory()
    Driver.objects.filter(pk=driver.pk).delete()
    for verb, facts in (
        (transitions.remove_driver, {}),
        (transitions.edit_driver, {"version": 1, "description": "x"}),
    ):
        with pytest.raises(Refused):
            verb(driver=driver, by=UserFactory(), **facts)


def test_only_an_own_party_declares_a_driver():
    collaboration = CollaborationFactory()
    own, foreign = PartyFactory(collaboration=collaboration), PartyFactory()
    transitions.add_driver(
        collaboration=collaboration, by=UserFactory(), **driver_facts(declared_by=own)
    )
    with pytest.raises(Refused):
        transitions.add_driver(
            collaboration=collaboration, by=UserFactory(), **driver_facts(declared_by=foreign)
        )


def year(number):
    return {"starts_on": dt.date(number, 1, 1), "ends_on": dt.date(number, 12, 31)}


def test_cycles_follow_one_another_without_sharing_a_day():
    collaboration = CollaborationFactory()
    by = UserFactory()
    transitions.add_cycle(collaboration=collaboration, by=by, label="2025", **year(2025))
    cycle = transitions.add_cycle(collaboration=collaboration, by=by, label="2026", **year(2026))
    assert last_event(collaboration) == CharterEvent.CYCLE_ADDED
    with pytest.raises(ValidationError):
        transitions.edit_cycle(
            cycle=cycle,
            by=by,
            version=1,
            label="2026",
            starts_on=dt.date(2025, 12, 31),
            ends_on=dt.date(2026, 12, 31),
        )
    fresh = transitions.edit_cycle(cycle=cycle, by=by, version=1, label="TA 2026", **year(2026))
    assert fresh.label == "TA 2026"
    assert last_event(collaboration) == CharterEvent.CYCLE_EDITED
    with pytest.raises(EditConflict):
        transitions.edit_cycle(cycle=cycle, by=by, version=1, label="Lagi", **year(2026))


def test_a_cycle_does_not_end_before_it_starts():
    with pytest.raises(ValidationError):
        transitions.add_cycle(
            collaboration=CollaborationFactory(),
            by=UserFactory(),
            label="2026",
            starts_on=dt.date(2026, 2, 1),
            ends_on=dt.date(2026, 1, 1),
        )


def test_a_cycle_goes_through_its_states_one_by_one():
    cycle = CycleFactory()
    for target in (CycleState.RUNNING, CycleState.EVALUATING, CycleState.CLOSED):
        assert transitions.move_cycle(cycle=cycle, by=UserFactory(), target=target).state == target
        line = cycle.collaboration.changes.last()
        assert (line.event, line.to_state) == (CharterEvent.CYCLE_MOVED, target)


@pytest.mark.parametrize("source", list(CycleState))
def test_every_other_step_of_a_cycle_is_illegal(source):
    for target in set(CycleState) - CYCLE_MOVES.get(source, set()):
        cycle = CycleFactory(state=source)
        with pytest.raises(IllegalMove):
            transitions.move_cycle(cycle=cycle, by=UserFactory(), target=target)
        assert not cycle.collaboration.changes.exists()
