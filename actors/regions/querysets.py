"""Every way regions are read."""

from django.db import models


class RegionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The register of regions is open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def for_list(self):
        return self.select_related("parent")
