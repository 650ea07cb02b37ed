"""The only code that changes a charter; every verb is named here, by what it changes."""

from agreements.charter.transitions.collaborations import (
    activate,
    close,
    convene,
    edit,
    found,
    rest,
)
from agreements.charter.transitions.cycles import add_cycle, edit_cycle, move_cycle
from agreements.charter.transitions.drivers import add_driver, edit_driver, remove_driver
from agreements.charter.transitions.parties import (
    activate_party,
    add_party,
    edit_party,
    end_party,
    invite_party,
    pause_party,
    usual_start,
)
from agreements.charter.transitions.people import (
    add_coordinator,
    add_representative,
    end_coordinator,
    end_representative,
)
from agreements.charter.transitions.stakeholders import (
    add_stakeholder,
    edit_stakeholder,
    remove_stakeholder,
)

__all__ = [
    "activate",
    "activate_party",
    "add_coordinator",
    "add_cycle",
    "add_driver",
    "add_party",
    "add_representative",
    "add_stakeholder",
    "close",
    "convene",
    "edit",
    "edit_cycle",
    "edit_driver",
    "edit_party",
    "edit_stakeholder",
    "end_coordinator",
    "end_party",
    "end_representative",
    "found",
    "invite_party",
    "move_cycle",
    "pause_party",
    "remove_driver",
    "remove_stakeholder",
    "rest",
    "usual_start",
]
