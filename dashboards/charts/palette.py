"""The only place where a chart's colours are named; each keeps 3:1 against white paper."""

from types import MappingProxyType

INK = "#172630"
MUTED = "#4d5e69"
GRID = "#d9e0e4"
TRACK = "#edf1f3"
PAPER = "#ffffff"
PETROL = "#0b5d7a"
GREEN = "#23683f"
OCHRE = "#9a5b00"
RED = "#b3261e"
GREY = "#5c6d78"

# A bar's tone: fill, and the outline that tells a plan from a fact without colour.
TONES = MappingProxyType(
    {
        "info": (PETROL, PETROL),
        "good": (GREEN, GREEN),
        "bad": (RED, RED),
        "warn": (OCHRE, OCHRE),
        "neutral": (GREY, GREY),
        "plan": (PAPER, GREY),
    }
)
HEAT_STEPS = 5
