"""Keep what somebody typed and has not saved, and never more than once per form."""

import json

from django.db import connection, transaction
from django.utils.translation import gettext as _

from agreements.engagement.kinds import ANSWERED
from agreements.engagement.models import Meeting, MeetingDraft
from collabgov.kit.errors import Refused

MAX_BYTES = 200_000
MAX_DRAFTS = 100


def hold_submission(submission_id):
    """Let one request at a time work on a form, until its transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(submission_id)]
        )


@transaction.atomic
def save_draft(*, by, submission_id, fields, meeting=None, opened_at=None):
    """Keep the typed fields as they are; None when the form was saved as a meeting meanwhile.

    A draft that is sent without asking names the version its form was `opened_at`.
    """
    hold_submission(submission_id)
    if Meeting.objects.logged_with(submission_id, by):
        return None
    if meeting and opened_at is not None:
        _require_unsaved(by, submission_id, meeting, opened_at)
    fields = {storable(name): storable(text) for name, text in fields.items()}
    _require_room(by, submission_id, fields)
    draft, _is_new = MeetingDraft.objects.update_or_create(
        user=by,
        submission_id=submission_id,
        defaults={
            "fields": fields,
            "title": " ".join(fields.get("title", "").split())[:200],
            "meeting": meeting,
        },
    )
    return draft


@transaction.atomic
def discard_draft(*, draft, by):
    """Forget a draft; only its owner may."""
    by.meeting_drafts.filter(pk=draft.pk).delete()


def storable(text):
    """Drop what PostgreSQL cannot keep: NUL and lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def _require_unsaved(by, submission_id, meeting, opened_at):
    """Refuse what arrives after its own writer saved that version: it is in the meeting already.

    A form that has a draft has not been saved, so its draft goes on.
    """
    if by.meeting_drafts.filter(submission_id=submission_id).exists():
        return
    newer = Meeting.objects.values_list("version", flat=True).get(pk=meeting.pk) - opened_at
    saves = meeting.changes.exclude(event__in=ANSWERED.values())
    since = list(saves.order_by("-pk")[: max(newer, 0)])
    if since and since[-1].made_by_id == by.pk:
        raise Refused(_("Not saved as a draft: you saved this meeting after opening this form."))


def _require_room(by, submission_id, fields):
    if len(json.dumps(fields, ensure_ascii=False).encode()) > MAX_BYTES:
        raise Refused(
            _("This is more text than a draft can hold (200 kB). Save the meeting, or shorten it.")
        )
    others = by.meeting_drafts.exclude(submission_id=submission_id)
    if others.count() >= MAX_DRAFTS:
        raise Refused(_("You already have 100 drafts. Save or discard some of them first."))
