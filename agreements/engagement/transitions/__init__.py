"""The only code that writes meetings: what they hold, their state, and drafts of them."""

from agreements.engagement.transitions.answers import (
    answer_minutes,
    confirm_answer,
    reply_to_answer,
    settle_reply,
)
from agreements.engagement.transitions.decision_positions import (
    answer_objection,
    confirm_decision_position,
    state_decision_position,
)
from agreements.engagement.transitions.decisions import (
    amend,
    begin_deliberation,
    decide,
    effect_due,
    name_instrument,
    put_forward,
    review,
    take_effect,
    withdraw_decision,
)
from agreements.engagement.transitions.drafts import discard_draft, save_draft
from agreements.engagement.transitions.envoys import (
    replace_envoy,
    replace_facilitator,
    replace_presenter,
    replace_series_facilitator,
)
from agreements.engagement.transitions.holidays import (
    add_holiday,
    edit_holiday,
    load_holidays,
    remove_holiday,
)
from agreements.engagement.transitions.invitations import answer_invitation
from agreements.engagement.transitions.meetings import edit_meeting, log_meeting
from agreements.engagement.transitions.minutes import (
    adopt_minutes,
    correct_minutes,
    share_minutes,
)
from agreements.engagement.transitions.moves import cancel, hold
from agreements.engagement.transitions.options import add_option, edit_option, remove_option
from agreements.engagement.transitions.planning import (
    holidays_of,
    keep_planned,
    plan_ahead,
    rehearse,
    series_to_plan,
)
from agreements.engagement.transitions.rescheduling import reschedule, when_in_words
from agreements.engagement.transitions.series import begin_series, edit_series, end_series
from agreements.engagement.transitions.series_places import place_in_series
from agreements.engagement.transitions.topics import add_topic, close_item, reopen_item

__all__ = [
    "add_holiday",
    "add_option",
    "add_topic",
    "adopt_minutes",
    "amend",
    "answer_invitation",
    "answer_minutes",
    "answer_objection",
    "begin_deliberation",
    "begin_series",
    "cancel",
    "close_item",
    "confirm_answer",
    "confirm_decision_position",
    "correct_minutes",
    "decide",
    "discard_draft",
    "edit_holiday",
    "edit_meeting",
    "edit_option",
    "edit_series",
    "effect_due",
    "end_series",
    "hold",
    "holidays_of",
    "keep_planned",
    "load_holidays",
    "log_meeting",
    "name_instrument",
    "place_in_series",
    "plan_ahead",
    "put_forward",
    "rehearse",
    "remove_holiday",
    "remove_option",
    "reopen_item",
    "replace_envoy",
    "replace_facilitator",
    "replace_presenter",
    "replace_series_facilitator",
    "reply_to_answer",
    "reschedule",
    "review",
    "save_draft",
    "series_to_plan",
    "settle_reply",
    "share_minutes",
    "state_decision_position",
    "take_effect",
    "when_in_words",
    "withdraw_decision",
]
