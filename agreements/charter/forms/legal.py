"""Forms of the legal bases: one rule, the list of them, and what a collaboration rests on."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from actors.search.choosing import ChooseField, ChooseInput, ChoosingFormMixin
from actors.search.filters import RegisterFilter
from agreements.charter.forms.people import plain_helper
from agreements.charter.kinds import LegalLevel
from agreements.charter.legal import FIRST_YEAR, LAST_YEAR, CollaborationLegalBasis, LegalBasis
from collabgov.kit.forms import (
    LONGEST_REASON,
    DayField,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)

PART = "form-part"
LEVELS = {
    LegalLevel.UUD: _("UUD: the constitution"),
    LegalLevel.UU: _("UU: a law, or a regulation in its place"),
    LegalLevel.PP: _("PP: a government regulation"),
    LegalLevel.PERPRES: _("Perpres: a regulation of the president"),
    LegalLevel.PERMEN: _("Permen: a regulation of a minister or the head of an agency"),
    LegalLevel.PERDA: _("Perda: a regulation of a region, with its DPRD"),
    LegalLevel.PERKADA: _("Pergub, Perbup, Perwal: a regulation of the head of a region"),
    LegalLevel.DECREE: _("Kep, SK: a decree"),
    LegalLevel.CIRCULAR: _("SE: a circular"),
    LegalLevel.OTHER: _("Another rule"),
}


class LegalBasisInput(ChooseInput):
    url_name = "agreements:legal-basis-choose"
    row_template = "agreements/charter/_legal_choice.html"
    found_label = _("Legal bases found")


class LegalBasisField(ChooseField):
    """`LegalBasisField(label=…, queryset=LegalBasis.objects.all())`."""

    widget = LegalBasisInput


class LegalBasisForm(VersionedFormMixin, forms.ModelForm):
    """One rule. Only an admin is asked whether it was verified."""

    level = forms.ChoiceField(label=_("Level"), choices=list(LEVELS.items()))
    year = forms.IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    url = forms.CharField(
        label=_("Where to read it"),
        required=False,
        max_length=500,
        widget=forms.URLInput,
        validators=[
            URLValidator(
                schemes=["https"], message=_("Write an address that begins with https://.")
            )
        ],
        help_text=_("The address of its text, beginning with https://."),
    )
    ended_on = DayField(label=_("No longer in force since"), required=False)

    class Meta:
        model = LegalBasis
        fields = [
            *("level", "short_form", "number", "year", "title", "issuer", "url", "articles"),
            *("in_force", "ended_on", "is_verified", "verified_note"),
        ]
        labels = {
            "short_form": _("Short form"),
            "number": _("Number"),
            "title": _("About"),
            "issuer": _("Issued by"),
            "articles": _("Articles that matter"),
            "in_force": _("It is in force"),
            "is_verified": _("It is verified: somebody read the text itself"),
            "verified_note": _("How it was verified, or what is not sure"),
        }
        help_texts = {
            "short_form": _("As people cite it, such as Permendagri. Empty: the level is used."),
            "issuer": _("Such as Menteri Dalam Negeri. Not needed for UU, PP and Perpres."),
            "articles": _("Such as Pasal 363: kinds of cooperation."),
        }
        widgets = {"articles": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, may_verify, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, articles=LONGEST_REASON)
        self.fields["ended_on"].widget.attrs["data-chips"] = "none"
        parts = [
            Fieldset(
                _("Which rule"),
                "level",
                Row(Column("number"), Column("year"), Column("short_form")),
                "title",
                "issuer",
                css_class=PART,
            ),
            Fieldset(_("What it says"), "articles", "url", css_class=PART),
            Fieldset(_("Is it in force?"), "in_force", "ended_on", css_class=PART),
        ]
        if may_verify:
            parts += [
                Fieldset(_("Is it verified?"), "is_verified", "verified_note", css_class=PART)
            ]
        else:
            del self.fields["is_verified"], self.fields["verified_note"]
        self.helper = plain_helper(*parts)


class LegalBasisFilter(RegisterFilter):
    """What the register of legal bases can be narrowed to."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        help_text=_("Number, year or words of the title, such as “UU 23/2014”."),
    )
    level = forms.ChoiceField(label=_("Level"), required=False)
    force = forms.ChoiceField(
        label=_("In force"),
        required=False,
        choices=[("", _("All")), ("1", _("In force")), ("0", _("No longer in force"))],
    )
    verified = forms.ChoiceField(
        label=_("Verified"),
        required=False,
        choices=[("", _("All")), ("1", _("Verified")), ("0", _("Not verified"))],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [("", _("All")), *LegalLevel.choices]

    def narrow(self, rows):
        asked = self.asked
        if level := asked.get("level"):
            rows = rows.filter(level=level)
        if force := asked.get("force"):
            rows = rows.filter(in_force=force == "1")
        if verified := asked.get("verified"):
            rows = rows.filter(is_verified=verified == "1")
        return rows.search(asked.get("q", ""))


class RestsOnForm(ChoosingFormMixin, PlacedErrorsMixin, forms.ModelForm):
    """A rule of the register that the collaboration rests on."""

    legal_basis = LegalBasisField(
        label=_("Legal basis"),
        queryset=LegalBasis.objects.all(),
        help_text=_("Type its number or words of its title, such as 23/2014."),
    )

    class Meta:
        model = CollaborationLegalBasis
        fields = ["legal_basis", "article", "note"]
        labels = {"article": _("Article"), "note": _("Note")}
        help_texts = {
            "article": _("Such as Pasal 363."),
            "note": _("What follows from it for this collaboration, in a sentence."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("legal_basis", "article", "note")
