"""Form parts: a day-first date, errors at their field, two people editing the same row."""

import datetime as dt
import uuid
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import UniqueConstraint
from django.utils import formats
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from collabgov.kit.dates import EARLIEST, LATEST, parse_day, read_parts
from collabgov.kit.numbers import shown_number

# A sentence of Django's that our catalogue says in our words, in every form and import cell.
OWN_WORDS = (_("Enter a valid email address."),)
LONGEST_TEXT, LONGEST_REASON = 4_000, 2_000  # characters; a column may hold more
# The quick buttons beside a day: none, or those of a day to come. Without these: today, yesterday.
NO_CHIPS, DUE_CHIPS = {"data-chips": "none"}, {"data-chips": "due"}


class DayInput(forms.DateInput):
    """A plain text box: the browser's own picker would show the browser's format, not ours."""

    template_name = "components/day_input.html"
    counts_from = None  # the day that the quick buttons count from; none: today

    def __init__(self, attrs=None):
        super().__init__(attrs={"autocomplete": "off", "class": "day-input", **(attrs or {})})

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"counts_from": self.counts_from}

    def format_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return formats.date_format(value, "SHORT_DATE_FORMAT")


class DayField(forms.DateField):
    """A date typed day first in either language; see `collabgov.kit.dates.parse_day`."""

    widget = DayInput
    default_error_messages = {
        "invalid": _("Write the day first, such as 3 May 2026 or 3/5/2026."),
        "no_month": _(
            "There is no month %(month)s. Write the day first, such as 3 May 2026 or 3/5/2026."
        ),
        "no_day": _("%(day)s %(month)s %(year)s does not exist."),
        "year": _("Write a year from %(earliest)s to %(latest)s."),
    }

    def to_python(self, value):
        if value in self.empty_values or not isinstance(value, str):
            return super().to_python(value) if value not in self.empty_values else None
        day = parse_day(value)
        if day is None:
            raise self._problem_of(value)
        return day

    def _problem_of(self, text):
        """Why the text names no day: unreadable, no such month, no such day, or far away."""
        parts = read_parts(text)
        if parts is None:
            return ValidationError(self.error_messages["invalid"], code="invalid")
        year, month, day = parts
        code, facts = "no_day", {"day": day, "month": MONTHS.get(month), "year": year}
        if month not in MONTHS:
            code, facts = "no_month", {"month": month}
        elif not EARLIEST.year <= year <= LATEST.year:
            code, facts = "year", {"earliest": EARLIEST.year, "latest": LATEST.year}
        return ValidationError(self.error_messages[code], code=code, params=facts)


class HandedInFile(forms.BoundField):
    """The file of a form that comes back: no browser keeps it, so that is said at the field.

    Not where the field itself refused the file: what to do about that one is said already.
    """

    @property
    def errors(self):
        own = super().errors
        if self.html_name not in self.form.files or any(each.code for each in own.as_data()):
            return own
        again = _("Choose the file again: the browser does not keep it.")
        return self.form.error_class([*own, again], field_id=self.auto_id)


class FileInput(forms.FileInput):
    """The name of a file without the file is what a sign-in carried: see `collabgov.kit.unsent`."""

    def value_from_datadict(self, data, files, name):
        return super().value_from_datadict(data, files, name) or data.get(name) or None


class FileField(forms.FileField):
    """A file in any form of the site; a form that is shown again asks for it again."""

    widget = FileInput
    bound_field_class = HandedInFile
    default_error_messages = {"invalid": _("The file did not arrive. Choose it again.")}


def limit_length(form, **most):
    """Texts of a model form that the database does not limit: at most so many characters."""
    for name, number in most.items():
        field = form.fields[name]
        field.max_length = number
        field.validators.append(MaxLengthValidator(number))
        field.widget.attrs["maxlength"] = str(number)


def new_submission_id():
    """The hidden id of a fresh create form: saved twice, it makes one record."""
    return uuid.uuid4()


def own_submission(submission_id, user):
    """The id that stands for a form whose own id somebody else has used: the same each time."""
    return uuid.uuid5(uuid.UUID(str(submission_id)), str(user.pk))


def offer_another(form, refusal):
    """Give a form back that was saved before: the record is named, saving now makes another."""
    form.already = refusal.record
    form.data = form.data.copy()
    form.data[form.add_prefix("submission_id")] = str(new_submission_id())
    form.add_error(None, str(refusal))


def unique_under_conditions(model):
    """Such constraints of a model, each with the columns that its condition is about."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.condition is not None:
            yield constraint, constraint.condition.referenced_base_fields


class PlacedErrorsMixin:
    """Shows every error where the reader can act on it.

    Constraints belong to no field; one whose `violation_error_code` names a field of the form is
    shown there. An error about a field that the form does not have is shown above the form.
    Put it before `forms.Form` or `forms.ModelForm`, and hand any refusal of a verb to
    `form.add_error(None, error)`.
    """

    def add_error(self, field, error):
        if field is not None:
            super().add_error(field, error)
            return
        for name, problem in self._placed(error):
            super().add_error(name, problem)

    def validate_unique(self):
        """Of a model form: also what is unique under a condition about a column no form has.

        Django leaves out "one name per region, of what was not merged away", and the reader would
        hear of it from the database, after every other question.
        """
        super().validate_unique()
        model, left_out = type(self.instance), self._get_validation_exclusions()
        for constraint, columns in unique_under_conditions(model):
            if hidden := left_out & columns - self.fields.keys():
                try:
                    constraint.validate(model, self.instance, exclude=left_out - hidden)
                except ValidationError as error:
                    self._update_errors(error)

    def _placed(self, error):
        if not isinstance(error, ValidationError):
            error = ValidationError(str(error))
        by_field = getattr(error, "error_dict", None) or {NON_FIELD_ERRORS: error.error_list}
        for name, problems in by_field.items():
            for problem in problems:
                place = next((at for at in (name, problem.code) if at in self.fields), None)
                yield place, problem


class VersionField(forms.IntegerField):
    """The hidden version that a form was opened with; nonsense counts as an old version."""

    widget = forms.HiddenInput

    def clean(self, value):
        try:
            return super().clean(value) or 0
        except ValidationError:
            return 0


@dataclass(frozen=True)
class Difference:
    """One field of a form that two people filled differently."""

    label: str
    saved: str
    typed: str


class VersionedFormMixin(PlacedErrorsMixin):
    """A model form of a `Versioned` row: two people may edit it, nobody overwrites silently.

    The form carries the version it was opened with; the verb gets it from
    `form.cleaned_data["version"]` and raises `EditConflict` when the row has moved on
    (`Versioned.next_version`). The page then calls `form.show_conflict(saved)` with the row as
    it is saved now and answers with the form again: `components/conflict.html` puts both texts
    side by side, the fields keep what was typed, and saving once more is a choice made knowingly.
    `collabgov.kit.pages.VerbFormMixin` does all of this.
    """

    conflict = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"] = VersionField(required=False, initial=self.instance.version)

    @property
    def without_version(self):
        """What a verb that makes a new row takes: nobody else can have saved it meanwhile."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def show_conflict(self, saved):
        """Remember what is saved now beside what was typed, and take the saved version on."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(saved.version)
        self.conflict = tuple(self._differences(saved))
        self.add_error(None, _("Somebody else saved this while you were writing. Compare below."))

    def _differences(self, saved):
        for name, field in self.fields.items():
            if name == "version" or name not in self.cleaned_data or not hasattr(saved, name):
                continue
            there = shown(field, getattr(saved, name))
            here = shown(field, self.cleaned_data[name])
            if there != here:
                yield Difference(str(field.label), there, here)


def shown(field, value):
    """A field's value as a reader would write it."""
    if value is None or value == "":
        return str(_("(empty)"))
    if isinstance(value, bool):
        return str(_("Yes") if value else _("No"))
    if isinstance(value, dt.date):
        return formats.date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, Decimal):
        return shown_number(value)  # 20 and 20.00 are one amount
    if isinstance(field, forms.MultipleChoiceField):
        labels = dict(field.choices)
        return ", ".join(str(labels.get(one, one)) for one in value) or str(_("(empty)"))
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices).get(value, value))
    return "\n".join(str(value).splitlines())
