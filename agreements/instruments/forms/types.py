"""Describing a kind of agreement: what it asks for, its stages, its documents."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.db.models import Count
from django.forms import inlineformset_factory
from django.utils.translation import gettext_lazy as _

from agreements.instruments.models import Agreement, AgreementStage, AgreementType, RequiredDocument
from agreements.instruments.states import PREPARING, AgreementState
from collabgov.kit.forms import VersionedFormMixin, limit_length
from collabgov.kit.ids import as_id

S = AgreementState
MOST_ROWS = 40
MORE = 3  # empty rows that the button adds
NEEDED_FOR = (S.REVIEW, S.NEGOTIATION, S.LEGISLATURE, S.READY_TO_SIGN, S.IN_FORCE)
SELECT = forms.Select(attrs={"class": "form-select"})


def _labels(states):
    return [(state.value, state.label) for state in states]


class TypeForm(VersionedFormMixin, forms.ModelForm):
    """The kind itself; its stages and documents are rows beside it."""

    class Meta:
        model = AgreementType
        fields = [
            "name",
            "name_en",
            "short_name",
            "description",
            "description_en",
            "asks_legislature",
            "needs_parent",
            "is_one_sided",
            "may_be_open_ended",
            "review_days",
            "position",
            "is_verified",
            "source_note",
            "source_note_en",
        ]
        widgets = {
            "description": forms.Textarea(attrs={"rows": 3}),
            "description_en": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "short_name": _("As in numbers and lists, such as PKS."),
            "source_note": _("The regulation that stages and documents follow."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, description=2_000, description_en=2_000)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(
            Row(Column("name"), Column("name_en")),
            Row(Column("short_name"), Column("position")),
            "description",
            "description_en",
            "asks_legislature",
            "needs_parent",
            "is_one_sided",
            "may_be_open_ended",
            "review_days",
            "is_verified",
            "source_note",
            "source_note_en",
            "version",
        )

    def clean(self):
        given = super().clean()
        if given.get("is_verified") and not given.get("source_note"):
            self.add_error("source_note", _("Say against which regulation it was checked."))
        return given


class RowForm(forms.ModelForm):
    """One row; an empty one asks for nothing."""

    use_required_attribute = False
    place = forms.IntegerField(
        label=_("order"),
        required=False,
        min_value=1,
        max_value=999,
        widget=forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.position

    def facts(self):
        """What the verb takes."""
        names = [name for name in self._meta.fields if name != "type"]
        return {"id": self.instance.pk, **{name: self.cleaned_data[name] for name in names}}


class StageForm(RowForm):
    class Meta:
        model = AgreementStage
        fields = ["name", "name_en", "state", "days"]
        widgets = {
            "name": forms.TextInput(attrs={"class": "form-control"}),
            "name_en": forms.TextInput(attrs={"class": "form-control"}),
            "days": forms.NumberInput(attrs={"class": "form-control", "inputmode": "numeric"}),
            "state": SELECT,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = _labels((*PREPARING, S.IN_FORCE))


class DocumentForm(RowForm):
    class Meta:
        model = RequiredDocument
        fields = ["name", "name_en", "role", "needed_for", "is_mandatory"]
        widgets = {
            "name": forms.TextInput(attrs={"class": "form-control"}),
            "name_en": forms.TextInput(attrs={"class": "form-control"}),
            "role": SELECT,
            "needed_for": SELECT,
            "is_mandatory": forms.CheckboxInput(attrs={"class": "form-check-input"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["needed_for"].choices = _labels(NEEDED_FOR)


class RowFormSet(forms.BaseInlineFormSet):
    """Rows in the order of their numbers; those without one come last."""

    def get_deletion_widget(self):
        return forms.CheckboxInput(attrs={"class": "form-check-input"})

    def kept(self):
        return [
            form
            for form in self.forms
            if form.cleaned_data.get("name") and not form.cleaned_data.get("DELETE")
        ]

    def rows(self):
        rows = sorted(self.kept(), key=lambda form: form.cleaned_data.get("place") or 1_000)
        return [form.facts() for form in rows]


class DocumentFormSet(RowFormSet):
    """No two documents of one name."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.kept():
            name = form.cleaned_data["name"].lower()
            if name in seen:
                form.add_error("name", _("This document is already on the list."))
            seen.add(name)


def _rows(model, form, formset, extra=2):
    return inlineformset_factory(
        AgreementType,
        model,
        form=form,
        formset=formset,
        extra=extra,
        can_delete=True,
        max_num=MOST_ROWS,
        validate_max=True,
    )


StageRows = _rows(AgreementStage, StageForm, RowFormSet)
DocumentRows = _rows(RequiredDocument, DocumentForm, DocumentFormSet)


class KindRows:
    """Stages and documents of a kind as they were sent, with room for more where asked for."""

    def __init__(self, kind, data=None):
        data = self._with_room(data) if data is not None else None
        self.stages = StageRows(data, instance=kind, prefix="stages")
        self.documents = DocumentRows(data, instance=kind, prefix="documents")
        self.stages.row_label, self.documents.row_label = _("Stage"), _("Document")
        self._say_who_stands_there(kind)

    def is_valid(self):
        return all([self.stages.is_valid(), self.documents.is_valid()])

    def given(self):
        return {"stages": self.stages.rows(), "documents": self.documents.rows()}

    def _with_room(self, data):
        """What was typed, with more empty rows where that button was pressed."""
        data = data.copy()
        name = f"{data.get('more', '')}-TOTAL_FORMS"
        if rows := as_id(data.get(name)):
            data[name] = str(min(rows + MORE, MOST_ROWS))
        return data

    def _say_who_stands_there(self, kind):
        """Give each row of a stage `standing`: how many agreements stand at it now."""
        here = Agreement.objects.filter(stage__type=kind).order_by() if kind.pk else None
        counted = dict(here.values_list("stage").annotate(Count("pk"))) if here is not None else {}
        for form in self.stages.forms:
            form.standing = counted.get(form.instance.pk, 0)
