"""Builds a collaboration with its parties, cycles and drivers by the charter's own verbs."""

from agreements.charter import transitions
from agreements.charter.states import CycleState
from agreements.demo.calendar import PICTURE_DAY
from agreements.demo.scene import history_of
from agreements.models import CollaborationChange, PartyChange


def build_collaboration(scenario, scene):
    """Found it, let everybody join, note why, convene and activate it: each on its day."""
    starts_on = scene.calendar.day(scenario.starts)
    changes, parties = CollaborationChange.objects, PartyChange.objects
    with history_of(changes, starts_on), history_of(parties, starts_on):
        collaboration = transitions.found(
            by=scene.coordinator,
            coordinator=scene.people[scenario.coordinator],
            submission_id=scene.uuid("collaboration"),
            is_sample=True,
            title=scenario.title,
            purpose=scenario.purpose,
            **{name: getattr(scenario, name) for name in ("focus", "time_zone")},
            initiator=scene.organizations[scenario.founder],
            starts_on=starts_on,
            source_note=scenario.source,
        )
        _build_cycles(collaboration, scene)
    parties = {
        member.body: _build_party(member, collaboration, scene) for member in scenario.members
    }
    for reason in scenario.reasons:
        _build_driver(reason, collaboration, parties, scene)
    _build_stakeholders(scenario, collaboration, scene)
    for verb, day in (
        (transitions.convene, scenario.convened),
        (transitions.activate, scenario.activated),
    ):
        with history_of(collaboration.changes, scene.calendar.day(day)):
            verb(collaboration=collaboration, by=scene.coordinator)
    collaboration.refresh_from_db()
    return collaboration


def _build_cycles(collaboration, scene):
    """The cycle that holds today is running; the next one is being planned."""
    for year in (PICTURE_DAY.year, PICTURE_DAY.year + 1):
        label, starts_on, ends_on = scene.calendar.year(year)
        cycle = transitions.add_cycle(
            collaboration=collaboration,
            by=scene.coordinator,
            label=label,
            starts_on=starts_on,
            ends_on=ends_on,
            is_sample=True,
        )
        if year == PICTURE_DAY.year:
            transitions.move_cycle(cycle=cycle, by=scene.coordinator, target=CycleState.RUNNING)


def _build_party(member, collaboration, scene):
    """An organization joins on its day, with the post that speaks for it."""
    day = scene.calendar.day(member.since)
    with history_of(PartyChange.objects, day), history_of(collaboration.changes, day):
        organization = scene.organizations[member.body]
        party = collaboration.parties.filter(organization=organization).first()
        if party is None:  # the initiator has been one since the founding
            party = transitions.add_party(
                collaboration=collaboration,
                organization=organization,
                by=scene.coordinator,
                basis=member.basis,
                voice=member.voice,
                starts_on=day,
                is_sample=True,
            )
        transitions.add_representative(
            party=party,
            person=scene.people[member.speaker],
            by=scene.coordinator,
            starts_on=day,
            on=day,
            is_sample=True,
        )
    return party


def _build_driver(reason, collaboration, parties, scene):
    day = scene.calendar.day(reason.noted)
    with history_of(collaboration.changes, day):
        transitions.add_driver(
            collaboration=collaboration,
            by=scene.coordinator,
            noted_on=day,
            is_sample=True,
            kind=reason.kind,
            origin=reason.origin,
            description=reason.text,
            declared_by=parties.get(reason.body),
            source_note=reason.source,
        )


def _build_stakeholders(scenario, collaboration, scene):
    with history_of(collaboration.changes, scene.calendar.day(scenario.convened)):
        for stake in scenario.stakes:
            transitions.add_stakeholder(
                collaboration=collaboration,
                by=scene.coordinator,
                is_sample=True,
                organization=scene.organizations.get(stake.body),
                group_name=stake.group,
                interest=stake.interest,
                influence=stake.influence,
                is_engaged=stake.is_engaged,
                stance=stake.stance,
                spoken_for_by=stake.spoken_for_by,
                note=stake.note,
            )
