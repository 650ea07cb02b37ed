"""Paste minutes: the lines of a message or a block of a spreadsheet become rows to check."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from agreements.engagement.forms.typed import (
    COMMITMENT,
    LIMITS,
    next_number,
    split_rows,
    without_rows,
)
from agreements.engagement.pasting import HEADER, PastedRow, owners_of, read_pasted
from collabgov.kit.dates import parse_day

MOST = 150_000  # characters read at once; a draft holds little more
FIELD = "pasted"
SENTENCES = {
    "owner": ngettext_lazy("%d has no organization.", "%d have no organization."),
    "day": ngettext_lazy("%d has no date.", "%d have no date."),
    "year": ngettext_lazy(
        "%d date had no year: the next such day after the meeting was taken.",
        "%d dates had no year: the next such day after the meeting was taken.",
    ),
    "beyond": ngettext_lazy(
        "%d more does not fit in one meeting and stays in the box.",
        "%d more do not fit in one meeting and stay in the box.",
    ),
    "unused": ngettext_lazy(
        "%d line was not used and stays in the box: it has no bullet, organization or date, "
        "is only a heading, or is too long.",
        "%d lines were not used and stay in the box: they have no bullet, organization or date, "
        "are only headings, or are too long.",
    ),
}


class PasteForm(forms.Form):
    """The box; what is left in it must be used or taken out before the meeting is saved."""

    pasted = forms.CharField(
        label=gettext_lazy("Minutes as text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5, "spellcheck": "false"}),
    )

    use_required_attribute = False

    def __init__(self, typed, *, check):
        super().__init__(typed if check else None, initial=typed)

    def clean_pasted(self):
        if self.cleaned_data["pasted"].strip():
            raise forms.ValidationError(
                _(
                    "This text is not saved with the meeting. Make commitments of it, move it to "
                    "the notes, or empty the box."
                )
            )
        return ""

    @property
    def is_open(self):
        return bool((self["pasted"].value() or "").strip())


def paste_into(typed, roster):
    """Turn the pasted lines into rows; return the text of the form and what became of them."""
    text = typed.get(FIELD, "")
    if len(text) > MOST:
        return typed, _(
            "This is more text than can be read at once (%(most)s characters). Nothing was "
            "changed: leave the part with the agreements and try again."
        ) % {"most": f"{MOST:,}".replace(",", ".")}
    known = {row.pk: row for row in (*roster.parties, *roster.present)}
    held_on = parse_day(typed.get("held_on", ""))
    pasted = read_pasted(text, owners=owners_of(known.values()), held_on=held_on)
    if not pasted.lines:
        return typed, _("Paste the minutes into the box first.")
    typed = _without_blank_rows(typed)
    room = max(LIMITS[COMMITMENT] - len(split_rows(typed, COMMITMENT)), 0)
    used, beyond = pasted.rows[:room], pasted.rows[room:]
    typed = _with_rows(typed, used) | {FIELD: _left(pasted, used)}
    return typed, _said(used, beyond, pasted.unused)


def _without_blank_rows(typed):
    """Rows that hold nothing make place for those that come."""
    rows = split_rows(typed, COMMITMENT)
    blank = {number for number, row in rows.items() if not any(map(str.strip, row.values()))}
    return without_rows(typed, COMMITMENT, blank)


def _with_rows(typed, rows):
    first = next_number(typed, COMMITMENT)
    added = {}
    for number, row in enumerate(rows, start=first):
        added[f"{COMMITMENT}-{number}-promise"] = row.promise
        added[f"{COMMITMENT}-{number}-organization"] = str(row.owner or "")
        added[f"{COMMITMENT}-{number}-due_on"] = (
            date_format(row.due_on, "SHORT_DATE_FORMAT") if row.due_on else ""
        )
    return typed | added


def _left(pasted, used):
    """The lines that became no row; a header of a table only while rows of it are left."""
    taken = {id(row) for row in used}
    left = [line for line in pasted.lines if id(line) not in taken]
    if not any(isinstance(line, PastedRow) for line in left):
        left = [line for line in left if line.reason != HEADER]
    return "\n".join(line.line for line in left)


def _said(used, beyond, unused):
    """What became of the lines, in one paragraph."""
    counts = {
        "owner": sum(row.owner is None for row in used),
        "day": sum(row.due_on is None for row in used),
        "year": sum(row.year_is_assumed for row in used),
        "beyond": len(beyond),
        "unused": sum(line.reason != HEADER for line in unused),
    }
    made = ngettext("%d line became a commitment.", "%d lines became commitments.", len(used))
    parts = [SENTENCES[name] % number for name, number in counts.items() if number]
    return " ".join([made % len(used), *parts, _("Check them before you save.")])
