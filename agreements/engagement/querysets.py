"""Every way meetings, attendance, agenda items and decisions are read."""

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.engagement.states import STANDING, TOOK_PLACE, MeetingState


class MeetingQuerySet(OfCollaborationQuerySet):
    def took_place(self):
        return self.filter(state__in=TOOK_PLACE)

    def upcoming(self, *, today=None):
        return self.filter(state=MeetingState.PLANNED, held_on__gte=today or timezone.localdate())

    def past(self, *, today=None):
        return self.filter(held_on__lte=today or timezone.localdate())

    def with_present_organizations(self):
        """Annotate `present_organizations`: how many organizations were in the room."""
        return self.annotate(
            present_organizations=Count(
                "attendances__organization", distinct=True, filter=Q(attendances__is_present=True)
            )
        )

    def for_list(self):
        return (
            self.with_present_organizations()
            .select_related("collaboration")
            .order_by("-held_on", "-starts_at", "-pk")
        )

    def last_of(self, collaboration):
        """The meeting that a new form is filled from, or None."""
        return (
            self.filter(collaboration=collaboration)
            .exclude(state=MeetingState.CANCELLED)
            .order_by("-held_on", "-starts_at", "-pk")
            .first()
        )


class OfMeetingQuerySet(OfCollaborationQuerySet):
    collaboration_path = "meeting__collaboration"


class AttendanceQuerySet(OfMeetingQuerySet):
    def present(self):
        return self.filter(is_present=True)

    def for_list(self):
        return self.select_related("organization", "person").order_by(
            "organization__name", "person__full_name", "pk"
        )


class AgendaItemQuerySet(OfMeetingQuerySet):
    def for_list(self):
        return self.prefetch_related("decisions").order_by("position", "pk")


class DecisionQuerySet(OfMeetingQuerySet):
    def standing(self):
        return self.filter(state__in=STANDING)

    def for_list(self):
        return self.select_related("meeting", "meeting__collaboration", "agenda_item").order_by(
            "-meeting__held_on", "-pk"
        )


class MeetingDraftQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A draft is its writer's alone, whatever their role."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def for_list(self):
        return self.select_related("meeting").order_by("-updated_at", "-pk")
