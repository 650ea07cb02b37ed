"""Assess the situation together in three sections; an entry becomes a record."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of
from agreements.engagement.discovery_kinds import AssessmentState, DiscoveryEvent
from agreements.engagement.models import Assessment, AssessmentEntry
from agreements.engagement.rules.discovery import is_of
from agreements.engagement.transitions.discovering import (
    lock_open,
    lock_row,
    locked,
    log,
    past_day,
    require_meeting,
    require_party,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago


@transaction.atomic
def begin_assessment(*, collaboration, by, title, held_on=None, meeting=None, is_sample=False):
    """An open sheet with three sections, for everybody who takes part to write on."""
    together = lock_open(collaboration.pk)
    require_meeting(meeting, together.pk)
    said = {"collaboration": together, "title": title.strip(), "meeting": meeting}
    if twin := made_a_moment_ago(Assessment.objects, when="created_at", **said):
        return twin
    day = past_day(held_on, field="held_on")
    assessment = save_checked(Assessment(held_on=day, is_sample=is_sample, **said))
    log(together.pk, DiscoveryEvent.ASSESSMENT_BEGUN, by=by, subject=assessment)
    return assessment


@transaction.atomic
def close_assessment(*, assessment, by):
    """All has been said; the entries stay, and can still become records."""
    fresh = _open(assessment)
    return _move(fresh, AssessmentState.CLOSED, DiscoveryEvent.ASSESSMENT_CLOSED, by=by)


@transaction.atomic
def reopen_assessment(*, assessment, by):
    """Something is still to be added."""
    fresh = locked(assessment, assessment.collaboration_id)
    if fresh.state != AssessmentState.CLOSED:
        raise Refused(_("This assessment is open already."))
    return _move(fresh, AssessmentState.OPEN, DiscoveryEvent.ASSESSMENT_REOPENED, by=by)


@transaction.atomic
def add_entry(*, assessment, by, section, text, party=None, is_sample=False):
    """One thing, in one section; of a party, or of all together."""
    fresh = _open(assessment)
    if party is not None:
        require_party(party, fresh.collaboration_id)
        if not is_of(by, party) and not is_coordinator_of(by, fresh.collaboration_id):
            raise PermissionDenied("agreements.record_discovery")
    said = {"assessment": fresh, "section": section, "text": text.strip(), "party": party}
    recent = AssessmentEntry.objects
    if twin := made_a_moment_ago(recent, when="created_at", recorded_by=by, **said):
        return twin
    entry = save_checked(AssessmentEntry(recorded_by=by, is_sample=is_sample, **said))
    log(fresh.collaboration_id, DiscoveryEvent.ENTRY_ADDED, by=by, subject=entry)
    return entry


@transaction.atomic
def edit_entry(*, entry, by, version, text):
    """Other words; not once it became a record, for that has them now."""
    fresh = _free(entry)
    fresh.next_version(version)
    before, fresh.text = fresh.text, text.strip()
    save_checked(fresh)
    together = fresh.assessment.collaboration_id
    log(together, DiscoveryEvent.ENTRY_EDITED, by=by, subject=fresh, note=before)
    return fresh


@transaction.atomic
def remove_entry(*, entry, by):
    """It does not belong there; the history keeps its words."""
    fresh = _free(entry)
    assessment = fresh.assessment
    log(assessment.collaboration_id, DiscoveryEvent.ENTRY_REMOVED, by=by, subject=fresh)
    fresh.delete()
    return assessment


def turn(entry, *, by, **became):
    """Called by the verb that made the record: the entry names what it became."""
    for name, record in became.items():
        setattr(entry, name, record)
    entry.version += 1
    save_checked(entry)
    together = entry.assessment.collaboration_id
    log(together, DiscoveryEvent.ENTRY_TURNED, by=by, subject=entry)
    return entry


def _open(assessment):
    fresh = locked(assessment, assessment.collaboration_id)
    if fresh.state != AssessmentState.OPEN:
        raise Refused(_("This assessment is closed. Open it again first."))
    return fresh


def _free(entry):
    """An entry of an open assessment that has not become a record, locked."""
    _open(entry.assessment)
    fresh = lock_row(entry)
    if fresh.became is not None:
        raise Refused(_("This entry has become a record already."))
    return fresh


def _move(fresh, target, event, *, by):
    source, fresh.state = fresh.state, target
    fresh.version += 1
    save_checked(fresh)
    log(fresh.collaboration_id, event, by=by, subject=fresh, moved=(source, target))
    return fresh
