"""The form of a letterhead."""

from django import forms
from django.utils.translation import gettext_lazy as _

from actors.organizations.models import Organization
from agreements.documents.attaching import DocumentFileField
from agreements.documents.forms import helper_of
from agreements.letters.kinds import Purpose
from agreements.letters.transitions import KINDS
from collabgov.kit.forms import PlacedErrorsMixin


class LetterheadForm(PlacedErrorsMixin, forms.Form):
    """Whose it is, and the template."""

    organization = forms.ModelChoiceField(
        label=_("Organization"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("The whole site"),
        help_text=_("Its people then get these documents on this letterhead."),
    )
    purpose = forms.ChoiceField(label=_("For"), choices=Purpose, initial=Purpose.AGREEMENT)
    file = DocumentFileField(label=_("Template (DOCX)"), kinds=KINDS)

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organization"].queryset = Organization.objects.active().order_by("name", "pk")
        self.fields["file"].by = by
        self.helper = helper_of("organization", "purpose", "file")
