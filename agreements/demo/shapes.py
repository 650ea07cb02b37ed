"""The shapes that the demo's plain data takes, noun by noun.

A day is an ISO date of the scenario (moved with everything else) or a number of days from today.
People are role titles and carry no real names.
"""

from dataclasses import dataclass, field
from typing import Any

from actors.accounts.models import TimeZone
from actors.organizations.kinds import OrganizationKind, Sector
from agreements.charter.kinds import Basis, CollaborationFocus, DriverOrigin, Voice
from agreements.engagement.kinds import DecisionRule, MeetingMode, Word

ARTICLE_SULBAR = "Artikel opini tentang penanganan 4+1 Sulawesi Barat"
ARTICLE_BOGOR = "Artikel tentang E-SAKIP Kabupaten Bogor"
PUBLIC = "Berita di halaman publik, sudah diperiksa"
INVENTED = "Data contoh, dikarang untuk peragaan"

Day = str | int


@dataclass(frozen=True)
class Place:
    """A region by its Kemendagri code."""

    code: str
    name: str
    level: str
    parent: str = ""
    aliases: str = ""


@dataclass(frozen=True)
class Body:
    """An organization; `key` is how the rest of the data names it."""

    key: str
    name: str
    short: str
    region: str
    level: str = ""
    kind: str = OrganizationKind.REGIONAL_APPARATUS
    sector: str = Sector.GOVERNMENT
    is_state_owned: bool = True
    parent: str = ""
    aliases: tuple[str, ...] = ()
    mandate: str = ""
    source: str = PUBLIC


@dataclass(frozen=True)
class Post:
    """A role title, its organization, the account it signs in with, or a mail without one."""

    key: str
    title: str
    body: str
    post: str
    is_acting: bool = False
    account: str = ""
    role: str = "staff"
    mail: str = ""


@dataclass(frozen=True)
class Membership:
    """A party, since when, and who speaks for it."""

    body: str
    since: str
    basis: str = Basis.VOLUNTARY
    voice: str = Voice.DECIDES
    speaker: str = ""
    source: str = PUBLIC


@dataclass(frozen=True)
class Reason:
    """A driver."""

    kind: str
    text: str
    noted: str
    source: str
    origin: str = DriverOrigin.INTERNAL
    body: str = ""


@dataclass(frozen=True)
class Surrounding:
    """A context factor; `looked` is when somebody found that it is still so."""

    kind: str
    text: str
    noted: str
    source: str
    body: str = ""
    looked: Day = ""


@dataclass(frozen=True)
class Rule:
    """A legal basis that the supplied list does not have."""

    key: str
    level: str
    number: str
    year: int
    title: str
    issuer: str
    articles: str = ""


@dataclass(frozen=True)
class Footing:
    """What a collaboration rests on: a legal basis by its key, which article, what follows."""

    rule: str
    article: str = ""
    note: str = ""


@dataclass(frozen=True)
class Stake:
    """A stakeholder: an organization by its key, or a group by its name."""

    interest: int
    influence: int
    body: str = ""
    group: str = ""
    is_engaged: bool = False
    stance: str = ""
    spoken_for_by: str = ""
    note: str = ""


@dataclass(frozen=True)
class Came:
    """An organization at a meeting, with the post that came for it."""

    body: str
    post: str = ""
    level: str = ""
    is_present: bool = True


@dataclass(frozen=True)
class Ruling:
    """A decision of an agenda item."""

    key: str
    kind: str
    text: str
    source: str
    rule: str = DecisionRule.CONSENSUS
    state: str = "in_effect"
    settles: tuple[str, ...] = ()
    deliberation: "Deliberation | None" = None  # what was weighed and said before it


@dataclass(frozen=True)
class Choice:
    """An option: what speaks for it, against it, and what it costs."""

    title: str
    pros: str
    cons: str
    cost: int | None = None
    cost_note: str = ""
    body: str = ""


@dataclass(frozen=True)
class Stand:
    """What a party said about a decision, so many days after it was taken up."""

    body: str
    stance: str
    reason: str = ""
    answer: str = ""  # of the coordinator, to an objection
    after: int = 0


@dataclass(frozen=True)
class Deliberation:
    """The options and positions of a decision; who is not named stayed silent."""

    choices: tuple[Choice, ...] = ()
    stands: tuple[Stand, ...] = ()
    chosen: str = ""
    review_on: str = ""


@dataclass(frozen=True)
class Topic:
    """An agenda item."""

    topic: str
    phase: str
    notes: str = ""
    rulings: tuple[Ruling, ...] = ()
    is_open: bool = False  # it continues in the next meeting
    minutes: int | None = None  # how long it was to take
    presenter: str = ""


@dataclass(frozen=True)
class Said:
    """What a party answered on minutes; without a word it stayed silent."""

    body: str
    word: str = Word.CONFIRM
    text: str = ""
    reply: str = ""


@dataclass(frozen=True)
class Gathering:
    """A meeting: planned, held, or cancelled; `minutes` says how far its minutes came."""

    key: str
    on: Day
    title: str
    kind: str
    source: str
    mode: str = MeetingMode.IN_PERSON
    place: str = ""
    hours: tuple[str, str] = ("09:00", "11:30")
    facilitator: str = ""
    logged_by: str = ""
    notes: str = ""
    came: tuple[Came, ...] = ()
    topics: tuple[Topic, ...] = ()
    minutes: str = ""
    said: tuple[Said, ...] = ()  # on the minutes; the others that were present confirm them
    cancelled_on: str = ""
    series: str = ""


@dataclass(frozen=True)
class Reply:
    """What an office says to the next invitation, by whose account."""

    body: str
    post: str
    answer: str
    note: str = ""


@dataclass(frozen=True)
class Recurring:
    """A series of meetings: how often, since when, how many of them are planned ahead."""

    key: str
    title: str
    kind: str
    pattern: str
    on: Day
    place: str = ""
    hours: tuple[str, str] = ("09:00", "11:30")
    facilitator: str = ""
    ahead: int = 2
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True)
class Step:
    """A verb of a promise's history: which, when, by whose account, with what words."""

    verb: str
    on: Day
    by: str
    words: dict[str, str | bool] = field(default_factory=dict)


@dataclass(frozen=True)
class Promise:
    """A commitment and its history after it was recorded."""

    key: str
    body: str
    text: str
    made: Day
    due: Day
    steps: tuple[Step, ...] = ()
    meeting: str = ""
    ruling: str = ""
    post: str = ""
    recorded_by: str = ""


@dataclass(frozen=True)
class Scenario:
    """One collaboration with everything in it."""

    key: str
    title: str
    purpose: str
    founder: str
    coordinator: str
    starts: str
    convened: str
    activated: str
    source: str
    places: tuple[Place, ...]
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    members: tuple[Membership, ...]
    reasons: tuple[Reason, ...]
    meetings: tuple[Gathering, ...]
    promises: tuple[Promise, ...]
    series: tuple[Recurring, ...] = ()
    stakes: tuple[Stake, ...] = ()
    surroundings: tuple[Surrounding, ...] = ()
    rules: tuple[Rule, ...] = ()
    footings: tuple[Footing, ...] = ()
    problem: Any = None
    goals: Any = None
    discovered: Any = None
    helped: Any = ()
    pulses: Any = ()
    assessed: Any = field(default_factory=dict)
    resources: Any = None
    arranged: Any = None
    agreed_ways: Any = None
    services: Any = ()
    papers: Any = ()
    focus: str = CollaborationFocus.PROGRAM_MANAGEMENT
    time_zone: str = TimeZone.WITA
