"""Taking away somebody's second factors, when the device and the recovery codes are lost."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from actors.accounts.models import User
from actors.accounts.sessions import end_sessions
from actors.audit.recording import record_event
from collabgov.kit.access import require_rule


@transaction.atomic
def forget_factors(*, user, by=None):
    """An admin, or whoever runs the server (`by` nobody): the account asks for its password alone.

    Sessions end, so that whoever holds the lost device is out; returns how many factors went.
    """
    if by is not None:
        require_rule(by, "actors.change_role", user)
    User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    gone, _tables = Authenticator.objects.filter(user=user).delete()
    end_sessions(user)
    record_event("factor_removed", user=by, about=user, why="device lost", factors=gone)
    return gone
