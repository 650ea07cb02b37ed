"""Forms of documents: bring one in, add a version, describe it, withdraw it, find it."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.documents.attaching import DocumentFileField, title_of
from agreements.documents.kinds import DocumentKind
from agreements.documents.models import Document
from collabgov.kit.forms import LONGEST_TEXT, PlacedErrorsMixin, VersionedFormMixin, limit_length

LABELS = {"title": _("Title of the document"), "kind": _("Kind"), "note": _("Note")}
NOTE_HELP = _("What a reader should know about it, if anything.")


def helper_of(*parts):
    helper = FormHelper()
    helper.form_tag = False
    helper.render_hidden_fields = True
    helper.layout = Layout(*parts)
    return helper


class DocumentForm(PlacedErrorsMixin, forms.Form):
    """A new document with its first file."""

    file = DocumentFileField(label=_("File"))
    title = forms.CharField(
        label=_("Title of the document"),
        max_length=200,
        required=False,
        help_text=_("Left empty, it is the name of the file."),
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("Choose one")), *DocumentKind.choices]
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=NOTE_HELP,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].by = by
        self.helper = helper_of("file", "title", "kind", "note")

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("title") and cleaned.get("file"):
            cleaned["title"] = title_of(cleaned["file"].checked.name)
        return cleaned


class VersionForm(PlacedErrorsMixin, forms.Form):
    """The next file of a document."""

    file = DocumentFileField(label=_("File"))
    note = forms.CharField(
        label=_("What changed"),
        max_length=300,
        required=False,
        help_text=_("Such as: article 4 as agreed on 3 May."),
    )

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].by = by
        self.helper = helper_of("file", "note")


class DescribeForm(VersionedFormMixin, forms.ModelForm):
    """What a document is called and what it is for."""

    class Meta:
        model = Document
        fields = ["title", "kind", "note"]
        labels = LABELS
        help_texts = {"note": NOTE_HELP}
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, note=LONGEST_TEXT)
        self.helper = helper_of("title", "kind", "note")


class WithdrawForm(PlacedErrorsMixin, forms.Form):
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Everybody who sees the document reads this."),
    )
    helper = helper_of("reason")


class DocumentFilter(forms.Form):
    """Which documents the list shows; nonsense in the address shows them all."""

    q = forms.CharField(
        label=_("Search"), required=False, max_length=200, widget=forms.SearchInput()
    )
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("Every kind")), *DocumentKind.choices]
    )

    def narrowed(self, documents):
        if not self.is_valid():
            return documents
        if words := self.cleaned_data["q"]:
            documents = documents.search(words)
        if kind := self.cleaned_data["kind"]:
            documents = documents.filter(kind=kind)
        return documents

    @property
    def active(self):
        return self.is_valid() and any(self.cleaned_data.values())
