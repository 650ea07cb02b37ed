"""Every way short forms are read."""

from django.db import models
from django.db.models import Q


class AbbreviationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What the search understands may be known by everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def for_list(self):
        return self.order_by("short")

    def search(self, text):
        """Those whose short form or meaning has every word of the text."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(Q(short__icontains=word) | Q(meaning__icontains=word))
        return found
