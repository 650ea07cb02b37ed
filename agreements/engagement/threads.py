"""A topic over several meetings: all its items count, and it may be closed."""

from django.utils.translation import gettext as _

from agreements.engagement.models import AgendaItem, Option
from collabgov.kit.errors import Refused


def thread_items(item):
    """The items of the same topic, in the order of their meetings."""
    if item is None:
        return AgendaItem.objects.none()
    rows = AgendaItem.objects.filter(
        thread=item.thread, meeting__collaboration=item.meeting.collaboration_id
    )
    return rows.order_by("meeting__held_on", "meeting_id")


def options_of(item):
    """The options of the topic, whichever meeting brought them up."""
    return Option.objects.filter(agenda_item__in=thread_items(item))


def require_open_topic(item):
    """A closed topic takes nothing new until somebody reopens it."""
    if item is not None and AgendaItem.objects.closed_threads({item.thread}):
        raise Refused(
            _("“%(topic)s” is closed. Reopen it on the page of its meeting first.")
            % {"topic": item.topic}
        )
