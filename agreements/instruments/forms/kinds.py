"""Choosing a kind of agreement: radio buttons that say when to use each."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from agreements.instruments.models import AgreementType


class KindField(forms.ModelChoiceField):
    """One of the kinds in use."""

    def __init__(self, **kwargs):
        super().__init__(
            AgreementType.objects.in_use(),
            label=_("Kind of agreement"),
            widget=forms.RadioSelect,
            empty_label=None,
            **kwargs,
        )

    def label_from_instance(self, kind):
        name = str(kind)
        if not kind.when_to_use:
            return name
        return format_html('{}<span class="choice-note">{}</span>', name, kind.when_to_use)
