"""Every way organizations are read."""

from django.db import models


class OrganizationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The register of organizations is open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def active(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("region", "parent")
