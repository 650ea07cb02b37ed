"""The shapes of shared goals in the demo's plain data: what is wanted, measured and planned."""

from dataclasses import dataclass

from agreements.demo.shapes import INVENTED
from agreements.goals.kinds import BenefitDimension, Direction, Frequency, IndicatorLevel


@dataclass(frozen=True)
class Step:
    """A result of the theory of change, and what it leads to on which assumption."""

    key: str
    kind: str
    title: str
    goal: str = ""
    leads_to: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Value:
    """A measurement: by which party and account, for which days, and what became of it.

    `ends` is a day, or a whole year, quarter or month: "2022", "2023-Q3", "2023-01".
    """

    body: str
    number: str
    ends: str
    starts: str = ""
    by: str = ""
    checked_by: str = ""  # empty: nobody has verified it
    is_draft: bool = False
    place: str = ""
    disputed: str = ""
    rival: tuple[str, str, str, str] | None = None  # another figure, its source, why, who told it
    source: str = INVENTED


@dataclass(frozen=True)
class Yardstick:
    """An indicator with its baseline, its targets (value, day, region) and its values."""

    name: str
    level: str
    unit: str
    definition: str = ""
    direction: str = Direction.UP
    frequency: str = Frequency.QUARTERLY
    is_share: bool = False
    start: tuple[str, str] | None = None
    start_source: str = ""
    targets: tuple[tuple[str, str, str], ...] = ()
    values: tuple[Value, ...] = ()
    duties: tuple[tuple[str, str, str], ...] = ()  # party, region, since
    source: str = ""
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """Which plan of which party carries the goal."""

    body: str
    document: str
    title: str
    is_priority: bool = False
    place: str = ""


@dataclass(frozen=True)
class Aim:
    """A shared goal."""

    key: str
    title: str
    lead: str
    about: str = ""
    benefit: str = BenefitDimension.CLIENT
    supports: tuple[tuple[str, str], ...] = ()
    yardsticks: tuple[Yardstick, ...] = ()
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True)
class Aims:
    """All goals of a scenario; `ruling` is the decision that set them, on `agreed`."""

    summary: str
    ruling: str
    agreed: str
    steps: tuple[Step, ...]
    goals: tuple[Aim, ...]


OUTPUT, OUTCOME = IndicatorLevel.OUTPUT, IndicatorLevel.OUTCOME
