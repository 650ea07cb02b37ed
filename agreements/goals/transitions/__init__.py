"""The only code that changes theories of change, goals, indicators and what belongs to them."""

from agreements.goals.transitions.duties import call_off_duty, edit_duty, end_duty, give_duty
from agreements.goals.transitions.goals import (
    add_support,
    agree_goal,
    close_goal,
    drop_goal,
    edit_goal,
    edit_support,
    propose_goal,
    remove_support,
    reopen_goal,
)
from agreements.goals.transitions.indicators import (
    add_indicator,
    agree_definition,
    edit_indicator,
    retire_indicator,
    revive_indicator,
)
from agreements.goals.transitions.plans import align, edit_alignment, unalign
from agreements.goals.transitions.positions import confirm_position, state_position
from agreements.goals.transitions.results import (
    add_result,
    edit_link,
    edit_result,
    link,
    remove_result,
    unlink,
)
from agreements.goals.transitions.targets import drop_target, set_baseline, set_target
from agreements.goals.transitions.theory import (
    agree,
    draft_theory,
    edit_theory,
    offer,
    recall,
)

__all__ = [
    "add_indicator",
    "add_result",
    "add_support",
    "agree",
    "agree_definition",
    "agree_goal",
    "align",
    "call_off_duty",
    "close_goal",
    "confirm_position",
    "draft_theory",
    "drop_goal",
    "drop_target",
    "edit_alignment",
    "edit_duty",
    "edit_goal",
    "edit_indicator",
    "edit_link",
    "edit_result",
    "edit_support",
    "edit_theory",
    "end_duty",
    "give_duty",
    "link",
    "offer",
    "propose_goal",
    "recall",
    "remove_result",
    "remove_support",
    "reopen_goal",
    "retire_indicator",
    "revive_indicator",
    "set_baseline",
    "set_target",
    "state_position",
    "unalign",
    "unlink",
]
