"""One way to read a typed number, in either notation, wherever a person or a paste gives one."""

import re
from decimal import Decimal

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

WHOLE_DIGITS, DECIMALS = 16, 4  # what a column of 20 digits, 4 of them decimals, holds
LONGEST = 60  # characters of a typed number, with its marks
SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
UNREADABLE = _("Write a number in digits, such as %(example)s.")
TOO_LONG = _("At most %(whole)s digits before the decimal mark and %(decimals)s after it.")
MARKS = {",": ".", ".": ","}  # decimal mark → the mark between thousands


def _shape(decimal_mark):
    group = rf"[1-9][0-9]{{0,2}}(?:(?P<mark>[{MARKS[decimal_mark]} ])[0-9]{{3}})"
    whole = rf"(?:{group}(?:(?P=mark)[0-9]{{3}})*|[0-9]+)"
    return re.compile(rf"(?P<sign>[+-]?) ?(?P<whole>{whole})(?:[{decimal_mark}](?P<rest>[0-9]+))?")


SHAPES = {mark: _shape(mark) for mark in MARKS}


def read_number(text, language=None):
    """Return the Decimal that `text` names; ValidationError with a sentence when it names none.

    The language's own notation is tried first: 1.234 is one thousand two hundred and thirty-four
    in Indonesian and a bit more than one in English. What can only be the other notation
    (1,234.5 in Indonesian, 24.5 too) is understood as well. No exponents, no digits but 0 to 9.
    """
    own = formats.get_format("DECIMAL_SEPARATOR", language or get_language())
    words = SPACES.sub(" ", str(text)).strip().replace("\N{MINUS SIGN}", "-")
    other = MARKS[own]
    found = SHAPES[own].fullmatch(words) or SHAPES[other].fullmatch(words)
    if found is None or len(words) > LONGEST:
        example = shown_number(Decimal("1234.5"), language)
        raise ValidationError(UNREADABLE, code="invalid", params={"example": example})
    whole = re.sub(r"[^0-9]", "", found["whole"]).lstrip("0")
    rest = (found["rest"] or "").rstrip("0")
    if len(whole) > WHOLE_DIGITS or len(rest) > DECIMALS:
        facts = {"whole": WHOLE_DIGITS, "decimals": DECIMALS}
        raise ValidationError(TOO_LONG, code="too_long", params=facts)
    number = Decimal(f"{whole or 0}.{rest}" if rest else whole or "0")
    return -number if found["sign"] == "-" and number else number


def shown_number(value, language=None):
    """A number as the language writes it, with the decimals that it has and no more."""
    if value is None:
        return ""
    digits = f"{value:f}"
    decimals = len(digits.partition(".")[2].rstrip("0"))
    own = formats.get_format("DECIMAL_SEPARATOR", language or get_language())
    text = f"{abs(value):,.{decimals}f}".translate(str.maketrans({",": MARKS[own], ".": own}))
    return f"-{text}" if value < 0 else text


def in_own_words(text, language):
    """A number that stands in a page of `language`, as the reader's own language writes it.

    Who changes the language beside an open form would else save 1,234 as a bit more than one.
    """
    if language == get_language() or language not in dict(settings.LANGUAGES):
        return text
    try:
        return shown_number(read_number(text, language))
    except ValidationError:
        return text


class NumberInput(forms.TextInput):
    """A plain text box with the keyboard for numbers; what was read stands beneath it."""

    template_name = "components/number_input.html"
    # While somebody types, the server says how it reads the number.
    LIVE = {
        "hx-get": reverse_lazy("agreements:number-read"),
        "hx-trigger": "input changed delay:400ms",
        "hx-target": "next .number-words",
        "hx-sync": "this:replace",
    }

    def __init__(self, attrs=None):
        usual = {"autocomplete": "off", "inputmode": "decimal", "class": "number-input"}
        super().__init__(attrs={**usual, **self.LIVE, **(attrs or {})})

    def format_value(self, value):
        return shown_number(value) if isinstance(value, Decimal) else value

    def value_from_datadict(self, data, files, name):
        typed = super().value_from_datadict(data, files, name)
        return in_own_words(typed, data.get(f"{name}-language", "")) if typed else typed

    def get_context(self, name, value, attrs):
        echo = read_back(value) if isinstance(value, str) else ""
        return super().get_context(name, value, attrs) | {
            "read_as": echo,
            "language": get_language(),
        }


def read_back(text):
    """How a typed number was understood, as the reader's language writes it; "" if it was not."""
    try:
        return shown_number(read_number(text))
    except ValidationError:
        return ""


class NumberField(forms.Field):
    """A number typed in either notation; `lowest` and `highest` where it cannot be any."""

    widget = NumberInput
    default_error_messages = {
        "lowest": _("Not less than %(limit)s."),
        "highest": _("Not more than %(limit)s."),
    }

    def __init__(self, *, lowest=None, highest=None, **kwargs):
        super().__init__(**kwargs)
        self.lowest, self.highest = lowest, highest

    def to_python(self, value):
        if value is None or isinstance(value, Decimal):
            return value
        return read_number(value) if str(value).strip() else None

    def validate(self, value):
        super().validate(value)
        if value is None:
            return
        if self.lowest is not None and value < self.lowest:
            self._refuse("lowest", self.lowest)
        if self.highest is not None and value > self.highest:
            self._refuse("highest", self.highest)

    def has_changed(self, initial, data):
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True

    def _refuse(self, code, limit):
        facts = {"limit": shown_number(Decimal(limit))}
        raise ValidationError(self.error_messages[code], code=code, params=facts)
