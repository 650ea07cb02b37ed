"""The only code that writes meetings: what they hold, their state, and drafts of them."""

from agreements.engagement.transitions.drafts import discard_draft, save_draft
from agreements.engagement.transitions.envoys import replace_envoy, replace_facilitator
from agreements.engagement.transitions.meetings import edit_meeting, log_meeting
from agreements.engagement.transitions.moves import adopt_minutes, cancel, hold, share_minutes
from agreements.engagement.transitions.topics import close_item, reopen_item

__all__ = [
    "adopt_minutes",
    "cancel",
    "close_item",
    "discard_draft",
    "edit_meeting",
    "hold",
    "log_meeting",
    "reopen_item",
    "replace_envoy",
    "replace_facilitator",
    "save_draft",
    "share_minutes",
]
