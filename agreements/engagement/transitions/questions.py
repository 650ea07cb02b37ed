"""Raise questions; close them with what at least two parties found out together."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.rules import is_coordinator_of
from agreements.charter.transitions.locking import require_reason
from agreements.engagement.discovery_kinds import DiscoveryEvent, QuestionState
from agreements.engagement.models import FindingContribution, JointFinding, Question
from agreements.engagement.rules.discovery import own_organizations
from agreements.engagement.threads import require_open_topic
from agreements.engagement.transitions.assessments import turn
from agreements.engagement.transitions.discovering import (
    free_entry,
    lock_open,
    lock_row,
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

RULE = "agreements.record_discovery"
LEAST = 2


@transaction.atomic
def raise_question(
    *, party, by, text, meeting=None, agenda_item=None, raised_on=None, entry=None, is_sample=False
):
    """A party wants to know something; with `entry`, that entry becomes this question.

    Raised on a topic, it follows with that topic from meeting to meeting until it is answered.
    """
    together = lock_open(party.collaboration_id)
    if agenda_item is not None:
        agenda_item = lock_row(agenda_item)
        meeting = agenda_item.meeting
        require_open_topic(agenda_item)
    require_party(party, together.pk)
    require_meeting(meeting, together.pk)
    require_may_write(by, party, meeting=meeting, rule=RULE)
    said = {"collaboration": together, "raised_by": party, "text": text.strip()}
    if twin := made_a_moment_ago(Question.objects, when="created_at", recorded_by=by, **said):
        return twin
    source = free_entry(entry, together.pk)
    question = save_checked(
        Question(
            meeting=meeting,
            agenda_item=agenda_item,
            raised_on=past_day(raised_on, field="raised_on"),
            recorded_by=by,
            is_sample=is_sample,
            **said,
        )
    )
    log(together.pk, DiscoveryEvent.QUESTION_RAISED, by=by, subject=question)
    if source is not None:
        turn(source, by=by, question=question)
    return question


@transaction.atomic
def edit_question(*, question, by, version, text):
    """The same question in other words; EditConflict when the form is older."""
    fresh = _open(question)
    fresh.next_version(version)
    before, fresh.text = fresh.text, text.strip()
    save_checked(fresh)
    log(fresh.collaboration_id, DiscoveryEvent.QUESTION_EDITED, by=by, subject=fresh, note=before)
    return fresh


@transaction.atomic
def drop_question(*, question, by, reason, on=None):
    """Nobody needs the answer any more."""
    words = require_reason(reason)
    fresh = _open(question)
    fresh.drop_reason = words
    return _move(fresh, QuestionState.DROPPED, DiscoveryEvent.QUESTION_DROPPED, by, on, words)


@transaction.atomic
def reopen_question(*, question, by):
    """It is asked again after all."""
    fresh = locked(question, question.collaboration_id)
    if fresh.state != QuestionState.DROPPED:
        raise Refused(_("Only a question that was dropped is opened again."))
    fresh.drop_reason = ""
    return _move(fresh, QuestionState.OPEN, DiscoveryEvent.QUESTION_REOPENED, by)


@transaction.atomic
def record_finding(
    *,
    collaboration,
    by,
    text,
    contributors,
    question=None,
    meeting=None,
    source_note="",
    found_on=None,
    notes=None,
    is_sample=False,
):
    """What at least two parties found out together; it closes the question it answers.

    `notes` says by party what each one brought.
    """
    together = lock_open(collaboration.pk)
    parties = list(dict.fromkeys(contributors))
    _require_contributors(by, parties, together.pk, meeting)
    require_meeting(meeting, together.pk)
    said = {"collaboration": together, "text": text.strip()}
    if twin := made_a_moment_ago(JointFinding.objects, when="created_at", recorded_by=by, **said):
        return twin
    answered = _answerable(question, together.pk)
    finding = save_checked(
        JointFinding(
            question=answered,
            meeting=meeting,
            source_note=source_note.strip(),
            found_on=past_day(found_on, field="found_on"),
            recorded_by=by,
            is_sample=is_sample,
            **said,
        )
    )
    for party in parties:
        note = (notes or {}).get(party, "")
        row = FindingContribution(finding=finding, party=party, note=note, is_sample=is_sample)
        save_checked(row)
    names = ", ".join(party.organization.label for party in parties)
    log(together.pk, DiscoveryEvent.FINDING_MADE, by=by, subject=finding, note=names)
    if answered is not None:
        closed = DiscoveryEvent.QUESTION_CLOSED
        _move(answered, QuestionState.CLOSED, closed, by, finding.found_on, finding.text)
    return finding


@transaction.atomic
def edit_finding(*, finding, by, version, text, source_note=""):
    """The finding in other words; EditConflict when the form is older."""
    fresh = locked(finding, finding.collaboration_id)
    fresh.next_version(version)
    before, fresh.text, fresh.source_note = fresh.text, text.strip(), source_note.strip()
    save_checked(fresh)
    log(fresh.collaboration_id, DiscoveryEvent.FINDING_EDITED, by=by, subject=fresh, note=before)
    return fresh


@transaction.atomic
def add_contribution(*, finding, by, party, note="", is_sample=False):
    """One more party had a part in it."""
    fresh = locked(finding, finding.collaboration_id)
    require_party(party, fresh.collaboration_id)
    row = FindingContribution(finding=fresh, party=party, note=note.strip(), is_sample=is_sample)
    save_checked(row)
    _log_contribution(DiscoveryEvent.CONTRIBUTION_ADDED, row, by=by)
    return row


@transaction.atomic
def remove_contribution(*, contribution, by):
    """It had no part in it after all; two parties stay in any case."""
    finding = locked(contribution.finding, contribution.finding.collaboration_id)
    row = lock_row(contribution)
    if finding.contributions.count() <= LEAST:
        raise Refused(_("A joint finding needs at least two parties. Add another one first."))
    _log_contribution(DiscoveryEvent.CONTRIBUTION_REMOVED, row, by=by)
    row.delete()
    return finding


def _log_contribution(event, row, *, by):
    subject = f"{row.party.organization.label}: {row.finding.text}"
    log(row.finding.collaboration_id, event, by=by, subject=subject, note=row.note)


def _require_contributors(user, parties, collaboration_id, meeting):
    """At least two, all taking part; and whoever writes it down is of one, or keeps the minutes."""
    if len(parties) < LEAST:
        sentence = _("Choose at least two parties: what one found alone is not a joint finding.")
        raise ValidationError({"contributors": [sentence]})
    for party in parties:
        require_party(party, collaboration_id, field="contributors")
    mine = own_organizations(user, collaboration_id)
    is_contributor = any(party.organization_id in mine for party in parties)
    logged_it = meeting is not None and meeting.logged_by_id == user.pk
    if not (is_contributor or logged_it or is_coordinator_of(user, collaboration_id)):
        sentence = _("Your own party is among the contributors, or a coordinator records it.")
        raise ValidationError({"contributors": [sentence]})


def _answerable(question, collaboration_id):
    if question is None:
        return None
    fresh = lock_row(question)
    if fresh.collaboration_id != collaboration_id:
        raise PermissionDenied(RULE)
    if fresh.state != QuestionState.OPEN:
        raise ValidationError({"question": [_("This question is no longer open.")]})
    return fresh


def _open(question):
    """The question as it is now, locked; refused once it was closed or dropped."""
    fresh = locked(question, question.collaboration_id)
    if fresh.state != QuestionState.OPEN:
        raise Refused(_("This question is no longer open."))
    return fresh


def _move(fresh, target, event, by, on=None, note=""):
    source = fresh.state
    fresh.state = target
    is_open = target == QuestionState.OPEN
    fresh.closed_on = None if is_open else past_day(on, field="closed_on")
    fresh.version += 1
    save_checked(fresh)
    moved = (source, target)
    log(fresh.collaboration_id, event, by=by, subject=fresh, note=note, moved=moved)
    return fresh
