"""The only code that writes a guideline: drafted, reviewed, issued in writing, revoked."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.capacity.arrangement_kinds import GUIDELINE_MOVES, IN_THE_MAKING, GuidelineState
from agreements.capacity.models import Guideline
from agreements.capacity.rules.guidelines import approves
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.needs import require_party
from agreements.capacity.transitions.texts import one_line, tidied
from agreements.capacity.transitions.wording import (
    require_own,
    require_text_paper,
    write_line,
)
from agreements.charter.rules import is_coordinator_of
from agreements.charter.transitions.locking import lock_open, locked, require_reason
from agreements.documents.holding import require_standing
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.seen import require_seen
from collabgov.kit.states import require_move

S = GuidelineState
WORDS = ("title", "number")
PARTIES = {
    "owner": gettext_lazy("Who issues it"),
    "drafter": gettext_lazy("Who drafts it"),
    "reviewer": gettext_lazy("Who reviews it"),
}


@transaction.atomic
def begin_guideline(*, collaboration, owner, by, drafter=None, is_sample=False, on=None, **fields):
    """Somebody begins to draft one, the owner unless told; sent twice, it is one guideline.

    `fields`: kind, title, and if known number, reviewer, due_on.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "owner": owner, "drafter": drafter or owner}
    said |= tidied(fields, *WORDS)
    guideline = Guideline(is_sample=is_sample, recorded_by=by, **said)
    require_own(owner, by, fresh.pk, field="owner")
    _require_parties(guideline)
    if twin := made_a_moment_ago(Guideline.objects, when="created_at", recorded_by=by, **said):
        return twin
    save_checked(guideline)
    write_line(guideline.changes, guideline, "", by=by, on=on)
    return guideline


@transaction.atomic
def edit_guideline(*, guideline, by, version, **fields):
    """Put right what is said of it, as long as it is not issued; under review it is a draft again.

    The history names who drafts, reviews or issues it now, and who did before.
    """
    fresh = locked(guideline, guideline.collaboration_id)
    fresh.next_version(version)
    if fresh.state not in IN_THE_MAKING:
        raise IllegalMove(_("It was issued: what it says stays as it is."))
    before = {name: getattr(fresh, name) for name in PARTIES}
    said = tidied(fields, *WORDS)
    has_other_words = any(said[name] != getattr(fresh, name) for name in said.keys() - PARTIES)
    for name, value in said.items():
        setattr(fresh, name, value)
    fresh.drafter = fresh.drafter or fresh.owner
    if fresh.owner != before["owner"]:
        _require_giver(before["owner"].pk, by, fresh)
        require_own(fresh.owner, by, fresh.collaboration_id, field="owner")
    _require_parties(fresh)
    source, note = S(fresh.state), _passed_on(fresh, before)
    fresh.state, fresh.reviewed_by, fresh.handed_in = S.DRAFTING, None, None
    if note and has_other_words and source == S.DRAFTING:
        write_line(fresh.changes, fresh, source, by=by)  # the line of the parties has a note
    return _keep(fresh, source, by=by, note=note)


@transaction.atomic
def send_for_review(*, guideline, by, document, on=None):
    """The draft is written; whoever reviews it reads the newest version of this document now."""
    fresh = locked(guideline, guideline.collaboration_id)
    if document is None:
        raise ValidationError({"document": [_("Choose the document in which the draft stands.")]})
    require_text_paper(document, fresh.collaboration_id)
    fresh.handed_in = document.versions.order_by("-number").first()
    if fresh.handed_in is None:
        raise ValidationError({"document": [_("This document has no file yet.")]})
    return _moved(fresh, S.REVIEW, by=by, note=draft_in_words(fresh.handed_in), on=on)


def draft_in_words(version):
    """Which file exactly: the document, the number of the version, and how its SHA-256 begins."""
    return _("“%(title)s”, version %(number)d, SHA-256 %(hash)s…") % {
        "title": version.document.title,
        "number": version.number,
        "hash": version.sha256[:12],
    }


@transaction.atomic
def send_back(*, guideline, by, reason, on=None):
    """It is not ready: back to whoever drafts it, with a reason."""
    return _move(guideline, S.DRAFTING, by=by, note=require_reason(reason), on=on)


@transaction.atomic
def approve_guideline(*, guideline, by, seen=None, on=None):
    """Its reviewer has read the file that was handed in: whoever issues it may issue that one."""
    fresh = locked(guideline, guideline.collaboration_id)
    require_seen(fresh, seen)
    if fresh.state != S.REVIEW or fresh.reviewed_by is not None:
        raise IllegalMove(_("There is nothing to review here now."))
    if not approves(by, fresh):
        raise Refused(_("Only its reviewer says that it was reviewed, not who drafts it."))
    _require_as_handed_in(fresh)
    fresh.reviewed_by = by
    fresh.version += 1
    return _keep(fresh, S.REVIEW, by=by, note=draft_in_words(fresh.handed_in), on=on)


@transaction.atomic
def issue_guideline(*, guideline, by, number, document, issued_on=None, on=None):
    """It holds from this day on: with its number, and the document in which it stands."""
    fresh = locked(guideline, guideline.collaboration_id)
    require_ready_to_issue(fresh)
    if document is None:
        raise ValidationError({"document": [_("Choose the document in which it stands.")]})
    require_text_paper(document, fresh.collaboration_id)
    _require_the_reviewed(fresh, document)
    fresh.number = one_line(number)
    if not fresh.number:
        raise ValidationError({"number": [_("Say under which number it was issued.")]})
    fresh.document = document
    fresh.issued_on = past_day(issued_on, fresh.collaboration, field="issued_on")
    return _moved(fresh, S.ISSUED, by=by, on=on)


def require_ready_to_issue(guideline):
    """Under review, and where a reviewer is named, reviewed as it still stands."""
    require_move(GUIDELINE_MOVES, current=S(guideline.state), target=S.ISSUED)
    if not guideline.is_reviewed:
        sentence = _("%s reviews it first. Where it no longer does so, name another reviewer.")
        raise Refused(sentence % guideline.reviewer.label)
    if guideline.reviewer_id is not None:
        _require_as_handed_in(guideline)


@transaction.atomic
def revoke_guideline(*, guideline, by, reason, revoked_on=None):
    """It no longer holds; its document stays on record."""
    note = require_reason(reason)
    fresh = locked(guideline, guideline.collaboration_id)
    require_move(GUIDELINE_MOVES, current=S(fresh.state), target=S.REVOKED)
    fresh.revoked_on = past_day(revoked_on, fresh.collaboration, field="revoked_on")
    if fresh.revoked_on < fresh.issued_on:
        raise ValidationError({"revoked_on": [_("A guideline is revoked after it was issued.")]})
    return _moved(fresh, S.REVOKED, by=by, note=note)


def _move(guideline, target, *, by, note="", on=None):
    return _moved(locked(guideline, guideline.collaboration_id), target, by=by, note=note, on=on)


def _moved(fresh, target, *, by, note="", on=None):
    source = S(fresh.state)
    require_move(GUIDELINE_MOVES, current=source, target=target)
    fresh.state = target
    if target == S.DRAFTING:
        fresh.reviewed_by = fresh.handed_in = None
    fresh.version += 1
    return _keep(fresh, source, by=by, note=note, on=on)


def _keep(guideline, source, *, by, note="", on=None):
    save_checked(guideline)
    write_line(guideline.changes, guideline, source, by=by, note=note, on=on)
    return guideline


def _require_as_handed_in(guideline):
    """What was handed in is still the newest file of a document that nobody withdrew."""
    again = _("Hand the guideline back, so that it is handed in again.")
    if guideline.handed_in is None:
        sentence = _("No document was handed in for the review.")
        raise Refused(f"{sentence} {again}")
    require_standing(guideline.handed_in.document)
    if guideline.has_newer_draft:
        sentence = _("A newer version of “%s” was added after it was handed in.")
        raise Refused(f"{sentence % guideline.handed_in.document.title} {again}")


def _require_the_reviewed(guideline, document):
    """What its reviewer has read is issued, and nothing else."""
    if guideline.reviewer_id is not None and document != guideline.handed_in.document:
        sentence = _("Its reviewer has read another one: %s. Issue that one.")
        raise ValidationError({"document": [sentence % draft_in_words(guideline.handed_in)]})


def _passed_on(guideline, before):
    """Whom an edit named in the place of whom; nothing where the parties stayed."""
    lines = []
    for name, label in PARTIES.items():
        was, now = before[name], getattr(guideline, name)
        if was != now:
            sides = (each.label if each else _("Nobody named yet") for each in (was, now))
            lines.append(f"{label}: {' → '.join(sides)}")
    return "; ".join(lines)


def _require_giver(owner_id, by, guideline):
    """Whoever only drafts it does not take it from whoever issues it."""
    here = guideline.collaboration_id
    if owner_id not in own_organizations(by, here) and not is_coordinator_of(by, here):
        sentence = _("Only who issues it now, or a coordinator, hands it to somebody else.")
        raise ValidationError({"owner": [sentence]})


def _require_parties(guideline):
    """Who drafts and who reviews takes part here, and nobody reviews the own draft."""
    for field in ("drafter", "reviewer"):
        organization = getattr(guideline, field)
        if organization is not None:
            require_party(organization, guideline.collaboration_id, field=field)
    if guideline.reviewer_id is not None and guideline.reviewer_id == guideline.drafter_id:
        raise Refused(_("Whoever drafts it does not review it: choose another party."))
