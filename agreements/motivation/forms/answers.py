"""The form of those who answer: one card a dimension, its statements in the order of chance."""

import random
import re
from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.motivation.kinds import ABOUT, LONGEST_COMMENT, STEPS, UNKNOWN, Dimension
from agreements.motivation.sealing import seen_alone

CHANCE = random.SystemRandom()
DRAWN = re.compile(r"[0-9a-f]{8}")


class RemarkField(forms.CharField):
    """Words, without the characters that nobody sees."""

    def to_python(self, value):
        return super().to_python(seen_alone(value or ""))


class AnswerForm(forms.Form):
    """A step, or "don't know", for each statement; nothing else is asked about anybody.

    The order of the statements of a card is drawn anew each time somebody comes to the page: what
    comes first sways people. What was drawn is carried by that page alone (`order`), so that after
    a mistake all stand where they stood; it is by chance, and is neither sealed nor kept.
    """

    comment = RemarkField(
        label=_("One more remark (optional)"),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, items, with_remark=True, **kwargs):
        super().__init__(*args, **kwargs)
        if not with_remark:  # among one's own colleagues it would be known who writes like that
            del self.fields["comment"]
        choices = [(str(value), label) for value, label in [*STEPS, UNKNOWN]]
        for item in items:
            self.fields[item.code] = forms.ChoiceField(
                label=item.text,
                choices=choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose a step, or “don't know”.")},
            )
        self.items = items
        self.order = _order_of((self.data if self.is_bound else self.initial).get("order", ""))

    def cards(self):
        """(name, what it asks, fields) of each dimension."""
        by_card = groupby(self.items, key=lambda item: item.dimension)
        return [
            {
                "key": key,
                "name": Dimension(key).label,
                "about": ABOUT[Dimension(key)],
                "fields": [self[item.code] for item in _shuffled(items, self.order + key)],
            }
            for key, items in by_card
        ]

    def clean(self):
        """Whoever knows nothing of it all need not answer; what was written stays on the page."""
        steps = [self.cleaned_data.get(item.code) for item in self.items]
        if all(step == UNKNOWN[0] for step in steps):
            raise forms.ValidationError(_("Answer at least one statement."))
        return self.cleaned_data

    @property
    def remark(self):
        return self.cleaned_data.get("comment", "")

    @property
    def said(self):
        """By code the step, or None."""
        steps = {item.code: self.cleaned_data[item.code] for item in self.items}
        return {code: None if step == UNKNOWN[0] else int(step) for code, step in steps.items()}


def _order_of(sent):
    """What the page was drawn by, exactly as this site writes it; else it is drawn now."""
    return sent if DRAWN.fullmatch(sent) else f"{CHANCE.getrandbits(32):08x}"


def _shuffled(items, drawn):
    found = list(items)
    random.Random(drawn).shuffle(found)
    return found
