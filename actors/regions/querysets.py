"""Every way regions are read."""

from django.db import models
from django.db.models.functions import Length

from actors.search.ranking import holds, nearness, resembles, tolerate_typos
from actors.search.words import terms_of


class RegionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The register of regions is open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def for_list(self):
        return self.select_related("parent")

    def for_choosing(self):
        """What a line of a chooser shows."""
        return self.select_related("parent")

    def search(self, text):
        """The regions that `text` may mean, largest first; the empty text means all.

        See `Organization.objects.search`; here names, other names and codes are asked.
        """
        if not text.strip():
            return self
        terms = terms_of(text)
        if not terms:
            return self.none()
        found = self.filter(*[holds(term, "search_text") for term in terms])
        if found.exists():
            return found.order_by(Length("code"), "code")
        tolerate_typos()
        terms = terms_of(text, guess=True)
        alike = self.filter(*[resembles(term, "search_text") for term in terms])
        return alike.order_by(nearness(terms, "search_text").desc(), "code")
