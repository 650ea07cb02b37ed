"""The only code that writes meetings: what they hold, their state, and drafts of them."""

from agreements.engagement.transitions.answers import (
    answer_minutes,
    confirm_answer,
    reply_to_answer,
    settle_reply,
)
from agreements.engagement.transitions.drafts import discard_draft, save_draft
from agreements.engagement.transitions.envoys import replace_envoy, replace_facilitator
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
from agreements.engagement.transitions.planning import (
    holidays_of,
    keep_planned,
    plan_ahead,
    rehearse,
    series_to_plan,
)
from agreements.engagement.transitions.rescheduling import reschedule, when_in_words
from agreements.engagement.transitions.series import begin_series, edit_series, end_series
from agreements.engagement.transitions.topics import close_item, reopen_item

__all__ = [
    "add_holiday",
    "adopt_minutes",
    "answer_invitation",
    "answer_minutes",
    "begin_series",
    "cancel",
    "close_item",
    "confirm_answer",
    "correct_minutes",
    "discard_draft",
    "edit_holiday",
    "edit_meeting",
    "edit_series",
    "end_series",
    "hold",
    "holidays_of",
    "keep_planned",
    "load_holidays",
    "log_meeting",
    "plan_ahead",
    "rehearse",
    "remove_holiday",
    "reopen_item",
    "replace_envoy",
    "replace_facilitator",
    "reply_to_answer",
    "reschedule",
    "save_draft",
    "series_to_plan",
    "settle_reply",
    "share_minutes",
    "when_in_words",
]
