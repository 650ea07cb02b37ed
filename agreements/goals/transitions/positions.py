"""Where a party stands on a theory of change: its own word, or one given on its behalf."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.stances import (
    confirm_word,
    require_asked,
    require_may_say,
    require_word,
    write_word,
)
from agreements.goals.kinds import TheoryEvent
from agreements.goals.models import TheoryConsent
from agreements.goals.states import ASKED_THEORY, TheoryState
from agreements.goals.transitions.common import locked, past_day
from agreements.goals.transitions.theory import log_theory
from collabgov.kit.errors import Refused

RULE = "agreements.state_theory_position"


@transaction.atomic
def state_position(*, theory, party, by, stance, reason="", on=None):
    """A representative speaks for the party; the coordinator only where it has not spoken."""
    fresh = locked(theory, theory.collaboration_id)
    day = past_day(on, field="stated_on")
    _require_open_question(fresh)
    require_asked(party, fresh.collaboration_id, today=day)
    is_own = require_word(by, party, rule=RULE)
    consent = fresh.consents.filter(party=party).first() or TheoryConsent(
        theory=fresh, party=party, is_sample=fresh.is_sample
    )
    is_agreed = fresh.state == TheoryState.AGREED
    agreed = _("This version is agreed. Begin a new one to think again.") if is_agreed else ""
    require_may_say(consent, is_own=is_own, settled=agreed)
    write_word(consent, by=by, stance=stance, reason=reason, day=day, is_own=is_own)
    _log(fresh, TheoryEvent.POSITION_STATED, consent, by=by, on=on)
    return consent


@transaction.atomic
def confirm_position(*, consent, by, on=None):
    """The party stands by what was stated on its behalf."""
    fresh = locked(consent.theory, consent.theory.collaboration_id)
    _require_open_question(fresh)
    row = fresh.consents.select_for_update(of=("self",)).filter(pk=consent.pk).first()
    confirm_word(row, by=by, rule=RULE)
    _log(fresh, TheoryEvent.POSITION_CONFIRMED, row, by=by, on=on)
    return row


def _log(theory, event, consent, *, by, on):
    said = {"subject": consent.party.organization.label, "stance": consent.stance}
    log_theory(theory, event, by=by, note=consent.reason, on=on, **said)


def _require_open_question(theory):
    if theory.state not in ASKED_THEORY:
        raise Refused(_("The parties are not asked about this version now."))
