"""The only code that writes knowledge assets, and where each of them was used."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements.capacity.arrangement_kinds import KNOWLEDGE_MOVES, KnowledgeEvent, KnowledgeState
from agreements.capacity.models import KnowledgeAsset, KnowledgeUse
from agreements.capacity.transitions.texts import tidied
from agreements.capacity.transitions.wording import (
    require_own,
    require_text_paper,
    write_line,
)
from agreements.charter.transitions.locking import lock_open, lock_row, locked, require_reason
from collabgov.kit.errors import IllegalMove
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = KnowledgeState
E = KnowledgeEvent
TARGETS = ("decision", "finding", "meeting")
LONGEST_SUBJECT = 300


@transaction.atomic
def share_knowledge(*, collaboration, custodian, by, is_sample=False, on=None, **fields):
    """Say what there is, who keeps it and where it lies; sent twice, it is one asset.

    `fields`: kind, title, access, and if known about, document, address, made_on.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "custodian": custodian, **_tidy(fields)}
    asset = KnowledgeAsset(is_sample=is_sample, recorded_by=by, **said)
    require_own(custodian, by, fresh.pk, field="custodian")
    require_text_paper(asset.document, fresh.pk)
    if twin := made_a_moment_ago(KnowledgeAsset.objects, when="created_at", recorded_by=by, **said):
        return twin
    save_checked(asset)
    write_line(asset.changes, asset, "", by=by, on=on)
    return asset


@transaction.atomic
def edit_knowledge(*, asset, by, version, **fields):
    """Put right what is said of it."""
    fresh = locked(asset, asset.collaboration_id)
    fresh.next_version(version)
    was = (fresh.custodian_id, fresh.document_id)
    for name, value in _tidy(fields).items():
        setattr(fresh, name, value)
    if fresh.custodian_id != was[0]:
        require_own(fresh.custodian, by, fresh.collaboration_id, field="custodian")
    if fresh.document_id != was[1]:
        require_text_paper(fresh.document, fresh.collaboration_id)
    save_checked(fresh)
    write_line(fresh.changes, fresh, fresh.state, by=by, event=E.EDITED)
    return fresh


@transaction.atomic
def retire_knowledge(*, asset, by, reason):
    """Nobody keeps it up any more, or it turned out wrong; what rested on it stays on record."""
    return _move(asset, S.RETIRED, by=by, note=require_reason(reason))


@transaction.atomic
def restore_knowledge(*, asset, by):
    """It is kept up after all."""
    return _move(asset, S.SHARED, by=by, note="")


@transaction.atomic
def record_use(*, asset, by, note="", is_sample=False, on=None, **targets):
    """Say that a decision, a joint finding or a meeting rested on it: exactly one; once each."""
    fresh = locked(asset, asset.collaboration_id)
    if fresh.state != S.SHARED:
        raise IllegalMove(_("It is no longer kept up: nothing new can rest on it."))
    chosen = {name: row for name, row in targets.items() if row is not None}
    _require_one_target(chosen, fresh)
    use = KnowledgeUse(asset=fresh, note=note.strip(), recorded_by=by, **chosen)
    use.is_sample = is_sample
    save_checked(use)
    _tell(fresh, use, E.USED, by=by, on=on)
    return use


@transaction.atomic
def remove_use(*, use, by):
    """It was recorded by mistake; the history says that it stood here."""
    lock_open(use.asset.collaboration_id)
    asset = lock_row(use.asset)
    fresh = lock_row(use)
    _tell(asset, fresh, E.USE_REMOVED, by=by, on=None)
    fresh.delete()
    return asset


def _move(asset, target, *, by, note):
    fresh = locked(asset, asset.collaboration_id)
    source = S(fresh.state)
    require_move(KNOWLEDGE_MOVES, current=source, target=target)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    write_line(fresh.changes, fresh, source, by=by, note=note)
    return fresh


def _require_one_target(chosen, asset):
    if len(chosen) != 1 or not set(chosen) <= set(TARGETS):
        raise ValidationError(_("Choose one: a decision, a finding or a meeting."))
    ((name, row),) = chosen.items()
    if row.collaboration_id != asset.collaboration_id:
        raise ValidationError({name: [_("This belongs to another collaboration.")]})


def _tell(asset, use, event, *, by, on):
    subject = Truncator(str(use.target)).chars(LONGEST_SUBJECT)
    write_line(
        asset.changes, asset, asset.state, by=by, on=on, note=use.note, event=event, subject=subject
    )


def _tidy(fields):
    return tidied(fields, "title", longer=("about", "address"))
