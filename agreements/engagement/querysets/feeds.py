"""Every way private calendar feeds are read."""

from django.db import models
from django.utils import timezone


class CalendarFeedQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A feed is its owner's alone, whatever their role."""
        return self.filter(user=user) if user.is_authenticated else self.none()

    def live(self, *, today=None):
        """Neither revoked nor past its year, of an account that is open."""
        today = today or timezone.localdate()
        return self.filter(revoked_at=None, expires_on__gte=today, user__is_active=True)

    def standing(self):
        """Not revoked: at most one of each account, its year over or not."""
        return self.filter(revoked_at=None)
