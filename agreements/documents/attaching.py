"""A file in any form: judged by its structure and scanned while the form is cleaned.

A page with such a field takes `LargeUploadMixin` of `collabgov.kit.uploads`: its body may be 25 MB.
"""

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from agreements.documents.checking import ready
from collabgov.kit.errors import Refused
from collabgov.kit.files import ENDINGS, LARGEST_DOCUMENT
from collabgov.kit.forms import FileField, FileInput

ALL_KINDS = _("PDF, DOCX, XLSX, PPTX, ODT, PNG or JPG, up to %(most)s.")
SOME_KINDS = _("%(kinds)s, up to %(most)s.")


def size_text(kinds=None):
    most = filesizeformat(LARGEST_DOCUMENT)
    if kinds is None:
        return ALL_KINDS % {"most": most}
    return SOME_KINDS % {"kinds": ", ".join(sorted(kinds)).upper(), "most": most}


class DocumentFileField(FileField):
    """A file that is judged by its structure and scanned; `clean` returns a `ReadyFile`.

    Set `by` to the account, so that a refused virus is written down under its name.
    """

    default_error_messages = {
        "required": _("Choose a file."),
        "missing": _("Choose a file."),
        "empty": _("This file is empty."),
    }
    by = None

    def __init__(self, *, help_text="", kinds=None, **kwargs):
        self.kinds = kinds
        endings = [each for each, kind in ENDINGS.items() if kinds is None or kind in kinds]
        widget = FileInput(attrs={"accept": ",".join(f".{each}" for each in endings)})
        said = help_text or _LazySize(kinds)
        super().__init__(help_text=said, widget=widget, **kwargs)

    def to_python(self, data):
        if data in self.empty_values:
            return None
        if isinstance(data, str):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
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


def title_of(name):
    """A title made of the name of a file: without its ending, and without underscores."""
    return " ".join(name.rpartition(".")[0].replace("_", " ").split())
