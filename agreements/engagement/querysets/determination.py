"""Every way decisions are read."""

from agreements.engagement.querysets.meetings import OfMeetingQuerySet
from agreements.engagement.states import STANDING


class DecisionQuerySet(OfMeetingQuerySet):
    def standing(self):
        return self.filter(state__in=STANDING)

    def for_list(self):
        return self.select_related("meeting", "meeting__collaboration", "agenda_item").order_by(
            "-meeting__held_on", "-pk"
        )
