"""What the forms of agreements share: numbered cards, reasons, a document new or on file."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Div, Layout, LayoutObject, Row
from crispy_forms.utils import TEMPLATE_PACK, render_field
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from agreements.documents.attaching import DocumentFileField
from agreements.documents.models import Document
from collabgov.kit.forms import (
    LONGEST_REASON,
    NO_CHIPS,
    DayField,
    DayInput,
    PlacedErrorsMixin,
    VersionField,
)


class Part(LayoutObject):
    """Fields of a form inside a template of ours, which knows them as `fields` and it as `part`."""

    template = ""

    def __init__(self, *fields):
        self.fields = list(fields)

    def render(self, form, context, template_pack=TEMPLATE_PACK, **kwargs):
        drawn = [
            render_field(field, form, context, template_pack=template_pack, **kwargs)
            for field in self.fields
        ]
        return render_to_string(self.template, {"part": self, "fields": drawn})


class Step(Part):
    """A numbered card: `Step(1, _("What kind?"), "type")`."""

    template = "agreements/instruments/_step.html"

    def __init__(self, number, heading, *fields):
        super().__init__(*fields)
        self.number, self.heading = number, heading


class Unfold(Part):
    """Fields behind a line that adds them, also without scripts; open when they hold something."""

    template = "agreements/instruments/_unfold.html"

    def __init__(self, heading, *fields, is_open):
        super().__init__(*fields)
        self.heading, self.is_open = heading, is_open


def helper_of(*parts):
    """The layout of a form whose tag, token and buttons the page writes."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.render_hidden_fields = True
    helper.layout = Layout(*parts)
    return helper


def side_by_side(*names):
    return Row(*[Column(name) for name in names])


def shown_when(what, *fields):
    """Fields that appear once something is chosen above them; the style sheet knows what."""
    return Div(*fields, css_class=f"shown-when when-{what}")


def plain_day(**kwargs):
    """A date far from today: without the buttons for the usual days."""
    return DayField(widget=DayInput(NO_CHIPS), **kwargs)


def reason_field(label=None, *, required=True):
    return forms.CharField(
        label=label or _("Reason"),
        required=required,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a few words; it stays in the history."),
    )


class SmallForm(PlacedErrorsMixin, forms.Form):
    """A form with one purpose about an agreement; subclasses name their `parts`."""

    parts: tuple = ()

    def __init__(self, *args, agreement, **kwargs):
        super().__init__(*args, **kwargs)
        self.agreement = agreement
        self.prepare()
        self.helper = helper_of(*(self.parts or self.fields))

    def prepare(self):
        """Narrow the choices to the agreement before the layout is made."""


class ConfirmForm(SmallForm):
    """Nothing to fill in: the button itself is the answer."""


class ConfirmShown(SmallForm):
    """The same about what was shown: what somebody changed meanwhile is looked at first."""

    version = VersionField(required=False)


class ReasonForShown(ConfirmShown):
    reason = reason_field()


class PaperFields(forms.Form):
    """A document: one that is on file, or a new file. Say `paper_is_needed`."""

    document = forms.ModelChoiceField(
        label=_("Document on file"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("None, or a new file below"),
    )
    file = DocumentFileField(label=_("Or a new file"), required=False)
    paper_is_needed = True
    paper_label = None  # what kind of paper, where only one kind will do

    def offer_documents(self, collaboration):
        rows = Document.objects.filter(collaboration=collaboration).for_choice()
        self.fields["document"].queryset = rows
        self.fields["document"].label = self.paper_label or _("Document on file")
        if not rows.exists():
            self.fields["document"].widget = forms.HiddenInput()
            self.fields["file"].label = self.paper_label or _("File")

    def clean(self):
        given = super().clean()
        document, file = given.get("document"), given.get("file")
        if document and file:
            self.add_error("file", _("Choose one: the document on file, or the new file."))
        elif self.paper_is_needed and not document and not file and "file" not in self.errors:
            self.add_error("file", _("Choose a document on file, or a new file."))
        return given
