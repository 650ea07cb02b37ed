"""When a decision may be taken: where, by which rule, and over what was said."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.charter.stances import FOR_IT, Stance, deciding, deciding_on
from agreements.engagement.kinds import DecisionRule
from agreements.engagement.states import ASKED, SETTLED, TOOK_PLACE, MeetingState
from collabgov.kit.errors import Refused


def require_place(meeting, decision):
    """A meeting of this collaboration that took place, not before the one that took it up."""
    if meeting.collaboration_id != decision.meeting.collaboration_id:
        raise ValidationError({"decided_in": [_("This meeting is of another collaboration.")]})
    if meeting.state not in TOOK_PLACE:
        raise ValidationError({"decided_in": [_("This meeting has not taken place yet.")]})
    if meeting.state == MeetingState.MINUTES_ADOPTED:
        sentence = _("The minutes of this meeting are adopted and do not tell it. Correct them.")
        raise ValidationError({"decided_in": [sentence]})
    if meeting.held_on < decision.meeting.held_on:
        raise ValidationError({"decided_in": [_("The meeting that took it up was later.")]})


def require_carried(decision, *, today=None):
    """By consensus: no objection is without an answer. By majority: more are for it than against.

    The chair, or who has the mandate, decides whatever was said; the page shows what was.
    """
    if decision.rule == DecisionRule.CONSENSUS:
        require_answers(decision)
    elif decision.rule == DecisionRule.MAJORITY:
        _require_majority(decision, today=today)


def require_answers(decision):
    """Name the parties whose objection nobody has answered."""
    if not decision.pk:
        return
    if names := _unanswered(decision):
        sentence = _(
            "Not decided: the objection of %(parties)s has no answer yet. By consensus, every "
            "objection is answered first."
        )
        raise Refused(sentence % {"parties": ", ".join(names)})


def require_in_effect(decision):
    """A party objected once it was decided, putting right what was said for it: answer it first."""
    names = _unanswered(decision) if decision.rule == DecisionRule.CONSENSUS else []
    if names:
        sentence = _(
            "Not in effect: the objection of %(parties)s has no answer yet. Answer it first, or "
            "change the decision."
        )
        raise Refused(sentence % {"parties": ", ".join(names)})


def _unanswered(decision):
    rows = decision.positions.unanswered().select_related("party__organization")
    return [row.party.organization.label for row in rows]


def _require_majority(decision, *, today):
    tally = tally_of(decision, today=today)
    count_for = sum(tally[stance] for stance in FOR_IT)
    if count_for <= tally[Stance.OBJECT]:
        sentence = _(
            "No majority: %(count_for)d support or accept it, %(against)d object. More have to be "
            "for it than against it."
        )
        raise Refused(sentence % {"count_for": count_for, "against": tally[Stance.OBJECT]})


def asked_about(decision, *, today=None):
    """The parties that decide: of what is decided those of that day, else those of today."""
    day = decision.decided_on or today or timezone.localdate()
    return deciding_on(decision.meeting.collaboration_id, day)


def may_still_say(decision, *, today=None):
    """The parties that may state a position: those that take part and decide.

    Of what is decided those that were asked on that day, too, and who has said something before:
    it may put that right.
    """
    rows = deciding(decision.meeting.collaboration_id, today=today)
    if decision.state not in SETTLED:
        return rows
    said = decision.positions.exclude(stance=Stance.NOT_STATED).order_by().values("party")
    asked = asked_about(decision).order_by().values("pk")
    return rows.filter(Q(pk__in=asked) | Q(pk__in=said))


def tally_of(decision, *, today=None):
    """How many of the parties that decide say what; who has said nothing is counted as silent."""
    said = dict(decision.positions.values_list("party_id", "stance"))
    asked = asked_about(decision, today=today).values_list("pk", flat=True)
    return Counter(said.get(party, Stance.NOT_STATED) for party in asked)


def tally_words(stances):
    """Every count in words, also of the silent: that nobody objects is not yet agreement."""
    counts = Counter(stances)
    sentence = _(
        "%(support)d support, %(accept)d accept, %(aside)d stand aside, %(object)d object, "
        "%(silent)d have not said"
    )
    return sentence % {
        "support": counts[Stance.SUPPORT],
        "accept": counts[Stance.ACCEPT],
        "aside": counts[Stance.STAND_ASIDE],
        "object": counts[Stance.OBJECT],
        "silent": counts[Stance.NOT_STATED],
    }


def tally_sentence(stances, *, on_behalf=0):
    """Every count in words, and how many of these words the parties have not confirmed."""
    words = tally_words(stances)
    if not on_behalf:
        return words
    sentence = ngettext(
        "%d of these is not yet confirmed by the party",
        "%d of these are not yet confirmed by the parties",
        on_behalf,
    )
    return f"{words}; {sentence % on_behalf}"


def silent_of(decision, *, today=None):
    """Which of the parties that decide have not said where they stand, by name."""
    said = decision.positions.exclude(stance=Stance.NOT_STATED).order_by().values("party")
    rows = asked_about(decision, today=today).exclude(pk__in=said).for_list()
    return [party.organization.label for party in rows]


def words_of_row(decision):
    """The counts of a decision of the register; before the parties are asked there are none."""
    if decision.state not in ASKED:
        return ""
    return words_of_counts(decision)


def words_of_counts(decision):
    """What `with_stances` counted, in words."""
    return told(decision.rule, decision.counted, decision.counted_on_behalf)


def told(rule, counted, on_behalf):
    """Every count in words; by majority also how many of the words that count are the parties' own.

    Args:
        counted: how many say what, a Counter by stance.
        on_behalf: the same of the words that the parties have not confirmed.
    """
    words = tally_sentence(counted.elements(), on_behalf=on_behalf.total())
    if rule != DecisionRule.MAJORITY or not on_behalf.total():
        return words
    sentence = _(
        "Counted by majority: %(all_for)d for it, of them %(lent_for)d only said on behalf; "
        "%(against)d against it, of them %(lent_against)d only said on behalf"
    )
    numbers = {
        "all_for": sum(counted[stance] for stance in FOR_IT),
        "lent_for": sum(on_behalf[stance] for stance in FOR_IT),
        "against": counted[Stance.OBJECT],
        "lent_against": on_behalf[Stance.OBJECT],
    }
    return f"{words}. {sentence % numbers}"
