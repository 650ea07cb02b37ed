"""The ruler: from which value a signal reads low or high, and from how many records it reads.

Conventions, not science. A change here is a new RULE_VERSION, so that readings made with
different rulers are never compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

RULE_VERSION = "5"


@dataclass(frozen=True)
class Threshold:
    """Below `low` is low, from `high` on is high; an inverse signal is better when smaller."""

    low: Fraction
    high: Fraction
    min_den: int = 1
    inverse: bool = False


def _between(low: str, high: str, *, min_den: int = 1) -> Threshold:
    return Threshold(Fraction(low), Fraction(high), min_den)


def _at_most(low: str, high: str, *, min_den: int = 1) -> Threshold:
    """Smaller is better: above `low` is low, up to `high` is high."""
    return Threshold(Fraction(low), Fraction(high), min_den, inverse=True)


THRESHOLDS: Mapping[str, Threshold] = MappingProxyType(
    {
        "CTX.kinds": _between("3/7", "5/7"),
        "CTX.reviewed": _between("0.5", "0.8", min_den=3),
        "DRV.kinds": _between("1/4", "3/4"),
        "DRV.interdependence": _between("0.3", "0.7", min_den=2),
        "PE1.interests": _between("0.5", "0.8", min_den=2),
        "PE1.findings": _between("0.3", "0.7", min_den=2),
        "PE2.consent": _between("0.5", "0.9", min_den=2),
        "PE2.defined": _between("0.5", "1"),
        "PE3.options": _between("0.4", "0.75", min_den=2),
        "PE3.positions": _between("0.4", "0.7", min_den=6),
        "PE3.objections": _between("0.7", "1"),
        "PE4a.adopted": _between("2/4", "1"),
        "PE4a.held": _between("0.6", "0.85", min_den=3),
        "PE4b.followed": _between("0.5", "0.9", min_den=2),
        "PE4b.measured": _between("0.5", "0.9"),
        "SM1.behaviour": _between("0.5", "0.8", min_den=5),
        "SM2.acknowledged": _between("0.3", "0.6", min_den=5),
        "SM3.level": _between("0.3", "0.6", min_den=6),
        "SM3.ratified": _between("0.6", "1", min_den=2),
        "SM4.promising": _between("0.6", "0.9", min_den=2),
        "SM4.aligned": _between("0.3", "0.6", min_den=2),
        "CJ1.in_force": _between("0.5", "1"),
        "CJ1.expiring": _at_most("0.34", "0.01"),
        "CJ1.guidelines": _between("0.4", "0.9"),
        "CJ2.roles": _between("0.7", "1", min_den=2),
        "CJ2.facilitated": _between("0.4", "0.8", min_den=3),
        "CJ2.escalated": _between("0.5", "0.8", min_den=3),
        "CJ3.used": _between("0.3", "0.6", min_den=2),
        "CJ3.conflicts": _between("0.5", "0.9"),
        "CJ4.delivered": _between("0.5", "0.8", min_den=3),
        "CJ4.covered": _between("0.5", "0.9", min_den=2),
        "CJ4.answered": _between("0.5", "0.9", min_den=3),
        "IMP.pace": _between("0.5", "1"),
        "IMP.reverse": _at_most("0", "0"),
    }
)
# Of what people say: medians on the scale from 1 to 5; `min_den` is how many have to be heard.
PERCEPTION: Mapping[str, Threshold] = MappingProxyType(
    {
        "SM1.perception": _between("3", "4", min_den=5),
        "SM2.perception": _between("3", "4", min_den=5),
        "SM3.perception": _between("3", "4", min_den=5),
        "SM4.perception": _between("3", "4", min_den=5),
        "CJ2.perception": _between("3", "4", min_den=5),
    }
)
