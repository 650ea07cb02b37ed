"""Which parties of the collaboration an agreement is between: one row each, in their order."""

from crispy_forms.layout import HTML, Div
from django import forms
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Party
from agreements.instruments.forms.parts import Unfold

SHOWN = 2  # rows that stand there at once; each further one unfolds below the one before


class PartiesMixin:
    """Fields `party_<row>` and `signs_<row>`; the form has `collaboration` and `kind`."""

    is_signed = False  # a draft may still lack parties, what was signed may not

    TOO_FEW = {
        1: _("Say which party issued it."),
        2: _("Say which parties signed it: at least two."),
    }

    @cached_property
    def offered(self):
        """The parties to choose from, by what stands in the select."""
        rows = Party.objects.current().filter(collaboration=self.collaboration)
        rows = rows.select_related("organization").order_by("organization__name")
        return {str(party.pk): party for party in rows}

    @property
    def rows(self):
        return range(1, len(self.offered) + 1)

    def offer_parties(self):
        names = [(key, party.organization.name) for key, party in self.offered.items()]
        for row in self.rows:
            self.fields[f"party_{row}"] = forms.ChoiceField(
                label=ordinal(row), choices=[("", _("Choose a party")), *names], required=False
            )
            self.fields[f"signs_{row}"] = forms.BooleanField(
                label=format_html(
                    '{}<span class="visually-hidden">: {}</span>', _("has to sign"), ordinal(row)
                ),
                required=False,
                initial=True,
            )

    def party_rows(self):
        """For a decree nobody is asked who signs: its issuer does."""
        if not self.offered:
            return [HTML('{% include "agreements/instruments/_no_parties.html" %}')]
        hint = HTML('{% include "agreements/instruments/_places_hint.html" %}')
        return [hint, *map(self._row, self.rows[:SHOWN]), *self._folded(SHOWN + 1)]

    def _row(self, row):
        names = ["party"] if self.kind.is_one_sided else ["party", "signs"]
        return Div(*(f"{name}_{row}" for name in names), css_class="place-row")

    def _folded(self, row):
        """This row and, inside its fold, those below; open as far as something was chosen."""
        if row not in self.rows:
            return []
        is_open = any(self.data.get(f"party_{below}") for below in self.rows[row - 1 :])
        fields = [self._row(row), *self._folded(row + 1)]
        return [Unfold(_("Add another party"), *fields, is_open=is_open)]

    def clean(self):
        given = super().clean()
        self.taken = {}  # party: its row
        for row in self.rows:
            party = self.offered.get(given.get(f"party_{row}"))
            if party in self.taken:
                words = _("%(party)s stands above already, as party %(number)s.")
                facts = {"party": party.organization.name, "number": self.taken[party]}
                self.add_error(f"party_{row}", words % facts)
            elif party is not None:
                self.taken[party] = row
        if self.is_signed:
            self._require_enough()
        return given

    def _require_enough(self):
        fewest = 1 if self.kind.is_one_sided else 2
        empty = [row for row in self.rows if not self.data.get(f"party_{row}")]
        if empty and len(self.taken) < fewest and not self._has_wrong_party():
            self.add_error(f"party_{empty[0]}", self.TOO_FEW[fewest])

    def _has_wrong_party(self):
        return any(name.startswith("party_") for name in self.errors)

    @property
    def chosen_parties(self):
        """The parties in their order, as the verbs take them: (party, has to sign, its number)."""
        return [
            (party, number == 0 if self.kind.is_one_sided else self._signs(row), "")
            for number, (party, row) in enumerate(self.taken.items())
        ]

    def _signs(self, row):
        return self.cleaned_data.get(f"signs_{row}", False)


def ordinal(number):
    return _("Party %(number)s") % {"number": number}
