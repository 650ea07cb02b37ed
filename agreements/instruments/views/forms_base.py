"""What the writing pages of agreements share: rows first, the rule second, back to its place."""

from django.urls import reverse
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from agreements.instruments.models import Agreement
from agreements.instruments.typing_in import text_is_open, typing_refusal
from collabgov.kit.access import RuleRequiredMixin
from collabgov.kit.models import joined
from collabgov.kit.pages import VerbFormMixin
from collabgov.kit.uploads import LargeUploadMixin

ON_ONE = ("collaboration", "type", "stage", "parent")


class AgreementPage(RuleRequiredMixin, SingleObjectMixin):
    """A page about one record of an agreement; afterwards it leads back to that part of it.

    `to_agreement` is the way from the record to its agreement, empty for the agreement itself.
    """

    rule_name = "agreements.edit_agreement"
    model = Agreement
    to_agreement = ""
    related: tuple = ()
    anchor = ""

    def dispatch(self, request, *args, **kwargs):
        self.object = self.record = self.get_object()
        self.agreement = self.record
        for step in filter(None, self.to_agreement.split("__")):
            self.agreement = getattr(self.agreement, step)
        self.collaboration = self.agreement.collaboration
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self):
        way = f"{self.to_agreement}__" if self.to_agreement else ""
        paths = [f"{way}{name}" for name in ON_ONE]
        return joined(super().get_queryset(), *paths, *self.related)

    def get_success_url(self):
        page = reverse("agreements:agreement-detail", args=[self.agreement.pk])
        return f"{page}#{self.anchor}" if self.anchor else page


class TakesFilesMixin(LargeUploadMixin):
    """A page to which a document is handed in; a refused file is written down with who sent it."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if form is not None and "file" in form.fields:
            form.fields["file"].by = self.request.user
        return form


class AsShownMixin:
    """A page that acts on its record as it was shown: its form carries the version of it."""

    def get_initial(self):
        return {**super().get_initial(), "version": self.record.version}


class SaidMixin:
    """What a small page says around its form; a page overrides what depends on its record."""

    title = lead = note = submit_label = ""
    is_final = False  # whether what it does cannot be taken back
    other_way = None  # (words, name of the address) of another page about the same record

    def get_title(self):
        return self.title

    def get_lead(self):
        return self.lead

    def get_note(self):
        return self.note

    def get_closed(self):
        """Why nothing can be filled in now, in a sentence; empty when it can."""
        return ""

    def get_other_way(self):
        if self.other_way is None:
            return None
        words, name = self.other_way
        return {"words": words, "url": reverse(f"agreements:{name}", args=[self.record.pk])}


class AgreementFormPage(SaidMixin, AgreementPage, VerbFormMixin, FormView):
    """A small form with one purpose about an agreement, or about something of it."""

    template_name = "agreements/instruments/form.html"

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "agreement": self.agreement}

    def get_context_data(self, **kwargs):
        said = {
            "agreement": self.agreement,
            "record": self.record,
            "title": self.get_title(),
            "lead": self.get_lead(),
            "note": self.get_note(),
            "is_final": self.is_final,
            "submit_label": self.submit_label,
            "back_url": self.get_success_url(),
            "closed": self.get_closed(),
            "other_way": self.get_other_way(),
        }
        return super().get_context_data(**said | kwargs)


class OpenTextMixin:
    """A page that changes what is written: closed once the text is offered for signing."""

    def get_closed(self):
        return "" if text_is_open(self.agreement) else typing_refusal(self.agreement)
