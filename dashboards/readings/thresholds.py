"""The ruler: from which value a signal reads low or high, and from how many records it reads.

Conventions, not science. A change here is a new RULE_VERSION, so that readings made with
different rulers are never compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

RULE_VERSION = "1"


@dataclass(frozen=True)
class Threshold:
    """Below `low` is low, from `high` on is high; an inverse signal is better when smaller."""

    low: Fraction
    high: Fraction
    min_den: int = 1
    inverse: bool = False


def _between(low: str, high: str, *, min_den: int = 1) -> Threshold:
    return Threshold(Fraction(low), Fraction(high), min_den)


THRESHOLDS: Mapping[str, Threshold] = MappingProxyType(
    {
        "DRV.kinds": _between("1/4", "3/4"),
        "PE1.noted": _between("0.5", "0.9", min_den=2),
        "PE2.noted": _between("0.5", "0.9", min_den=2),
        "PE3.noted": _between("0.5", "0.9", min_den=2),
        "PE4a.held": _between("0.6", "0.85", min_den=3),
        "PE4b.followed": _between("0.5", "0.9", min_den=2),
        "SM1.behaviour": _between("0.5", "0.8", min_den=5),
        "SM3.level": _between("0.3", "0.6", min_den=6),
        "SM4.promising": _between("0.6", "0.9", min_den=2),
        "CJ2.facilitated": _between("0.4", "0.8", min_den=3),
    }
)
