"""Which parties of the collaboration an agreement is between: a place and a tick for each."""

from crispy_forms.layout import HTML, Div
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.charter.models import Party


class PartiesMixin:
    """Fields `place_<party>` and `signs_<party>`; the form has `collaboration` and `kind`."""

    is_signed = False  # a draft may still lack parties, what was signed may not

    TOO_FEW = {
        1: _("Say which party issued it."),
        2: _("Say which parties signed it: at least two."),
    }

    def offer_parties(self):
        rows = Party.objects.current().filter(collaboration=self.collaboration)
        self.offered = list(rows.select_related("organization").order_by("organization__name"))
        places = [("", pgettext_lazy("place of a party", "Not in it"))]
        places += [(number, ordinal(number)) for number in range(1, len(self.offered) + 1)]
        for party in self.offered:
            self.fields[f"place_{party.pk}"] = forms.TypedChoiceField(
                label=party.organization.name,
                choices=places,
                coerce=int,
                empty_value=None,
                required=False,
            )
            self.fields[f"signs_{party.pk}"] = forms.BooleanField(
                label=format_html(
                    '{}<span class="visually-hidden">: {}</span>',
                    _("has to sign"),
                    party.organization.name,
                ),
                required=False,
                initial=True,
            )

    def party_rows(self):
        """One line for each; for a decree nobody is asked who signs: its issuer does."""
        if not self.offered:
            return [HTML('{% include "agreements/instruments/_no_parties.html" %}')]
        hint = HTML('{% include "agreements/instruments/_places_hint.html" %}')
        signs = [] if self.kind.is_one_sided else ["signs"]
        return [
            hint,
            *(
                Div(
                    *(f"{name}_{party.pk}" for name in ("place", *signs)),
                    css_class="place-row",
                )
                for party in self.offered
            ),
        ]

    def clean(self):
        given = super().clean()
        taken = {}
        for party in self.offered:
            place = given.get(f"place_{party.pk}")
            if place in taken:
                sentence = _("%(party)s has this place already.")
                words = {"party": taken[place].organization.name}
                self.add_error(f"place_{party.pk}", sentence % words)
            elif place:
                taken[place] = party
        self.taken = taken
        fewest = 1 if self.kind.is_one_sided else 2
        if self.is_signed and self.offered and len(taken) < fewest and not self.errors:
            self.add_error(f"place_{self.offered[0].pk}", self.TOO_FEW[fewest])
        return given

    @property
    def chosen_parties(self):
        """The parties in their order, as the verbs take them: (party, has to sign, its number)."""
        rows = []
        for number, place in enumerate(sorted(self.taken)):
            party = self.taken[place]
            signs = self.cleaned_data.get(f"signs_{party.pk}", False)
            rows.append((party, number == 0 if self.kind.is_one_sided else signs, ""))
        return rows


def ordinal(number):
    return _("Party %(number)s") % {"number": number}
