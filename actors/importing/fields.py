"""What a column of a spreadsheet is: its names, its choices, how a cell becomes a value."""

import difflib

from django.utils import translation
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export import fields, widgets

from actors.importing.lookups import plain
from actors.search.words import words_of
from collabgov.kit.dates import parse_day
from collabgov.kit.names import readable

LANGUAGES = ("id", "en")
YES = frozenset({"ya", "y", "yes", "true", "1", "benar", "x"})
NO = frozenset({"tidak", "t", "no", "n", "false", "0", "salah", "-"})


class ImportField(fields.Field):
    """One column. `label` is its header; `aliases` are other headers it goes by."""

    def __init__(self, attribute, label, *, widget=None, aliases=(), required=False, hint=""):
        super().__init__(attribute=attribute, column_name=attribute, widget=widget or NameCell())
        self.label, self.aliases = label, aliases
        self.required, self.hint = required, hint

    @property
    def header(self):
        return capfirst(str(self.label))

    def headers(self):
        """Every header it is known by, in both languages."""
        for language in LANGUAGES:
            with translation.override(language):
                yield str(self.label)
        yield from (self.attribute, *self.aliases)

    def clean(self, row, **kwargs):
        value = super().clean(row, **kwargs)
        if self.required and value in self.empty_values:
            raise ValueError(_("This cell is empty."))
        return value


class NameCell(widgets.Widget):
    """One line of text; what nobody sees is dropped."""

    def clean(self, value, row=None, **kwargs):
        return readable(value or "")

    def as_read(self, stored):
        """What a cell of this value is read as: old rows have other blanks and line ends."""
        return self.clean(stored) if isinstance(stored, str) else stored

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else str(value)


class TextCell(NameCell):
    """Text of several lines."""

    def clean(self, value, row=None, **kwargs):
        return "\n".join(line.strip() for line in (value or "").splitlines()).strip()


class NumberCell(NameCell):
    """The number of a record that stands."""

    def clean(self, value, row=None, **kwargs):
        text = readable(value or "")
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and len(text) < 19):
            raise ValueError(_("“%(text)s” is no number of a record.") % {"text": text[:40]})
        return int(text)


class PhoneCell(NameCell):
    """A phone number; a spreadsheet that took it for a figure ate the zero in front."""

    def clean(self, value, row=None, **kwargs):
        text = readable(value or "")
        is_figure = text.isascii() and text.isdecimal() and len(text) > 8
        return f"0{text}" if is_figure and text.startswith("8") else text


class ChoiceCell(NameCell):
    """One of a list, said in either language."""

    def __init__(self, choices):
        super().__init__()
        self.choices = choices

    def clean(self, value, row=None, **kwargs):
        said = readable(value or "")
        text = plain(said)
        if not text:
            return ""
        if text in self.known:
            return self.known[text]
        meant = self._meant(text)
        if len(meant) == 1:
            return meant.pop()
        raise ValueError(self._none_of(said))

    def as_read(self, stored):
        return stored

    @cached_property
    def known(self):
        """Everything that a choice is called."""
        names = {plain(code): code for code in self.choices.values}
        for language in LANGUAGES:
            with translation.override(language):
                names |= {plain(str(label)): code for code, label in self.choices.choices}
        return names

    def _meant(self, text):
        """The choices whose name has all these words: “OPD”, “kabupaten”, “aktif”."""
        words = set(words_of(text))
        return {code for name, code in self.known.items() if words and words <= {*words_of(name)}}

    def _none_of(self, said):
        near = difflib.get_close_matches(plain(said)[:60], self.known, n=1, cutoff=0.6)
        if near:
            text = _("“%(text)s” is no choice here. Did you mean %(named)s?")
            return text % {"text": said[:40], "named": self.render(self.known[near[0]])}
        text = _("“%(text)s” is no choice here. The template names every choice.")
        return text % {"text": said[:40]}

    def render(self, value, obj=None, **kwargs):
        return str(dict(self.choices.choices).get(value, value or ""))


class YesNoCell(NameCell):
    def __init__(self, default=False):
        super().__init__()
        self.default = default

    def clean(self, value, row=None, **kwargs):
        text = plain(readable(value or ""))
        if text in YES | NO:
            return text in YES
        if not text:
            return self.default
        raise ValueError(_("Write yes or no, not “%(text)s”.") % {"text": text[:40]})

    def render(self, value, obj=None, **kwargs):
        return _("Yes") if value else _("No")


class DayCell(NameCell):
    """A day, day first in either language, or as ISO."""

    def clean(self, value, row=None, **kwargs):
        text = readable(value or "")
        if not text:
            return None
        day = parse_day(text.partition(" 00:00")[0])
        if day is None:
            said = _("“%(text)s” is no day. Write the day first, such as 3 May 2026 or 3/5/2026.")
            raise ValueError(said % {"text": text[:40]})
        return day

    def render(self, value, obj=None, **kwargs):
        return value  # a date: CSV and XLSX show it as ISO, which every language reads


class LookupCell(NameCell):
    """A record that the cell names; the resource says how it is found and named."""

    find = render_one = None

    def clean(self, value, row=None, **kwargs):
        text = readable(value or "")
        return self.find(text) if text else None

    def render(self, value, obj=None, **kwargs):
        return "" if value is None else self.render_one(value)


FOR_NEW = gettext_lazy("Leave it empty for what is new.")
FOR_NEW_OR_EMPTYING = gettext_lazy(
    "Leave it empty for what is new. Only a row with its number empties what stands."
)


def record_number(hint=FOR_NEW_OR_EMPTYING):
    return ImportField(
        "pk",
        gettext_lazy("Number (do not change)"),
        widget=NumberCell(),
        aliases=("id", "nomor", "number", "no id"),
        hint=hint,
    )
