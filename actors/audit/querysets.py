"""Every way events are read."""

from django.db import models


class AccessEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Admins and auditors read all events; what others read of them, `dashboards` knows."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_admin or user.is_auditor else self.filter(user=user)

    def newest_first(self):
        return self.order_by("-at", "-pk")
