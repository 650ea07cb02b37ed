"""Tables of shared motivation."""

from agreements.motivation.models.answers import (
    PulseAnswer,
    PulseComment,
    PulseResponse,
    PulseSpool,
)
from agreements.motivation.models.discussions import PulseDiscussion
from agreements.motivation.models.items import PulseItem
from agreements.motivation.models.links import PulseLink, PulseTurn
from agreements.motivation.models.results import PulseResult
from agreements.motivation.models.waves import PulseChange, PulseInvitation, PulseWave

__all__ = [
    "PulseAnswer",
    "PulseChange",
    "PulseComment",
    "PulseDiscussion",
    "PulseInvitation",
    "PulseItem",
    "PulseLink",
    "PulseResponse",
    "PulseResult",
    "PulseSpool",
    "PulseTurn",
    "PulseWave",
]
