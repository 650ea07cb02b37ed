"""Taking away somebody's second factors, when the device and the recovery codes are lost."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from actors.accounts.models import User
from actors.accounts.notices import FACTORS_RESET, tell_owner
from actors.accounts.sessions import end_sessions
from actors.audit.recording import record_event
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.errors import Refused


@transaction.atomic
def forget_factors(*, user, by=None, reason="", request=None):
    """An admin, or whoever runs the server (`by` nobody): the account asks for its password alone.

    Sessions end, so that whoever holds the lost device is out, and a mail tells the owner:
    whoever lost nothing learns that somebody says they did.
    """
    fresh = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if by is not None:
        require_rule(User.objects.get(pk=by.pk), "actors.change_role", fresh)
    with because(reason):
        gone, _by_table = Authenticator.objects.filter(user=fresh).delete()
    if not gone:
        raise Refused(_("This account has no second factor."))
    ended = end_sessions(fresh)
    record_event(
        "factor_removed",
        request=request,
        user=by,
        about=fresh,
        why="device lost",
        reason=reason,
        factors=gone,
        sessions=ended,
    )
    tell_owner(FACTORS_RESET, user=fresh, request=request, by=by)
    return fresh
