"""Every way imports are read."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

from actors.importing.registry import open_to
from actors.importing.states import ImportState

UNDO_DAYS, WAIT_DAYS = 30, 7


class ImportRunQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those that one may carry out today (`actors.carry_out_import`); who looks after the
        site sees how all of them went, admins and auditors.

        Who made a run and lost the right since sees it no more: it shows what stands now.
        """
        if not user.is_authenticated:
            return self.none()
        return self if user.is_auditor or user.is_admin else self.filter(open_to(user))

    def for_list(self):
        return self.select_related("made_by__person").order_by("-created_at", "-pk")

    def to_forget(self, *, today=None):
        """Those whose content is kept no longer: undo is over, or nobody confirmed them."""
        day = today or timezone.localdate()
        undo_over = models.Q(applied_at__date__lt=day - timedelta(days=UNDO_DAYS))
        waited = models.Q(
            state=ImportState.READ, created_at__date__lt=day - timedelta(days=WAIT_DAYS)
        )
        over = models.Q(state__in=[ImportState.UNDONE, ImportState.DISCARDED])
        return self.filter(undo_over | waited | over, content__isnull=False)
