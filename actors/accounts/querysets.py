"""Every way accounts are read."""

from django.db import models


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Accounts are the admins' business, the auditor looks on; everyone sees their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_admin or user.is_auditor else self.filter(pk=user.pk)

    def active(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("person", "organization")
