"""Builds the demo: both scenarios and the six accounts, once, in one transaction."""

from django.db import connection, transaction

from actors.accounts.models import User
from agreements.capacity.transitions.assistance_lists import load_lists
from agreements.demo.agreements import build_agreements
from agreements.demo.arrangements import build_arrangements
from agreements.demo.assistance import build_assistance
from agreements.demo.bogor.charter import BOGOR
from agreements.demo.calendar import Calendar
from agreements.demo.charter import build_collaboration
from agreements.demo.context import build_context, build_footings
from agreements.demo.culture import build_culture
from agreements.demo.defining import build_definition
from agreements.demo.discovery import build_discovery
from agreements.demo.goals import build_goals
from agreements.demo.imports import build_import
from agreements.demo.meetings import build_meetings
from agreements.demo.pledges import build_pledges
from agreements.demo.promises import build_promises
from agreements.demo.pulses import build_pulses
from agreements.demo.register import (
    build_accounts,
    build_invitation,
    build_organizations,
    build_people,
    build_regions,
    renew_passwords,
)
from agreements.demo.scene import Scene, scenario_uuid
from agreements.demo.series import build_series
from agreements.demo.services import build_services
from agreements.demo.structures import build_structures
from agreements.demo.sulbar.charter import SULBAR
from agreements.engagement.holiday_list import entries
from agreements.engagement.transitions import load_holidays
from agreements.instruments.transitions.loading import load_types
from agreements.models import Collaboration
from collabgov.kit.models import constraints_left_to_the_database

SCENARIOS = (SULBAR, BOGOR)
ONE_AT_A_TIME = 4_120_232_023


@transaction.atomic
def build_demo(*, today, password):
    """Make what is missing; returns the titles of the new scenarios and the renewed passwords.

    A scenario that is there stays untouched, whatever people have done to it since.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
    load_types()
    load_lists()
    load_holidays(entries=entries())
    missing = [scenario for scenario in SCENARIOS if not _is_there(scenario)]
    with constraints_left_to_the_database():
        for scenario in missing:
            build_scenario(scenario, Calendar(today))
    return [scenario.title for scenario in missing], renew_passwords(password)


def build_scenario(scenario, calendar):
    """The register first, then the charter, the meetings and what was promised there."""
    build_regions(scenario.places)
    organizations = build_organizations(scenario.bodies)
    people = build_people(
        scenario.posts, organizations, since=calendar.day(f"{scenario.starts[:4]}-01-01")
    )
    build_accounts(scenario.posts, organizations, people)
    build_invitation(scenario.key)
    scene = Scene(
        key=scenario.key,
        calendar=calendar,
        organizations=organizations,
        people=people,
        coordinator=User.objects.get(person=people[scenario.coordinator]),
    )
    collaboration = build_collaboration(scenario, scene)
    build_context(scenario.surroundings, collaboration=collaboration, scene=scene)
    build_footings(scenario, collaboration=collaboration, scene=scene)
    build_series(scenario.series, collaboration=collaboration, scene=scene)
    build_meetings(scenario.meetings, collaboration=collaboration, scene=scene)
    build_discovery(scenario.discovered, collaboration=collaboration, scene=scene)
    build_agreements(scenario.papers, collaboration=collaboration, scene=scene)
    build_definition(scenario.problem, collaboration=collaboration, scene=scene)
    build_goals(scenario.goals, collaboration=collaboration, scene=scene)
    build_promises(scenario.promises, collaboration=collaboration, scene=scene)
    _build_motivation(scenario, collaboration, scene)
    build_capacity(scenario, collaboration=collaboration, scene=scene)
    build_import(collaboration, scene)


def _build_motivation(scenario, collaboration, scene):
    build_pulses(scenario.pulses, collaboration=collaboration, scene=scene)
    build_culture(scenario.assessed, scene=scene)


def build_capacity(scenario, **here):
    """Who leads and answers for what, what is pledged, who helped whom, what is given together."""
    build_structures(scenario.arranged, **here)
    build_assistance(scenario.helped, **here)
    build_pledges(scenario.resources, **here)
    build_arrangements(scenario.agreed_ways, **here)
    build_services(scenario.services, **here)


def _is_there(scenario):
    return Collaboration.objects.filter(submission_id=scenario_uuid(scenario.key)).exists()
