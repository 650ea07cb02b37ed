"""The way to signing, step by step: forward, back, the legislature, or given up."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import require_reason
from agreements.instruments.guards import missing_for
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.path import earlier, following, stage_after
from agreements.instruments.states import PREPARING, AgreementState
from agreements.instruments.transitions.moving import (
    lock_agreement,
    log,
    move,
    not_in_future,
    require_no_amendment,
    require_nothing_signed_under,
    require_shown,
    require_state,
    require_unchanged,
    save,
)
from agreements.instruments.transitions.papers import attach
from collabgov.kit.errors import IllegalMove, Refused

S = AgreementState


@transaction.atomic
def forward(*, agreement, by, note="", at=None):
    """On to the next state on the way of its kind, when nothing is missing for it.

    `at`: where it stood when the form was shown; sent twice, the second goes no further.
    """
    fresh = lock_agreement(agreement)
    require_shown(fresh, at)
    target = following(fresh)
    if target is None:
        raise IllegalMove(_("From here on only signatures lead further."))
    if lacking := missing_for(fresh, target):
        raise Refused(" ".join(lacking))
    return move(fresh, target, by=by, note=note.strip())


@transaction.atomic
def next_stage(*, agreement, by, at=None):
    """On to the next stage of its kind inside the same state; `at` as for `forward`."""
    fresh = lock_agreement(agreement)
    require_shown(fresh, at)
    require_no_amendment(fresh)
    stage = stage_after(fresh)
    if stage is None:
        raise IllegalMove(_("This is the last stage here."))
    fresh.stage, fresh.stage_since = stage, timezone.localdate()
    save(fresh)
    log(fresh, "stage", by=by, subject=stage)
    return fresh


@transaction.atomic
def send_back(*, agreement, by, to, reason):
    """The text is worked on again; an approval of the old text by the legislature is void."""
    reason = require_reason(reason)
    fresh = lock_agreement(agreement)
    if to not in earlier(fresh):
        raise IllegalMove(
            _("“%(current)s” cannot go back to “%(target)s”.")
            % {"current": S(fresh.state).label, "target": _label(to)}
        )
    return move(fresh, S(to), by=by, note=reason, legislature_approved_on=None)


def _label(state):
    return S(state).label if state in S.values else state


@transaction.atomic
def approve_by_legislature(*, agreement, by, on, document=None, file=None):
    """The legislature said yes on that day."""
    fresh = lock_agreement(agreement)
    require_state(fresh, [S.LEGISLATURE])
    fresh.legislature_approved_on = not_in_future(on, field="on")
    if document is not None or file is not None:
        attach(fresh, by=by, role=DocumentRole.LEGISLATURE, document=document, file=file)
    save(fresh)
    log(fresh, "legislature_approved", by=by)
    return fresh


@transaction.atomic
def abandon(*, agreement, by, reason, version=None):
    """It will not be signed; what was written stays readable.

    `version`: the one that the form showed; what was changed since is not given up unseen.
    """
    reason = require_reason(reason)
    fresh = lock_agreement(agreement)
    require_unchanged(fresh, version)
    if fresh.signed_on is not None and fresh.state in PREPARING and not fresh.is_registered:
        raise Refused(_("Every party has signed it. Take a signature back first."))
    require_nothing_signed_under(fresh)
    return move(fresh, S.ABANDONED, by=by, note=reason, over_on=timezone.localdate())
