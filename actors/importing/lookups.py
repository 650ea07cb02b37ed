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
OTHER_NAMES = re.compile(r"[\r\n;]+")
MOST_GUESSES, MOST_NAMED, ALIKE = 60, 3, 0.8
MOST_LIKENESSES, LONGEST_NAME = 20, 200  # each asks the whole register


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
            close = difflib.get_close_matches(plain(text)[:60], self.names, n=1, cutoff=ALIKE)
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
        self.by_other, self.nearest = defaultdict(list), {}  # short names and former ones
        columns = ("pk", "name", "region_id", "short_name", "aliases")
        for pk, name, region_id, short, aliases in Organization.objects.values_list(*columns):
            known = Known(name, region_id, pk=pk)
            self.add(known)
            for other in {plain(each) for each in (short, *OTHER_NAMES.split(aliases))} - {""}:
                self.by_other[other].append(known)

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
        if placed and plain(text) not in self.by_name and plain(text) not in self.by_other:
            region = self.regions.find(placed[2])
            for names in (self.by_name, self.by_other):
                there = [k for k in names.get(plain(placed[1]), ()) if k.region_id == region]
                if len(there) == 1:
                    return there[0]
        for names in (self.by_name, self.by_other):
            if found := names.get(plain(text)):
                return self._one_of(found, text, region_id)
        raise NotFound(self._no_such(text))

    def _one_of(self, found, text, region_id):
        if len(found) == 1:
            return found[0]
        for place in (region_id, None):
            there = [known for known in found if known.region_id == place]
            if len(there) == 1:
                return there[0]
        named = " / ".join(self.label(known) for known in found[:MOST_NAMED])
        said = _("More than one is called “%(text)s”. Write its region too, such as %(named)s.")
        raise NotFound(said % _facts(text, named))

    def _no_such(self, text):
        key = plain(text)[:LONGEST_NAME]
        if key not in self.nearest and len(self.nearest) < MOST_LIKENESSES:
            self.nearest[key] = self._near(key)
        if near := self.nearest.get(key):
            said = _("There is no organization “%(text)s”. Did you mean %(named)s?")
            return said % _facts(text, self.label(near))
        return _("There is no organization “%(text)s”.") % {"text": text[:120]}

    def _near(self, key):
        """One written nearly so, or one that the search takes for it; no mere guess."""
        spread = len(key) // 4 + 1
        names = [n for n in self.by_name if n[:1] == key[:1] and abs(len(n) - len(key)) <= spread]
        for name in difflib.get_close_matches(key, names, n=1, cutoff=ALIKE):
            return self.by_name[name][0]
        return next((self.by_pk[row.pk] for row in Organization.objects.resembling(key)), None)
