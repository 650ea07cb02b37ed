"""What the pulse adds to pages below it: a meeting leads to the results that it talks about."""

from collections import defaultdict

from django.utils.translation import gettext as _

from agreements.engagement.models import AgendaItem
from agreements.engagement.resting import Beside, told_beside
from agreements.motivation.models import PulseDiscussion


@told_beside("meeting")
def of_meetings(records, user):
    """Also of later meetings that took the topic up again: it is the same thread."""
    topics = AgendaItem.objects.filter(meeting__in=records)
    threads = topics.order_by().values("thread")
    shown = PulseDiscussion.objects.visible_to(user).filter(item__thread__in=threads)
    waves = defaultdict(dict)
    for row in shown.select_related("wave", "item").order_by("wave", "pk"):
        waves[row.item.thread][row.wave_id] = row.wave
    for topic in topics.filter(thread__in=list(waves)).order_by("position", "pk"):
        for wave in waves[topic.thread].values():
            heading = _("Results of a pulse that are talked about here")
            yield (
                topic.meeting_id,
                Beside(heading, wave.title, wave.get_absolute_url(), topic.topic),
            )
