"""A role goes from one person to the next: the new term begins when the old one ends."""

from agreements.capacity.transitions import roles
from agreements.charter import transitions as charter
from agreements.handover.rows import tomorrow
from agreements.models import Coordinator, Representative
from collabgov.kit.access import require_rule


def hand_over_coordination(coordinator, successor, *, by, note=""):
    """The successor runs the collaboration from today, so that it is never without anybody."""
    collaboration = coordinator.collaboration
    require_rule(by, "agreements.appoint_coordinator", collaboration)
    running = Coordinator.objects.filter(collaboration=collaboration, person=successor)
    if not running.current(today=tomorrow()).exists():
        charter.add_coordinator(collaboration=collaboration, person=successor, by=by)
    charter.end_coordinator(coordinator=coordinator, by=by)


def hand_over_representation(representative, successor, *, by, note=""):
    """The successor speaks for the party from today on."""
    require_rule(by, "agreements.edit_charter", representative)
    party = representative.party
    speaking = Representative.objects.filter(party=party, person=successor)
    if not speaking.current(today=tomorrow()).exists():
        charter.add_representative(party=party, person=successor, by=by)
    charter.end_representative(representative=representative, by=by)


def give_voice(party, successor, *, by, note=""):
    """Somebody speaks again for a party whose representative has left."""
    require_rule(by, "agreements.edit_charter", party)
    charter.add_representative(party=party, person=successor, by=by)


def give_role(role, successor, *, by, note=""):
    """The successor holds the role for the same party; from tomorrow, whoever holds it ends today.

    A role that is still to begin becomes theirs from its first day.
    """
    require_rule(by, "agreements.arrange_leadership", role)
    if role.starts_on >= tomorrow():
        days = {"starts_on": role.starts_on, "ends_on": role.ends_on}
        said = {"party": role.party, "person": successor, **days}
        roles.edit_role(role=role, by=by, version=role.version, **said)
        return
    said = {"party": role.party, "person": successor, "starts_on": tomorrow()}
    roles.pass_role_on(role=role, by=by, note=note, **said)


def end_role(role, *, by, note=""):
    require_rule(by, "agreements.arrange_leadership", role)
    roles.end_role(role=role, by=by, note=note)
