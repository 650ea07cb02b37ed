"""What every verb of an agreement begins and ends with: lock, move, write the line of history."""

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row
from agreements.instruments.models import AgreementChange, Signature
from agreements.instruments.path import first_stage, place_on_way
from agreements.instruments.states import MOVES, SIGNING, WRITING, AgreementState
from agreements.instruments.typing_in import closed_text, text_is_open, typing_refusal
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move

S = AgreementState


def lock_agreement(agreement):
    """The agreement as it is now; its collaboration is held, so nobody else changes either."""
    lock_open(agreement.collaboration_id)
    return lock_row(agreement)


def lock_part(part):
    """A row of an agreement and the agreement, both as they are now."""
    agreement = lock_agreement(part.agreement)
    fresh = lock_row(part)
    fresh.agreement = agreement
    return fresh, agreement


def log(agreement, event, *, by, subject="", note="", source=None, is_on_behalf=False):
    """Write one line of the history; `source` is the state before, where it changed."""
    return AgreementChange.objects.create(
        agreement=agreement,
        event=event,
        subject=str(subject),
        note=note,
        from_state=agreement.state if source is None else source,
        to_state=agreement.state,
        made_by=by,
        is_on_behalf=is_on_behalf,
    )


def save(agreement):
    """Save a changed agreement under its next version."""
    agreement.version += 1
    return save_checked(agreement)


def move(fresh, target, *, by, note="", on=None, subject="", **facts):
    """Let the locked agreement become `target`, at the first stage that its kind has there."""
    source = S(fresh.state)
    require_move(MOVES, current=source, target=target)
    day = on or timezone.localdate()
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state, fresh.state_since = target, day
    fresh.stage, fresh.stage_since = first_stage(fresh.type, target), day
    save(fresh)
    log(fresh, "moved", by=by, note=note, subject=subject, source=source)
    return fresh


def require_state(agreement, states):
    """Refuse what this state does not allow, by its name."""
    if agreement.state not in states:
        label = S(agreement.state).label
        raise IllegalMove(_("This is not possible any more, or not yet: “%s”.") % label)


def require_shown(agreement, at):
    """Refuse a step that was meant from somewhere else; `at`: see `place_on_way`."""
    if at is not None and at != place_on_way(agreement):
        where = agreement.stage or S(agreement.state).label
        raise IllegalMove(
            _(
                "It has moved on since this page was opened: it stands at “%s” now."
                " Go back and look again."
            )
            % where
        )


def require_unchanged(record, version):
    """Refuse what was meant for an older version than is saved."""
    if version is not None and version != record.version:
        raise Refused(
            _("Somebody has changed it since this page was opened. Go back and look again.")
        )


def require_writing(agreement):
    if agreement.state not in WRITING:
        raise IllegalMove(closed_text(agreement))


def require_open_text(agreement):
    """While it is written; of a registered one clauses and bases are typed in for a while."""
    require_no_amendment(agreement)
    if not text_is_open(agreement):
        raise IllegalMove(typing_refusal(agreement))


def require_no_amendment(agreement):
    """While an amendment is open nothing else moves."""
    if agreement.amendments.open().exists():
        raise Refused(
            _("“%s” has an open amendment. Sign or withdraw it first; until then nothing moves.")
            % agreement
        )


def require_not_over(agreement, *, today=None):
    """The calendar may not have been applied yet: the last day counts, not the state alone."""
    day = today or timezone.localdate()
    if agreement.ends_on is not None and agreement.ends_on < day:
        raise Refused(_("The last day of “%s” has passed.") % agreement)


def require_nothing_signed_under(agreement):
    """A child was signed because its parent was: the parent stays signed as long as the child."""
    standing = Signature.objects.standing().filter(place__agreement=OuterRef("pk")).order_by()
    signed = Q(signed_on__isnull=False) | Exists(standing)
    children = agreement.children.filter(signed, state__in=SIGNING)
    if child := children.order_by("pk").first():
        raise Refused(_("“%s” under it is signed already. Take that back first.") % child)


def not_in_future(day, *, field):
    """The day, refused when it is still to come or not given."""
    if day is None:
        raise ValidationError({field: _("Say on which day.")})
    if day > timezone.localdate():
        raise ValidationError({field: _("This day is still to come.")})
    return day
