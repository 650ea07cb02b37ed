"""The template of ground rules: the seven values of BerAKHLAK, each with a behaviour.

The behaviours are our own wording and stand in `data/berakhlak.json`, in both languages.
"""

import json
from functools import cache
from pathlib import Path

from agreements.capacity.arrangement_kinds import CoreValue

FILE = Path(__file__).parent / "data" / "berakhlak.json"


@cache
def _words():
    with FILE.open(encoding="utf-8") as file:
        return json.load(file)


def behaviours(language):
    """(value, behaviour) in the order of the values; in English, else in Indonesian."""
    tongue = "en" if language == "en" else "id"
    return [(value, _words()[value.value][tongue]) for value in CoreValue]
