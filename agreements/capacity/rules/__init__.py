"""Who may do what with the capacity of a collaboration."""

from agreements.capacity.rules import (
    assistance,
    ground_rules,
    guidelines,
    knowledge,
    pledges,
    services,
    structures,
    trainings,
)

__all__ = [
    "assistance",
    "ground_rules",
    "guidelines",
    "knowledge",
    "pledges",
    "services",
    "structures",
    "trainings",
]
