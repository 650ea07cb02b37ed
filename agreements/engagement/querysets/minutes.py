"""Every way versions of minutes, and the answers to them, are read."""

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from agreements.charter.models import Representative
from agreements.charter.states import CollaborationState
from agreements.engagement.kinds import REPLIED, Word
from agreements.engagement.querysets.meetings import OfMeetingQuerySet
from agreements.engagement.states import MeetingState


class MinutesVersionQuerySet(OfMeetingQuerySet):
    def adopted(self):
        return self.filter(adopted_at__isnull=False)

    def newest(self):
        """The version of a meeting that counts now; None where nothing was shared yet."""
        return self.for_list().first()

    def for_list(self):
        return self.select_related("shared_by__person", "adopted_by__person").order_by("-number")


class MinutesAnswerQuerySet(OfMeetingQuerySet):
    collaboration_path = "minutes__meeting__collaboration"

    def for_list(self):
        return self.select_related(
            "party__organization", "answered_by__person", "replied_by__person"
        ).order_by("party__organization__name", "pk")

    def asked_now(self):
        """Those to the newest version of minutes that are shared and not adopted yet."""
        newer = self.model.minutes.field.related_model._base_manager.filter(
            meeting=OuterRef("minutes__meeting"), number__gt=OuterRef("minutes__number")
        )
        return self.filter(
            ~Exists(newer),
            minutes__adopted_at=None,
            minutes__meeting__state=MeetingState.MINUTES_SHARED,
        ).exclude(minutes__meeting__collaboration__state=CollaborationState.CLOSED)

    def unreplied(self):
        return self.filter(word__in=REPLIED, reply="")

    def waiting_for(self, user, *, today=None):
        """What this reader still has to say for a party: nothing said yet, or said by others."""
        if user.person_id is None or user.is_auditor:
            return self.none()
        day = today or timezone.localdate()
        speaks = Representative.objects.current(today=day).filter(
            party=OuterRef("party"), person_id=user.person_id
        )
        silent = Q(word=Word.SILENT, minutes__answer_by__gte=day)
        said_for_us = Q(is_on_behalf=True) & ~Q(answered_by=user.pk)
        return self.asked_now().filter(Exists(speaks)).filter(silent | said_for_us)
