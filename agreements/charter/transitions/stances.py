"""A party says where it stands, or somebody says it on its behalf until the party confirms it.

The verbs of a theory, a definition and a decision lock their record, ask whether the question is
open, and then call these.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of, speaks_for
from agreements.charter.stances import FOR_IT, SILENT, Stance, deciding
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.seen import require_seen


def require_word(by, party, *, rule):
    """Whether it is the party's own word: a representative's. Else only a coordinator gives it."""
    if speaks_for(by, party):
        return True
    if not is_coordinator_of(by, party.collaboration_id):
        raise PermissionDenied(rule)
    return False


def require_asked(party, collaboration_id, *, today):
    """Only who takes part that day and decides is asked."""
    if not deciding(collaboration_id, today=today).filter(pk=party.pk).exists():
        sentence = _("Only an active party that decides states a position.")
        raise ValidationError({"party": [sentence]})


def require_may_say(row, *, is_own, settled=""):
    """What a party said itself, nobody says for it; what is settled, it can only put right.

    Or take back an objection: once settled (the sentence says how), that is all it can do alone.
    """
    has_spoken = row.stance != Stance.NOT_STATED
    if not is_own and has_spoken and not row.is_on_behalf:
        raise Refused(_("The party has spoken for itself."))
    is_open = row.is_on_behalf or row.stance == Stance.OBJECT
    if settled and not (is_own and is_open):
        raise Refused(settled)


def write_word(row, *, by, stance, reason, day, is_own):
    """Write down what was said, by whom and when; the table refuses what is no stance at all."""
    if stance == Stance.NOT_STATED:
        raise ValidationError({"stance": [_("Choose a position.")]})
    if stance == Stance.OBJECT and not reason.strip():
        raise ValidationError({"reason": [_("Say what the objection is.")]})
    row.stance, row.reason = stance, reason.strip()
    row.stated_on, row.stated_by, row.is_on_behalf = day, by, not is_own
    return save_checked(row)


def confirm_word(row, *, by, rule, seen=""):
    """The party stands by what was stated on its behalf; never whoever stated it."""
    if row is None or not row.is_on_behalf:
        raise Refused(_("Nothing waits to be confirmed here."))
    if not speaks_for(by, row.party):
        raise PermissionDenied(rule)
    require_seen(row, seen)
    if row.stated_by_id == by.pk:
        raise Refused(_("You stated this yourself, so somebody else has to confirm it."))
    row.is_on_behalf = False
    return save_checked(row)


def require_consent(rows, collaboration_id, *, today=None):
    """Every deciding party has spoken, none objects, and at least one is for it.

    Silence is not agreement, also of whoever joined since it was asked.
    """
    said = dict(rows.values_list("party_id", "stance"))
    parties = list(deciding(collaboration_id, today=today).for_list())
    stances = {party: said.get(party.pk, Stance.NOT_STATED) for party in parties}
    open_ = [party.organization.label for party, stance in stances.items() if stance in SILENT]
    if open_:
        sentence = _("Not agreed yet, because these are silent or object: %(parties)s.")
        raise Refused(sentence % {"parties": ", ".join(open_)})
    if not any(stance in FOR_IT for stance in stances.values()):
        raise Refused(_("No party supports or accepts it, so it is not agreed."))
