"""What a party states, confirms and takes back; and that another party has understood it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.engagement.discovery_kinds import DiscoveryEvent
from agreements.engagement.models import Acknowledgement, InterestStatement
from agreements.engagement.rules.discovery import is_of
from agreements.engagement.transitions.assessments import turn
from agreements.engagement.transitions.discovering import (
    free_entry,
    lock_open,
    locked,
    log,
    past_day,
    require_may_write,
    require_meeting,
    require_party,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen

RULE = "agreements.record_discovery"


@transaction.atomic
def record_statement(
    *, party, by, kind, text, meeting=None, stated_on=None, entry=None, is_sample=False
):
    """The party states it; or somebody else records it on its behalf, marked until confirmed.

    With `entry`, that entry of an assessment becomes this statement.
    """
    together = lock_open(party.collaboration_id)
    require_party(party, together.pk)
    require_meeting(meeting, together.pk)
    is_on_behalf = require_may_write(by, party, meeting=meeting, rule=RULE)
    said = {"party": party, "kind": kind, "text": text.strip(), "meeting": meeting}
    if twin := made_a_moment_ago(
        InterestStatement.objects, when="created_at", recorded_by=by, withdrawn_on=None, **said
    ):
        return twin
    source = free_entry(entry, together.pk, said_by=party)
    statement = save_checked(
        InterestStatement(
            stated_on=past_day(stated_on, field="stated_on"),
            recorded_by=by,
            is_on_behalf=is_on_behalf,
            is_sample=is_sample,
            **said,
        )
    )
    _log(DiscoveryEvent.STATEMENT_MADE, statement, by=by)
    if source is not None:
        turn(source, by=by, statement=statement)
    return statement


@transaction.atomic
def correct_statement(*, statement, by, version, kind, text, stated_on=None):
    """Other words for the same; from the party itself they are its own word from then on."""
    fresh = _standing(statement)
    fresh.next_version(version)
    before = fresh.text
    fresh.kind, fresh.text = kind, text.strip()
    fresh.stated_on = past_day(stated_on, field="stated_on")
    if is_of(by, fresh.party) and fresh.is_on_behalf:
        fresh.is_on_behalf = False
        fresh.confirmed_by, fresh.confirmed_on = by, past_day(None, field="stated_on")
    save_checked(fresh)
    _forget_understanding(fresh, before)
    _log(DiscoveryEvent.STATEMENT_CORRECTED, fresh, by=by, note=before)
    return fresh


@transaction.atomic
def confirm_statement(*, statement, by, seen="", on=None):
    """The party stands by what was recorded on its behalf."""
    fresh = _standing(statement)
    if not fresh.is_on_behalf:
        raise Refused(_("Nothing waits to be confirmed here."))
    require_seen(fresh, seen)
    if fresh.recorded_by_id == by.pk:
        raise Refused(_("You recorded this yourself, so somebody else has to confirm it."))
    fresh.is_on_behalf = False
    fresh.confirmed_by, fresh.confirmed_on = by, past_day(on, field="confirmed_on")
    fresh.version += 1
    save_checked(fresh)
    _log(DiscoveryEvent.STATEMENT_CONFIRMED, fresh, by=by)
    return fresh


@transaction.atomic
def withdraw_statement(*, statement, by, on=None):
    """It no longer holds; the history keeps its words."""
    fresh = _standing(statement)
    fresh.withdrawn_on = past_day(on, field="withdrawn_on")
    fresh.version += 1
    save_checked(fresh)
    _log(DiscoveryEvent.STATEMENT_WITHDRAWN, fresh, by=by)
    return fresh


@transaction.atomic
def acknowledge(*, statement, party, by, note="", seen="", on=None, is_sample=False):
    """Another party says that it has understood: which is not to say that it agrees."""
    fresh = _standing(statement)
    require_seen(fresh, seen)
    require_party(party, fresh.party.collaboration_id)
    if party.organization_id == fresh.party.organization_id:
        raise ValidationError({"party": [_("Nobody acknowledges their own statement.")]})
    require_may_acknowledge(by, party)
    day = past_day(on, field="noted_on")
    said = Acknowledgement(
        statement=fresh, party=party, noted_on=day, noted_by=by, note=note.strip()
    )
    said.is_sample = is_sample
    save_checked(said)
    subject = f"{party.organization.label}: {fresh.text}"
    log(
        fresh.party.collaboration_id,
        DiscoveryEvent.ACKNOWLEDGED,
        by=by,
        subject=subject,
        note=said.note,
    )
    return said


def require_may_acknowledge(user, party):
    """To have understood is a word of one's own: nobody gives it for another party."""
    if not is_of(user, party):
        raise ValidationError({"party": [_("Choose a party for which you may write.")]})


def _standing(statement):
    """The statement as it is now, locked; refused once it was taken back."""
    fresh = locked(statement, statement.party.collaboration_id)
    if fresh.is_withdrawn:
        raise Refused(_("This statement was taken back. State it anew."))
    return fresh


def _forget_understanding(statement, before):
    """What others understood was another text: they are asked anew."""
    if statement.text != before:
        statement.acknowledgements.all().delete()


def _log(event, statement, *, by, note=""):
    subject = f"{statement.party.organization.label}: {statement.text}"
    log(statement.party.collaboration_id, event, by=by, subject=subject, note=note)
