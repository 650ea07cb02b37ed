"""Names that can be read: what nobody sees is taken out, and a name of nothing else is none."""

import unicodedata

from django import forms

# Control, format, surrogate, private, unassigned; then what looks like a blank and is none.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")


def readable(text):
    """The text without characters that are not seen, its blanks made one."""
    return " ".join("".join(_seen(character) for character in text).split())


def _seen(character):
    if character.isspace():
        return " "
    is_unseen = character in FILLERS or unicodedata.category(character) in UNSEEN
    return "" if is_unseen else character


class NameField(forms.CharField):
    """A name of somebody or something; invisible characters are dropped before it is judged."""

    def to_python(self, value):
        return super().to_python(readable(value) if isinstance(value, str) else value)
