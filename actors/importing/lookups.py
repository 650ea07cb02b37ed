"""Finding regions and organizations by what a cell says: everything is read once, not per row."""

import difflib
import re
from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from actors.organizations.models import Organization
from actors.regions.models import Region

CODE = re.compile(r"^(\d{1,2}(?:\.\d{1,4})*)\b\s*(.*)$", re.ASCII | re.DOTALL)
RANK = re.compile(r"^(provinsi|prov\.?|kabupaten|kab\.?|kota|kecamatan|kec\.?)\s+", re.IGNORECASE)
PLACED = re.compile(r"^(.*\S)\s*\(([^()]*)\)$", re.DOTALL)
MOST_GUESSES, MOST_NAMED = 60, 3


class NotFound(ValueError):
    """The cell names nothing, or more than one; `str()` says so."""


def plain(text):
    return " ".join(text.lower().split())


class Regions:
    """The region of a code, a name, or both; a wrong name is answered with the likeliest one."""

    def __init__(self):
        rows = Region.objects.values_list("pk", "code", "name", "aliases")
        self.codes, self.labels, self.names = {}, {}, defaultdict(list)
        self.guesses = {}
        for pk, code, name, aliases in rows:
            self.codes[code], self.labels[pk] = pk, f"{code} {name}"
            known = {plain(name), plain(RANK.sub("", name)), *map(plain, aliases.split(","))}
            for each in known - {""}:
                self.names[each].append((code, name, pk))

    def label(self, pk):
        return self.labels.get(pk, "")

    def find(self, text):
        """Return the id of the region."""
        code = CODE.match(text)
        if code:
            return self._by_code(code[1])
        found = self.names.get(plain(text)) or self.names.get(plain(RANK.sub("", text)), [])
        found = [row for row in found if plain(row[1]) == plain(text)] or found
        highest = min((len(row[0]) for row in found), default=0)
        found = [row for row in found if len(row[0]) == highest]
        if len(found) == 1:
            return found[0][2]
        if found:
            named = ", ".join(f"{code} {name}" for code, name, _pk in found[:MOST_NAMED])
            raise NotFound(_("“%(text)s” may be %(named)s: write the code.") % _facts(text, named))
        raise NotFound(self._no_such(text))

    def _by_code(self, code):
        if code in self.codes:
            return self.codes[code]
        head, dot, last = code.rpartition(".")
        near = [f"{head}.{last}0", f"{head}.0{last}"] if dot and len(last) == 1 else []
        named = " / ".join(self.labels[self.codes[each]] for each in near if each in self.codes)
        if named:
            text = _("There is no region with the code %(text)s. Did you mean %(named)s?")
            raise NotFound(text % _facts(code, named))
        raise NotFound(_("There is no region with the code %(text)s.") % {"text": code})

    def _no_such(self, text):
        close = self.guesses.get(text)
        if close is None and len(self.guesses) < MOST_GUESSES:
            close = difflib.get_close_matches(plain(text)[:60], self.names, n=1, cutoff=0.7)
            self.guesses[text] = close
        if close:
            named = self.names[close[0]][0][1]
            said = _("There is no region “%(text)s”. Did you mean %(named)s?")
            return said % _facts(text, named)
        return _("There is no region “%(text)s”.") % {"text": text[:60]}


def _facts(text, named):
    return {"text": text[:60], "named": named}


@dataclass(frozen=True)
class Known:
    """An organization that stands, or the row of the file that will make it."""

    name: str
    region_id: int | None
    pk: int | None = None
    row: int | None = None


class Organizations:
    """The organization of “name”, “name (region)” or its number, in the register or the file."""

    def __init__(self, regions):
        self.regions = regions
        self.by_pk, self.by_key, self.by_name = {}, {}, defaultdict(list)
        for pk, name, region_id in Organization.objects.values_list("pk", "name", "region_id"):
            self.add(Known(name, region_id, pk=pk))

    def add(self, known):
        if known.pk is not None:
            self.by_pk[known.pk] = known
        self.by_key[plain(known.name), known.region_id] = known
        self.by_name[plain(known.name)].append(known)

    def label(self, known):
        """What a cell says so that the very same organization is found again."""
        code = self.regions.label(known.region_id)
        return f"{known.name} ({code})" if code else known.name

    def find(self, text, region_id=None):
        """Return the Known one; of several of a name the one in the row's own region."""
        placed = PLACED.match(text)
        if placed and plain(text) not in self.by_name:
            key = plain(placed[1]), self.regions.find(placed[2])
            if key in self.by_key:
                return self.by_key[key]
        found = self.by_name.get(plain(text), ())
        if len(found) == 1:
            return found[0]
        for place in (region_id, None):
            if (plain(text), place) in self.by_key:
                return self.by_key[plain(text), place]
        if found:
            named = " / ".join(self.label(known) for known in found[:MOST_NAMED])
            said = _("More than one is called “%(text)s”. Write its region too, such as %(named)s.")
            raise NotFound(said % _facts(text, named))
        raise NotFound(_("There is no organization “%(text)s”.") % {"text": text[:120]})
