"""Every way organizations are read."""

import re

from django.db import models
from django.db.models import Func, Q, TextField, Value
from django.db.models.functions import Collate, Length, Lower

from actors.duplicates import names
from actors.search.near import NEARLY, likest, without_words
from actors.search.ranking import Among, holds, nearness, place, resembles, tolerate_typos
from actors.search.words import meanings_of_short_forms, terms_of

LINE_ABOVE = """WITH RECURSIVE line AS (
        SELECT parent_id AS id, 1 AS distance
        FROM actors_organization WHERE id = %s
        UNION ALL
        SELECT above.parent_id, line.distance + 1
        FROM line JOIN actors_organization AS above ON above.id = line.id
        WHERE line.distance < 20
    )
    SELECT organization.* FROM line
    JOIN actors_organization AS organization ON organization.id = line.id
    ORDER BY line.distance DESC"""


class OrganizationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The register of organizations is open to everyone who is signed in."""
        return self if user.is_authenticated else self.none()

    def active(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("region", "parent").order_by(Lower("name"), "pk")

    def in_region(self, region):
        """Those of the region and of all regions within it."""
        within = Q(region__code__startswith=f"{region.code}.")
        return self.filter(Q(region=region) | within)

    def regions_below(self, region):
        """The next smaller regions of a region that hold any of these: one query."""
        next_smaller = Value(rf"^{re.escape(region.code)}\.[^.]+")
        code = Func("region__code", next_smaller, function="substring", output_field=TextField())
        return region.children.filter(code__in=self.order_by().values_list(code))

    def line_above(self, organization):
        """All that the organization belongs to, the topmost first."""
        rows = self.model.objects.raw(LINE_ABOVE, [organization.pk])
        return list(rows)

    def for_choosing(self):
        """What a line of a chooser shows."""
        return self.select_related("region")

    def search(self, text):
        """The organizations that `text` may mean, likeliest first; the empty text means all.

        Every word must be somewhere in name, short name, other names or region; short forms
        are spelt out ("dinkes sulbar"). Only when nothing has them all, words that look alike
        count too ("kesehtan"). Narrow first, search last: the second try is made in this set.
        """
        if not text.strip():
            return self
        terms = terms_of(text)
        if not terms:
            return self.none()
        if len(terms) == 1 and len(text.strip()) == 1:
            return self.beginning_with(text.strip().lower())
        found = self.asked(terms, holds)
        if not found.exists():
            return self._search_with_typos(text)
        names = {"low_name": Lower("name"), "low_short_name": Lower("short_name")}
        by_letter = Collate(Lower("name"), "C")  # thousands may tie: compared byte by byte
        return found.alias(**names).order_by(
            place(terms, *names), "-is_active", Length("name"), by_letter, "pk"
        )

    def beginning_with(self, letter):
        """One letter stands nearly everywhere: it asks for words that begin with it, by name."""
        begins = Q(search_text__startswith=letter) | Q(search_text__contains=f" {letter}")
        return self.filter(begins).order_by(Lower("name"), "pk")

    def asked(self, terms, how):
        """Those that have every term in their own text or in their region's."""
        rows, regions = self, self.model._meta.get_field("region").related_model.objects
        for term in terms:
            own = self.model.objects.filter(how(term, "search_text"))
            within = regions.filter(how(term, "search_text"))
            placed = self.model.objects.filter(Among("region", _ids(within)))
            rows = rows.filter(Among("pk", _ids(own).union(_ids(placed))))
        return rows

    def resembling(self, name, region=None):
        """The few of nearly this name, in the region or in none; without a region, anywhere."""
        place = names.words_of_place(region)
        words = names.spelt_out(names.words_in(name), meanings_of_short_forms())
        own = " ".join(names.without_place(words, place))
        common = names.SORTS | names.PLACES | place
        core = names.core_of(own.split())
        bare = without_words("name", common) if core else Lower("name")
        line = rf"(?n)^\s*{re.escape(name)}\s*$"
        surely = Q(short_name__iexact=name) | Q(aliases__iregex=line)
        rows = self.filter(Q(region=region) | Q(region=None)) if region else self
        return likest(rows, bare, core or own, least=NEARLY, surely=surely)

    def _search_with_typos(self, text):
        tolerate_typos()
        terms = terms_of(text, guess=True)
        near = nearness(terms, "search_text", "region__search_text")
        return self.asked(terms, resembles).order_by(
            near.desc(), Length("name"), Lower("name"), "pk"
        )


def _ids(rows):
    return rows.order_by().values("pk")
