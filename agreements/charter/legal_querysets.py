"""Every way legal bases are read."""

from django.db import models
from django.db.models import Case, IntegerField, Value, When

from actors.search.ranking import holds, nearness, resembles, tolerate_typos
from actors.search.words import terms_of
from agreements.charter.kinds import LegalLevel
from agreements.charter.querysets import OfCollaborationQuerySet


class LegalBasisQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The rules of the country are open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def for_list(self):
        """The highest rules first; among them the newest."""
        return self.order_by(rank(), "-year", "number", "pk")

    def for_choosing(self):
        """What a line of a chooser shows."""
        return self

    def search(self, text):
        """The rules that `text` may mean; see `Organization.objects.search`."""
        if not text.strip():
            return self
        terms = terms_of(text)
        if not terms:
            return self.none()
        found = self.filter(*[holds(term, "search_text") for term in terms])
        if found.exists():
            return found
        tolerate_typos()
        terms = terms_of(text, guess=True)
        alike = self.filter(*[resembles(term, "search_text") for term in terms])
        return alike.order_by(nearness(terms, "search_text").desc(), "pk")


class LegalLinkQuerySet(OfCollaborationQuerySet):
    def for_list(self):
        """As they stand on the page of the collaboration: the highest rules first."""
        rows = self.select_related("legal_basis")
        return rows.order_by(rank("legal_basis__"), "-legal_basis__year", "pk")


def rank(prefix=""):
    """Where the level stands, as an expression."""
    whens = [
        When(**{f"{prefix}level": level}, then=Value(number))
        for number, level in enumerate(LegalLevel.values)
    ]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField())
