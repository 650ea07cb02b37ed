"""Handing in a file or pasted cells, and saying which column is which."""

import hashlib
import re
import tempfile
from pathlib import PurePath

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from actors.importing.pace import reading_for
from actors.importing.registry import MOST_ROWS
from collabgov.kit.errors import Refused
from collabgov.kit.forms import FileField, FileInput
from collabgov.kit.incoming import read_table
from collabgov.kit.reading.problems import letter
from collabgov.kit.uploads import LARGEST_FILE

ENDINGS = (".xlsx", ".csv", ".tsv", ".txt")
UNSAFE = re.compile(r"[^\w.() -]+")
LONGEST_NAME = 120
LONGEST_PASTE = 2_000_000
NOT_IMPORTED = ""


class UploadForm(forms.Form):
    """One file, or cells copied from a spreadsheet; `table` is what it holds."""

    file = FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_("XLSX or CSV, up to 10 MB and 5,000 rows. The first row names the columns."),
        widget=FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )
    paste = forms.CharField(
        label=_("Or paste cells here"),
        required=False,
        max_length=LONGEST_PASTE,
        strip=False,
        help_text=_("Mark the cells with their headers in your spreadsheet, copy, paste."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, kind, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind, self.by, self.table = kind, by, None
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout("file", "paste")

    def clean_file(self):
        file = self.cleaned_data.get("file")
        if file is None:
            return None
        if file.size > LARGEST_FILE:
            raise ValidationError(_("This file is larger than 10 MB."), code="unfit")
        if not file.name.lower().endswith((*ENDINGS, ".xlsm")):
            raise ValidationError(_("Choose a file that ends in .xlsx or .csv."), code="unfit")
        return file

    def clean(self):
        cleaned = super().clean()
        file, paste = cleaned.get("file"), cleaned.get("paste", "")
        if self.errors:
            return cleaned
        if bool(file) == bool(paste.strip()):
            both = _("Choose a file or paste cells, not both.")
            raise ValidationError({"file": both if file else _("Choose a file or paste cells.")})
        name, chunks = (file.name, file.chunks()) if file else ("", [paste.encode()])
        self._read(chunks, "file" if file else "paste")
        cleaned["file_name"] = tidy_name(name) if file else str(_("Pasted cells"))
        return cleaned

    def _read(self, chunks, field):
        with tempfile.TemporaryFile() as content:
            content.writelines(chunks)
            content.seek(0)
            self.cleaned_data["sha256"] = hashlib.file_digest(content, "sha256").hexdigest()
            content.seek(0)
            try:
                with reading_for(self.by):
                    self.table = read_table(content, most_rows=MOST_ROWS)
            except Refused as refusal:
                self._refuse(field, self._sentence(refusal))
                return
        if len(self.table.rows) < 2:
            self._refuse(field, _("This file holds headers only, and no rows."))

    def _refuse(self, field, sentence):
        self.add_error(field, ValidationError(sentence, code="unfit"))

    def _sentence(self, refusal):
        if getattr(refusal, "code", "") != "rows" or not self.kind.command:
            return str(refusal)
        more = _("Whoever runs the server imports larger files with: manage.py %(command)s FILE")
        return f"{refusal} {more % {'command': self.kind.command}}"


def tidy_name(name):
    """A file name as a person may read it; no path, nothing that is not a letter or a sign."""
    last = PurePath(name.replace("\\", "/")).name
    return UNSAFE.sub(" ", last).strip()[-LONGEST_NAME:] or "?"


class ColumnsForm(forms.Form):
    """For each column of the file, the field it is; each field once."""

    def __init__(self, *args, resource, rows, columns, **kwargs):
        super().__init__(*args, **kwargs)
        self.resource = resource
        fields = [(NOT_IMPORTED, _("(leave out)"))]
        fields += [(name, field.header) for name, field in resource.fields.items()]
        chosen = {at: name for name, at in columns.items()}
        width = max(len(cells) for _number, cells in rows[:50])
        self.sampled = len(rows[1:4])
        for at in range(width):
            header = _cell(rows[0], at)
            self.fields[f"column_{at}"] = forms.ChoiceField(
                label=f"{letter(at)} · {header}" if header else letter(at),
                choices=fields,
                required=False,
                initial=chosen.get(at, NOT_IMPORTED),
                help_text=" · ".join(_cell(row, at)[:40] for row in rows[1:4] if _cell(row, at)),
                widget=forms.Select(attrs={"class": "form-select"}),
            )

    def clean(self):
        cleaned, found = super().clean(), {}
        for name, chosen in list(cleaned.items()):
            at = int(name.removeprefix("column_"))
            if chosen and chosen in found:
                text = _("%(first)s is this field already.")
                self.add_error(name, text % {"first": letter(found[chosen])})
            elif chosen:
                found[chosen] = at
        if not found and not self.errors:
            raise ValidationError(_("Choose a field for at least one column."))
        cleaned["columns"] = found
        return cleaned


def _cell(row, at):
    cells = row[1]
    return cells[at] if at < len(cells) else ""
