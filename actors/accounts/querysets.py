"""Every way accounts are read."""

from django.db import models

from actors.accounts.emails import folded


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Accounts are the admins' business, the auditor looks on; everyone sees their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_admin or user.is_auditor else self.filter(pk=user.pk)

    def with_email(self, address):
        """The account of this address; letters that only look like its letters are others."""
        return self.filter(email=folded(address))

    def active(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("person", "organization")
