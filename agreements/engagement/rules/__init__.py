"""Who may do what in principled engagement; each module registers its own verbs."""

from agreements.engagement.rules import discovery, meetings, minutes

__all__ = ["discovery", "meetings", "minutes"]
