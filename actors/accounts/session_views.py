"""Where somebody is signed in: a list of their devices, and ending what is not theirs."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from actors.accounts.agents import device_in_words
from actors.accounts.sessions import end_sessions, sessions_of
from actors.audit.recording import record_event
from collabgov.kit.access import OwnPageMixin

WHOLE = 18  # digits of the largest key that the database knows


@dataclass(frozen=True)
class Device:
    pk: int
    words: str
    ip: str
    since: datetime
    last_seen: datetime
    is_this: bool


class Sessions(OwnPageMixin, TemplateView):
    template_name = "accounts/sessions.html"
    http_method_names = ["get", "head", "options", "post"]

    def get_context_data(self, **kwargs):
        devices = devices_of(self.request)
        others = [device for device in devices if not device.is_this]
        return super().get_context_data(devices=devices, others=others, **kwargs)

    def post(self, request):
        """End the session that `session` names, or all but this one."""
        here = request.session.session_key
        if "session" in request.POST:
            ended = end_sessions(request.user, only=key_of(request, request.POST["session"]))
            messages.success(request, _("That device is signed out."))
        else:
            ended = end_sessions(request.user, keep=here)
            said = ngettext(
                "%(count)d other device is signed out.",
                "%(count)d other devices are signed out.",
                ended,
            )
            messages.success(request, said % {"count": ended})
        record_event("sessions_ended", request=request, why="asked", sessions=ended)
        return redirect("usersessions_list")


def devices_of(request):
    """The devices signed in as whoever asks, the one in their hands first."""
    here = request.session.session_key
    devices = [
        Device(
            pk=row.pk,
            words=device_in_words(row.user_agent),
            ip=row.ip,
            since=row.created_at,
            last_seen=row.last_seen_at,
            is_this=row.session_key == here,
        )
        for row in sessions_of(request.user)
    ]
    return sorted(devices, key=lambda device: not device.is_this)


def key_of(request, number):
    """The key of one's own other session of that number; all else is not there."""
    rows = sessions_of(request.user).exclude(session_key=request.session.session_key)
    is_number = number.isascii() and number.isdigit() and len(number) <= WHOLE
    row = rows.filter(pk=number).first() if is_number else None
    if row is None:
        raise Http404
    return row.session_key
