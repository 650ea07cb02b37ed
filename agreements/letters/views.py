"""An agreement on paper: to print, as DOCX; and the letterheads that admins look after."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView, View
from django.views.generic.detail import SingleObjectMixin

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from agreements.documents import store
from agreements.documents.kinds import ContentType
from agreements.documents.serving import HEADERS
from agreements.letters import transitions
from agreements.letters.content import words_of
from agreements.letters.forms import LetterheadForm
from agreements.letters.kinds import Purpose
from agreements.letters.models import Letterhead
from agreements.letters.writing import plain_template, written
from agreements.models import Agreement
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.errors import Refused
from collabgov.kit.pages import VerbFormMixin
from collabgov.kit.uploads import LargeUploadMixin


class AgreementPaper(VisibleRowsMixin):
    """Whoever sees an agreement may have it on paper."""

    model = Agreement

    def get_queryset(self):
        return super().get_queryset().select_related("type", "collaboration")


class AgreementPrint(AgreementPaper, DetailView):
    template_name = "agreements/letters/print.html"

    def get_context_data(self, **kwargs):
        sender = self.request.user.organization
        return super().get_context_data(paper=words_of(self.object, sender=sender), **kwargs)


class AgreementDocx(AgreementPaper, SingleObjectMixin, View):
    """Written anew each time, on the letterhead of the reader's organization."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        agreement, user = self.get_object(), request.user
        words = words_of(agreement, sender=user.organization)
        name = f"{agreement.number or agreement.title}.docx"
        page = reverse("agreements:agreement-print", args=[agreement.pk])
        return on_letterhead(
            request, words, Purpose.AGREEMENT, about=agreement, name=name, otherwise=page
        )


def on_letterhead(request, words, purpose, *, about, name, otherwise):
    """The document on the letterhead of the reader's organization; plain where that fails.

    When the plain one fails as well (too many words, too busy a machine), the reader is led to the
    page to print, `otherwise`.
    """
    letterhead = Letterhead.objects.for_organization(request.user.organization_id, purpose)
    template = template_of(letterhead)
    try:
        content = _on_it_or_plain(request, words, purpose, template)
    except Refused:
        messages.error(request, _("The Word document could not be written: print this page."))
        return redirect(otherwise)
    if request.method == "GET":
        record_event(EventKind.EXPORTED, request=request, about=about, format="docx")
    return docx_answer(content, name)


def _on_it_or_plain(request, words, purpose, template):
    try:
        return written(words, template, purpose=purpose)
    except Refused:
        if template is None:
            raise
    content = written(words, purpose=purpose)
    messages.warning(request, _("The letterhead could not be filled in: this is plain."))
    return content


def template_of(letterhead):
    """Its file, if that is still what was uploaded; else the plain one is used."""
    if letterhead is None:
        return None
    try:
        is_whole = store.is_whole(letterhead.stored_name, letterhead.sha256)
    except OSError:
        is_whole = False
    return store.path_of(letterhead.stored_name) if is_whole else None


def docx_answer(content, name):
    response = HttpResponse(content, content_type=ContentType.DOCX)
    for header, value in HEADERS.items():
        response.headers[header] = value
    safe = name.replace("/", "-")[-120:]
    response.headers["Content-Disposition"] = content_disposition_header(True, safe)
    return response


class LetterheadPage(LargeUploadMixin, SiteRuleMixin, VerbFormMixin, FormView):
    """The letterheads in use, and a form for another one."""

    rule_name = "agreements.manage_letterheads"
    form_class = LetterheadForm
    template_name = "agreements/letters/letterheads.html"
    success_url = reverse_lazy("agreements:letterheads")
    success_message = gettext_lazy("The letterhead is in use.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "by": self.request.user}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            letterheads=Letterhead.objects.in_use().for_list(), purposes=Purpose, **kwargs
        )

    def carry_out(self, form):
        return transitions.use_letterhead(by=self.request.user, **form.cleaned_data)


class LetterheadStop(RuleRequiredMixin, SingleObjectMixin, View):
    model = Letterhead
    rule_name = "agreements.manage_letterheads"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        transitions.stop_letterhead(letterhead=self.get_object(), by=request.user)
        messages.success(request, _("The letterhead is no longer used."))
        return redirect("agreements:letterheads")


class PlainTemplate(SiteRuleMixin, View):
    """The built-in template of a purpose, with every word that one may use."""

    rule_name = "agreements.manage_letterheads"
    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        wanted = request.GET.get("for", "")
        purpose = wanted if wanted in Purpose.values else Purpose.AGREEMENT
        return docx_answer(plain_template(purpose), f"letterhead-{purpose}.docx")
