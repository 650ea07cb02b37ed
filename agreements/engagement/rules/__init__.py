"""Who may do what in principled engagement; each module registers its own verbs."""

from agreements.engagement.rules import definition, discovery, meetings, minutes, series

__all__ = ["definition", "discovery", "meetings", "minutes", "series"]
