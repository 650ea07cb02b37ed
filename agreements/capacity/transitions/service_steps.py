"""What every verb of joint services is made of: hold the service, write a line of its history."""

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from agreements.capacity.models import JointServiceChange
from agreements.capacity.service_kinds import ServiceState
from agreements.charter.transitions.locking import locked, moment
from collabgov.kit.errors import Refused

ARROW = " → "
LONGEST = JointServiceChange._meta.get_field("subject").max_length


def held(service):
    """The service as it is now, its open collaboration held before it."""
    return locked(service, service.collaboration_id)


def require_not_ended(service):
    if service.state == ServiceState.ENDED:
        raise Refused(_("This service has ended. It stays as it was."))


def log(service, event, *, by, subject="", note="", on=None, source=None):
    """Write one line of the service's history."""
    return JointServiceChange.objects.create(
        service=service,
        event=event,
        subject=subject,
        from_state=service.state if source is None else source,
        to_state=service.state,
        note=note,
        made_by=by,
        made_at=moment(on, service.collaboration),
    )


def before_and_after(*pairs):
    """`old → new` of each pair that differs, each side short enough for all of them to fit."""
    differ = [pair for pair in pairs if pair[0] != pair[1]]
    if not differ:
        return ""
    most = LONGEST // len(differ) // 2 - len(ARROW)
    sides = ([Truncator(side or "\N{EN DASH}").chars(most) for side in pair] for pair in differ)
    return "; ".join(ARROW.join(pair) for pair in sides)
