"""The only code that writes meetings: what they hold, their state, and drafts of them."""

from agreements.engagement.transitions.answers import (
    answer_minutes,
    confirm_answer,
    reply_to_answer,
    settle_reply,
)
from agreements.engagement.transitions.drafts import discard_draft, save_draft
from agreements.engagement.transitions.envoys import replace_envoy, replace_facilitator
from agreements.engagement.transitions.meetings import edit_meeting, log_meeting
from agreements.engagement.transitions.minutes import (
    adopt_minutes,
    correct_minutes,
    share_minutes,
)
from agreements.engagement.transitions.moves import cancel, hold
from agreements.engagement.transitions.topics import close_item, reopen_item

__all__ = [
    "adopt_minutes",
    "answer_minutes",
    "cancel",
    "close_item",
    "confirm_answer",
    "correct_minutes",
    "discard_draft",
    "edit_meeting",
    "hold",
    "log_meeting",
    "reopen_item",
    "replace_envoy",
    "replace_facilitator",
    "reply_to_answer",
    "save_draft",
    "settle_reply",
    "share_minutes",
]
