"""The rows of the quick update: which promises it asks about, and how they are saved together."""

import re

from django.db import transaction
from django.utils import timezone

from agreements.action.forms import QuickForm
from agreements.action.models import Commitment
from agreements.action.transitions import note_progress
from collabgov.kit.errors import Refused
from collabgov.kit.pages import capped_count

MOST_ROWS = 50
SENT = re.compile(r"^c(\d{1,18})-(?:progress|note)$", re.ASCII)


def waiting(user):
    """What the user may tell and nobody told today."""
    updatable = Commitment.objects.visible_to(user).updatable_by(user)
    return updatable.not_updated_since(_midnight())


def has_more(user):
    return capped_count(waiting(user), limit=MOST_ROWS).has_more


def forms_for(user, sent):
    """A form for each row of the screen, filled with what was sent."""
    rows = list(waiting(user).for_list()[:MOST_ROWS])
    rows += _moved_meanwhile(user, sent, shown={row.pk for row in rows})
    return [QuickForm(sent or None, commitment=row) for row in rows]


def save_all(forms, *, by):
    """All or none, so that nothing is half saved; what was refused says so at its row."""
    with transaction.atomic():
        for form in forms:
            try:
                note_progress(commitment=form.commitment, by=by, **form.cleaned_data)
            except Refused as refusal:
                form.add_error("progress", str(refusal))
        is_refused = any(form.errors for form in forms)
        transaction.set_rollback(is_refused)
    return not is_refused


def _moved_meanwhile(user, sent, *, shown):
    """Rows that were sent and are no longer open: what was typed stays on the screen."""
    told = {int(name[1]) for key in sent if sent[key].strip() and (name := SENT.match(key))}
    missing = sorted(told - shown)[:MOST_ROWS]
    if not missing:
        return []
    rows = Commitment.objects.visible_to(user).filter(pk__in=missing)
    return [
        row
        for row in rows.not_told_by(user, since=_midnight()).for_list()
        if user.has_perm("agreements.update_progress", row)
    ]


def _midnight():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
