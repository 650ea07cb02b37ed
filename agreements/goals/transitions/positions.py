"""Where a party stands on a theory of change: its own word, or one given on its behalf."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of
from agreements.goals.kinds import Stance, TheoryEvent
from agreements.goals.models import TheoryConsent
from agreements.goals.rules import speaks_for
from agreements.goals.states import ASKED_THEORY, TheoryState
from agreements.goals.transitions.common import locked, past_day
from agreements.goals.transitions.theory import deciding, log_theory
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def state_position(*, theory, party, by, stance, reason="", on=None):
    """A representative speaks for the party; the coordinator only where it has not spoken."""
    fresh = locked(theory, theory.collaboration_id)
    day = past_day(on, field="stated_on")
    _require_asked(fresh, party, today=day)
    is_own = speaks_for(by, party)
    if not is_own and not is_coordinator_of(by, fresh.collaboration_id):
        raise PermissionDenied("agreements.state_theory_position")
    consent = fresh.consents.filter(party=party).first() or TheoryConsent(
        theory=fresh, party=party, is_sample=fresh.is_sample
    )
    _require_may_say(fresh, consent, is_own=is_own)
    _require_stance(stance, reason)
    consent.stance, consent.reason = stance, reason.strip()
    consent.stated_on, consent.stated_by, consent.is_on_behalf = day, by, not is_own
    save_checked(consent)
    _log(fresh, TheoryEvent.POSITION_STATED, consent, by=by, on=on)
    return consent


@transaction.atomic
def confirm_position(*, consent, by, on=None):
    """The party stands by what was stated on its behalf."""
    fresh = locked(consent.theory, consent.theory.collaboration_id)
    _require_open_question(fresh)
    row = fresh.consents.select_for_update(of=("self",)).filter(pk=consent.pk).first()
    if row is None or not row.is_on_behalf:
        raise Refused(_("Nothing waits to be confirmed here."))
    if not speaks_for(by, row.party):
        raise PermissionDenied("agreements.state_theory_position")
    if row.stated_by_id == by.pk:
        raise Refused(_("You stated this yourself, so somebody else has to confirm it."))
    row.is_on_behalf = False
    save_checked(row)
    _log(fresh, TheoryEvent.POSITION_CONFIRMED, row, by=by, on=on)
    return row


def _log(theory, event, consent, *, by, on):
    said = {"subject": consent.party.organization.label, "stance": consent.stance}
    log_theory(theory, event, by=by, note=consent.reason, on=on, **said)


def _require_open_question(theory):
    if theory.state not in ASKED_THEORY:
        raise Refused(_("The parties are not asked about this version now."))


def _require_asked(theory, party, *, today):
    _require_open_question(theory)
    if not deciding(theory.collaboration_id, today=today).filter(pk=party.pk).exists():
        sentence = _("Only an active party that decides states a position.")
        raise ValidationError({"party": [sentence]})


def _require_may_say(theory, consent, *, is_own):
    """What a party said itself, nobody says for it; what is agreed, it can only put right.

    Or take back an objection: once agreed, that is all it can do on its own.
    """
    has_spoken = consent.stance != Stance.NOT_STATED
    if not is_own and has_spoken and not consent.is_on_behalf:
        raise Refused(_("The party has spoken for itself."))
    is_open = consent.is_on_behalf or consent.stance == Stance.OBJECT
    if theory.state == TheoryState.AGREED and not (is_own and is_open):
        raise Refused(_("This version is agreed. Begin a new one to think again."))


def _require_stance(stance, reason):
    if stance == Stance.NOT_STATED:  # what is none at all, the table refuses
        raise ValidationError({"stance": [_("Choose a position.")]})
    if stance == Stance.OBJECT and not reason.strip():
        raise ValidationError({"reason": [_("Say what the objection is.")]})
