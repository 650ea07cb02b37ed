"""Six criteria of collaborative governance (Ansell & Gash 2008, JPART 18), read from records.

Each is met, not met, or there are not enough records to say; none is a mark. "Not met" says what
kind of collaboration it is: one of agencies alone does not include others, and may work very well.
"""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actors.organizations.kinds import Sector
from agreements.charter.stances import Stance
from agreements.models import Decision, Party
from dashboards.criteria.core import Answer, Finding, Group, Words
from dashboards.criteria.facts import Facts, lines_of_parties, lines_of_records
from dashboards.panels.evidence import Line
from dashboards.readings.element import Scope

FEWEST_PLENARIES = 2  # in the window: it meets, and not only once
HALF = 2  # of the decisions, and of the parties asked about one: at least every second

INITIATED = Words(
    1,
    gettext_lazy("Begun by a public agency"),
    gettext_lazy("The initiator is an agency of government, or owned by the state."),
)
INCLUDES = Words(
    2,
    gettext_lazy("Others than the state take part"),
    gettext_lazy(
        "At least one active party is of another sector than government. A state university or "
        "enterprise is counted and shown without, too."
    ),
)
DECIDES = Words(
    3,
    gettext_lazy("Those who take part decide, and are not only heard"),
    gettext_lazy(
        "At least one party from outside government has stated where it stands on a decision of "
        "content. It does not apply where only government takes part."
    ),
)
ORGANIZED = Words(
    4,
    gettext_lazy("Formally organized, and it meets"),
    gettext_lazy(
        "An agreement or decree is in force, and at least two plenary meetings took place."
    ),
)
CONSENSUS = Words(
    5,
    gettext_lazy("It seeks consensus"),
    gettext_lazy(
        "At least half of what was decided was decided by consensus, and on each of these at "
        "least half of the parties asked that day stated their position themselves. Consensus "
        "over the silence of most is a claim: not enough data."
    ),
)
PUBLIC = Words(
    6,
    gettext_lazy("About public policy or public management"),
    gettext_lazy("The charter says so, and at least one shared goal is written down."),
)


def criteria_of(scope: Scope) -> tuple[Finding, ...]:
    """All six in the paper's order, in a fixed number of questions to the database."""
    facts = Facts.of(scope)
    return (
        initiated(facts),
        includes(facts),
        decides(facts),
        organized(facts),
        consensus(facts),
        public(facts),
    )


def initiated(facts: Facts) -> Finding:
    body = facts.collaboration.initiator
    is_public = body.sector == Sector.GOVERNMENT or body.is_state_owned
    said = (
        _("%s began it: a public body.") if is_public else _("%s began it: not a public body.")
    ) % body.name
    line = Line(body.name, body.get_absolute_url(), (str(body.get_kind_display()),))
    answer = Answer.MET if is_public else Answer.NOT_MET
    return Finding(INITIATED, answer, said, (Group(_("Initiator"), (line,)),))


def includes(facts: Facts) -> Finding:
    if not facts.parties:
        return Finding(INCLUDES, Answer.NOT_ENOUGH, _("No party is active today."))
    others, number = facts.non_state, len(facts.non_state)
    words = ngettext(
        "%(number)d of %(all)d active party is from outside government.",
        "%(number)d of %(all)d active parties are from outside government.",
        len(facts.parties),
    )
    said = words % {"number": number, "all": len(facts.parties)}
    agencies = [row for row in facts.parties if row not in others]
    groups = (
        Group(_("Parties from outside government"), lines_of_parties(others)),
        Group(_("Parties of government"), lines_of_parties(agencies)),
    )
    answer, note = (
        (Answer.MET, _strictly(others)) if others else (Answer.NOT_MET, _only_government())
    )
    return Finding(INCLUDES, answer, said, _filled(groups), (note,))


def _only_government() -> str:
    return _("Agencies alone work together here. That is a kind of collaboration, not a fault.")


def _strictly(parties: tuple[Party, ...]) -> str:
    """The other reading: a state university is a public body, whatever its sector."""
    private = sum(not row.organization.is_state_owned for row in parties)
    words = ngettext(
        "Without universities and enterprises that the state owns: %d party.",
        "Without universities and enterprises that the state owns: %d parties.",
        private,
    )
    return words % private


def decides(facts: Facts) -> Finding:
    if not facts.non_state:
        said = _("Only government takes part, so nobody else can decide.")
        return Finding(DECIDES, Answer.NOT_ASKED, said)
    wanted = {row.pk for row in facts.non_state}
    own = [row for row in facts.positions if not row.is_on_behalf]
    theirs = [row for row in own if row.party_id in wanted]
    waiting = [row for row in facts.positions if row.is_on_behalf and row.party_id in wanted]
    notes = (_on_behalf(len(waiting)),) if waiting else ()
    behind = Group(_("Given on their behalf"), tuple(_position(row) for row in waiting))
    if theirs:
        words = ngettext(
            "Parties from outside government stated %d position on decisions of content.",
            "Parties from outside government stated %d positions on decisions of content.",
            len(theirs),
        )
        groups = (Group(_("Their positions"), tuple(_position(row) for row in theirs)), behind)
        return Finding(DECIDES, Answer.MET, words % len(theirs), _filled(groups), notes)
    if own:
        said = _("Only parties of government stated positions on decisions of content.")
        groups = (Group(_("Positions of government"), tuple(_position(row) for row in own)), behind)
        return Finding(DECIDES, Answer.NOT_MET, said, _filled(groups), notes)
    said = _("No party has stated a position on a decision of content itself.")
    return Finding(DECIDES, Answer.NOT_ENOUGH, said, _filled((behind,)), notes)


def _on_behalf(number: int) -> str:
    words = ngettext(
        "%d position given on their behalf waits for their own word and does not count yet.",
        "%d positions given on their behalf wait for their own word and do not count yet.",
        number,
    )
    return words % number


def _position(row) -> Line:
    stance = str(Stance(row.stance).label)
    name = row.party.organization.name
    return Line(
        f"{name}: {stance}",
        row.decision.get_absolute_url(),
        (str(row.decision),),
        is_confidential=row.is_confidential,
    )


def organized(facts: Facts) -> Finding:
    held, papers = facts.plenaries, facts.agreements
    agreed = ngettext(
        "%d agreement or decree is in force", "%d agreements or decrees are in force", len(papers)
    )
    met = ngettext("%d plenary meeting took place", "%d plenary meetings took place", len(held))
    words = {"agreed": agreed % len(papers), "met": met % len(held)}
    said = _("%(agreed)s, and %(met)s.") % words
    groups = (
        Group(_("In force"), lines_of_records(papers, "type", "number")),
        Group(_("Plenary meetings"), lines_of_records(held, "held_on")),
    )
    if not papers and not held:
        return Finding(ORGANIZED, Answer.NOT_ENOUGH, said)
    is_met = papers and len(held) >= FEWEST_PLENARIES
    return Finding(ORGANIZED, Answer.MET if is_met else Answer.NOT_MET, said, _filled(groups))


def _filled(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    return tuple(group for group in groups if group.lines)


def consensus(facts: Facts) -> Finding:
    every, agreed = facts.decisions, facts.by_consensus
    recorded = [row for row in agreed if _is_spoken(row)]
    if not every:
        return Finding(CONSENSUS, Answer.NOT_ENOUGH, _("Nothing was decided in this time."))
    words = ngettext(
        "Of %(all)d decision, %(number)d was by consensus with positions of at least half of "
        "the parties.",
        "Of %(all)d decisions, %(number)d were by consensus with positions of at least half of "
        "the parties.",
        len(every),
    )
    said = words % {"all": len(every), "number": len(recorded)}
    if HALF * len(recorded) >= len(every):
        answer = Answer.MET
    else:
        is_claimed = HALF * len(agreed) >= len(every)
        answer = Answer.NOT_ENOUGH if is_claimed else Answer.NOT_MET
    return Finding(CONSENSUS, answer, said, _filled(_ways_decided(facts)), (_silence(),))


def _ways_decided(facts: Facts) -> tuple[Group, ...]:
    """What was decided by consensus, over how much silence, and what in another way."""
    agreed = facts.by_consensus
    recorded = [row for row in agreed if _is_spoken(row)]
    quiet = [row for row in agreed if row.own_words and not _is_spoken(row)]
    bare = [row for row in agreed if not row.own_words]
    other = [row for row in facts.decisions if row not in agreed]
    return (
        Group(
            _("By consensus, with positions of at least half of the parties"),
            lines_of_records(recorded, "decided_on", "spoken_words"),
        ),
        Group(
            _("By consensus, most parties silent"),
            lines_of_records(quiet, "decided_on", "spoken_words"),
        ),
        Group(_("By consensus, nobody's position recorded"), lines_of_records(bare, "decided_on")),
        Group(_("Reached in another way"), lines_of_records(other, "get_rule_display")),
    )


def _is_spoken(row: Decision) -> bool:
    """Whether at least half of the parties asked said themselves where they stand."""
    return bool(row.own_words) and HALF * row.own_words >= len(row.asked)


def _silence() -> str:
    return _("That nobody objected on record does not show that they agreed.")


def public(facts: Facts) -> Finding:
    focus = str(facts.collaboration.get_focus_display())
    if not facts.goals:
        said = _("Its focus is “%s”, but no shared goal is written down yet.") % focus
        return Finding(PUBLIC, Answer.NOT_ENOUGH, said)
    words = ngettext(
        "Its focus is “%(focus)s”, with %(number)d shared goal.",
        "Its focus is “%(focus)s”, with %(number)d shared goals.",
        len(facts.goals),
    )
    said = words % {"focus": focus, "number": len(facts.goals)}
    groups = (Group(_("Shared goals"), lines_of_records(facts.goals)),)
    return Finding(PUBLIC, Answer.MET, said, groups)
