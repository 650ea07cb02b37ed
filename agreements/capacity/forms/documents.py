"""Choosing a document of the collaboration, the newest first; one that was chosen before stays."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.capacity.answer_papers import not_of_refusals
from agreements.capacity.forms.newest import NewestMixin
from agreements.documents.models import Document


class PaperField(NewestMixin, forms.ModelChoiceField):
    nothing_yet = (_("This collaboration has no document yet."), "document-create")

    def __init__(self, **kwargs):
        usual = {"label": _("Document"), "empty_label": _("No document"), "required": False}
        super().__init__(queryset=Document.objects.none(), **{**usual, **kwargs})

    def offer(self, collaboration, *, chosen=None):
        here = Document.objects.filter(collaboration=collaboration)
        rows = here.in_use() | here.filter(pk=chosen) if chosen else here.in_use()
        self.queryset = rows.order_by("-pk")


class TextPaperField(PaperField):
    """The same for a document that is to be read for what it says: no letter of a refusal."""

    def offer(self, collaboration, *, chosen=None):
        super().offer(collaboration, chosen=chosen)
        kept = self.queryset.filter(pk=chosen)
        self.queryset = (not_of_refusals(self.queryset) | kept).order_by("-pk")
