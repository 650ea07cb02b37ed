"""Forms of legal bases and of the documents of an agreement."""

from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.search.choosing import ChoosingFormMixin
from agreements.charter.forms.legal import LegalBasisField
from agreements.charter.legal import LegalBasis
from agreements.instruments.forms.clauses import name_of
from agreements.instruments.forms.parts import PaperFields, SmallForm, shown_when
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.models import AgreementParty, RequiredDocument


class AttachForm(PaperFields, SmallForm):
    """A document: new or on file, what it is, and for which of those asked for."""

    requirement = forms.ModelChoiceField(
        label=_("Asked for as"),
        queryset=RequiredDocument.objects.none(),
        required=False,
        empty_label=_("None of those on the list"),
    )
    role = forms.ChoiceField(label=_("What document it is"), choices=DocumentRole.choices)
    party = forms.ModelChoiceField(
        label=_("Whose copy"),
        queryset=AgreementParty.objects.none(),
        required=False,
        empty_label=_("Of no party in particular"),
    )
    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        required=False,
        help_text=_("Of a new file; empty: what it is."),
    )
    field_order = ("requirement", "role", "party", "document", "file", "title")

    def prepare(self):
        self.offer_documents(self.agreement.collaboration)
        asked = self.fields["requirement"]
        asked.queryset = self.agreement.type.documents.all()
        if not asked.queryset:
            asked.widget = forms.HiddenInput()
        party = self.fields["party"]
        party.queryset, party.label_from_instance = self.agreement.parties.for_list(), name_of
        copy = shown_when("signed-copy", "party")
        whose = Div("role", copy, css_class="asks-more")
        self.parts = ("requirement", whose, "document", "file", "title")

    def clean(self):
        given = super().clean()
        if given.get("role") != DocumentRole.SIGNED_COPY:
            given["party"] = None
        return given


class BasisForm(ChoosingFormMixin, SmallForm):
    """A rule of the register on which the agreement rests."""

    legal_basis = LegalBasisField(
        label=_("Legal basis"),
        queryset=LegalBasis.objects.all(),
        help_text=_("Type a number and year, such as 23/2014, or words of the title."),
    )
    article = forms.CharField(
        label=_("Article"),
        max_length=80,
        required=False,
        help_text=_("Such as Pasal 363 ayat (1)."),
    )
