"""A document in any form: choose one of the collaboration's, or hand in a new file.

    class SignatureForm(AttachDocumentMixin, PlacedErrorsMixin, forms.Form):
        def __init__(self, *args, collaboration, by, **kwargs):
            super().__init__(*args, **kwargs)
            self.offer_document(
                "authority", collaboration=collaboration, by=by,
                label=_("Power of attorney"), kind=DocumentKind.POWER_OF_ATTORNEY, required=False,
            )
            self.helper = plain_helper("signed_on", *self.document_fields("authority"))

    class SignaturePage(LargeUploadMixin, …):        # collabgov.kit.uploads: the body may be 25 MB
        def carry_out(self, form):
            document = form.attached("authority")    # a Document or None; adds it when it is new
            return transitions.sign(…, authority=document)

The template's form tag says `{% if form.is_multipart %} enctype="multipart/form-data"{% endif %}`
(`agreements/charter/form.html` does). Call `attached` before the verb, not inside its transaction:
the file is judged and scanned then. A single file without a choice: `DocumentFileField`.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from agreements.documents.checking import ready
from agreements.documents.models import Document
from agreements.documents.transitions import add_document
from collabgov.kit.errors import Refused
from collabgov.kit.files import ENDINGS, LARGEST_DOCUMENT

ALL_KINDS = _("PDF, DOCX, XLSX, PPTX, ODT, PNG or JPG, up to %(most)s.")
SOME_KINDS = _("%(kinds)s, up to %(most)s.")


def size_text(kinds=None):
    most = filesizeformat(LARGEST_DOCUMENT)
    if kinds is None:
        return ALL_KINDS % {"most": most}
    return SOME_KINDS % {"kinds": ", ".join(sorted(kinds)).upper(), "most": most}


class DocumentFileField(forms.FileField):
    """A file that is judged by its structure and scanned; `clean` returns a `ReadyFile`.

    Set `by` to the account, so that a refused virus is written down under its name.
    """

    default_error_messages = {
        "required": _("Choose a file."),
        "missing": _("Choose a file."),
        "invalid": _("The file did not arrive. Choose it again."),
        "empty": _("This file is empty."),
    }
    by = None

    def __init__(self, *, help_text="", kinds=None, **kwargs):
        self.kinds = kinds
        endings = [each for each, kind in ENDINGS.items() if kinds is None or kind in kinds]
        widget = forms.FileInput(attrs={"accept": ",".join(f".{each}" for each in endings)})
        said = help_text or _LazySize(kinds)
        super().__init__(help_text=said, widget=widget, **kwargs)

    def to_python(self, data):
        if data in self.empty_values:
            return None
        try:
            return ready(data, by=self.by, kinds=self.kinds)
        except Refused as refusal:
            raise ValidationError(str(refusal), code="unfit") from None


class _LazySize:
    """The text beneath the field, made when it is shown: the size in the reader's language."""

    def __init__(self, kinds=None):
        self.kinds = kinds

    def __str__(self):
        return str(size_text(self.kinds))


class AttachDocumentMixin:
    """Gives a form a pair of fields for one document; see the head of this module."""

    def offer_document(self, name, *, collaboration, by, kind, label, required=True, help_text=""):
        """Add the fields `name` (a choice) and `name_file` (an upload)."""
        self._offered = {**getattr(self, "_offered", {}), name: (collaboration, by, kind, required)}
        self.fields[name] = forms.ModelChoiceField(
            label=label,
            queryset=Document.objects.filter(collaboration=collaboration).for_choice(),
            required=False,
            empty_label=_("None of these"),
            help_text=help_text or _("One that is in the collaboration's documents already."),
        )
        self.fields[f"{name}_file"] = DocumentFileField(
            label=_("Or hand in a new file"), required=False
        )
        self.fields[f"{name}_file"].by = by

    def document_fields(self, name):
        """The names of both fields, for a layout."""
        return [name, f"{name}_file"]

    def clean(self):
        cleaned = super().clean()
        for name, (_collaboration, _by, _kind, required) in getattr(self, "_offered", {}).items():
            chosen, file = self.cleaned_data.get(name), self.cleaned_data.get(f"{name}_file")
            if chosen and file:
                self.add_error(f"{name}_file", _("Choose a document or hand in a file, not both."))
            elif required and not (chosen or file) and f"{name}_file" not in self.errors:
                self.add_error(name, _("Choose a document, or hand in a file."))
        return cleaned

    def attached(self, name):
        """The document: the chosen one, or a new one made of the file; None when there is none."""
        collaboration, by, kind, _required = self._offered[name]
        chosen, file = self.cleaned_data.get(name), self.cleaned_data.get(f"{name}_file")
        if chosen or not file:
            return chosen
        title = title_of(file.checked.name)
        try:
            return add_document(
                collaboration=collaboration, file=file, by=by, title=title, kind=kind
            )
        except ValidationError as refusal:
            raise ValidationError({f"{name}_file": refusal.messages}) from None


def title_of(name):
    """A title made of the name of a file: without its ending, and without underscores."""
    return " ".join(name.rpartition(".")[0].replace("_", " ").split())
