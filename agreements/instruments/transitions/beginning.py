"""The moment from which an agreement holds: signed, begun, and with all that it needs."""

from django.utils import timezone

from agreements.instruments.guards import missing_in_force
from agreements.instruments.states import SIGNING, AgreementState
from agreements.instruments.transitions.moving import move

S = AgreementState


def come_into_force(agreement, *, by, today=None, on=None):
    """Let a signed agreement hold, when nothing is missing any more; whether it does now.

    One of which the last day has passed is left to the calendar.
    """
    day = today or timezone.localdate()
    if agreement.state not in SIGNING or agreement.signed_on is None:
        return False
    if missing_in_force(agreement, today=day):
        return False
    move(agreement, S.IN_FORCE, by=by, on=on)
    return True
