"""A meeting as a file for the reader's own calendar."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from agreements.engagement.events import CONTENT_TYPE, calendar_of, meeting_event
from agreements.models import Meeting
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.site import site_url


class MeetingFile(VisibleRowsMixin, SingleObjectMixin, View):
    """Opened again after a change, it moves the event that the calendar has.

    The agenda is in it but for what is confidential: a calendar is often shared.
    """

    model = Meeting
    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        meeting = self.get_object()
        topics = meeting.agenda_items.filter(is_confidential=False).for_list()
        topics = [item.topic for item in topics]
        event = meeting_event(meeting, site=site_url(request), topics=topics)
        kind = _("meeting")
        name = f"{kind}-{meeting.held_on:%Y-%m-%d}.ics"
        response = HttpResponse(calendar_of([event]), content_type=CONTENT_TYPE)
        response.headers["Content-Disposition"] = content_disposition_header(True, name)
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
