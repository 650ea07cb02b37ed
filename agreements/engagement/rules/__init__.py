"""Who may do what in principled engagement; each module registers its own verbs."""

from agreements.engagement.rules import (
    decisions,
    definition,
    discovery,
    meetings,
    minutes,
    series,
)

__all__ = ["decisions", "definition", "discovery", "meetings", "minutes", "series"]
