"""Every error of some forms as one list: which field, what to do, where it is."""

from dataclasses import dataclass

from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class ErrorLine:
    label: str
    message: str
    target: str  # id of the field, empty when the error is of no field that can be seen


def error_lines(*parts):
    """Return the lines for forms, formsets, lists of either, or None, in the order given."""
    lines = []
    for part in parts:
        if isinstance(part, BaseForm):
            lines += _of_form(part, row=getattr(part, "row_label", ""))
        elif isinstance(part, BaseFormSet):
            lines += _of_formset(part)
        elif part:
            lines += error_lines(*part)
    return lines


def _of_formset(formset):
    if not formset.is_bound:
        return []
    lines = [ErrorLine("", str(message), "") for message in formset.non_form_errors()]
    name = getattr(formset, "row_label", None) or _("Row")
    for number, form in enumerate(formset.forms, start=1):
        lines += _of_form(form, row=f"{name} {number}")
    return lines


def _of_form(form, row=""):
    if not form.is_bound:
        return []
    lines = [ErrorLine(row, str(message), "") for message in form.non_field_errors()]
    lines += [
        ErrorLine(_label(field, row), str(message), _target(field))
        for field in form
        for message in field.errors
    ]
    return lines


def _label(field, row):
    is_said = field.is_hidden or getattr(field.field, "error_says_all", False)
    label = "" if is_said else str(field.label or "")
    return ", ".join(part for part in (row, label) if part)


def _target(field):
    if field.is_hidden:
        return ""
    return field.id_for_label or f"{field.auto_id}_0"
