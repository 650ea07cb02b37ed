"""Every way series of meetings and public holidays are read."""

from django.db import models
from django.db.models import Count, F, Min, Q
from django.utils import timezone

from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.engagement.states import MeetingState


class SeriesQuerySet(OfCollaborationQuerySet):
    def running(self):
        return self.filter(ended_on=None)

    def with_next(self, *, today=None):
        """Annotate `next_on`, and `ahead`: how many meetings of it are planned."""
        ahead = Q(
            meetings__state=MeetingState.PLANNED,
            meetings__held_on__gte=today or timezone.localdate(),
        )
        return self.annotate(
            next_on=Min("meetings__held_on", filter=ahead), ahead=Count("meetings", filter=ahead)
        )

    def for_list(self):
        """Those that run first, the soonest before the others."""
        soonest = F("next_on").asc(nulls_last=True)
        running_first = F("ended_on").desc(nulls_first=True)
        return self.with_next().order_by(running_first, soonest, "title", "pk")


class HolidayQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Public holidays are open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def in_regions(self, regions):
        """Those of the whole country and of these regions."""
        return self.filter(Q(region=None) | Q(region__in=regions))

    def for_list(self):
        return self.select_related("region").order_by("day", "region__name", "pk")
