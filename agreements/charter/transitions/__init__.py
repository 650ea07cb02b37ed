"""The only code that changes a charter; every verb is named here, by what it changes."""

from agreements.charter.transitions.collaborations import (
    activate,
    close,
    convene,
    edit,
    found,
    rest,
)
from agreements.charter.transitions.context import (
    add_context,
    edit_context,
    remove_context,
    review_context,
)
from agreements.charter.transitions.cycles import add_cycle, edit_cycle, move_cycle
from agreements.charter.transitions.drivers import add_driver, edit_driver, remove_driver
from agreements.charter.transitions.legal import (
    add_legal_basis,
    edit_legal_basis,
    load_legal_bases,
    rest_on,
    rest_on_no_longer,
)
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
    "add_context",
    "add_coordinator",
    "add_cycle",
    "add_driver",
    "add_legal_basis",
    "add_party",
    "add_representative",
    "add_stakeholder",
    "close",
    "convene",
    "edit",
    "edit_context",
    "edit_cycle",
    "edit_driver",
    "edit_legal_basis",
    "edit_party",
    "edit_stakeholder",
    "end_coordinator",
    "end_party",
    "end_representative",
    "found",
    "invite_party",
    "load_legal_bases",
    "move_cycle",
    "pause_party",
    "remove_context",
    "remove_driver",
    "remove_stakeholder",
    "rest",
    "rest_on",
    "rest_on_no_longer",
    "review_context",
    "usual_start",
]
