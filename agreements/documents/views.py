"""Pages of documents: the list of a collaboration, one document, its verbs, and the download."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import DetailView, ListView, View
from django.views.generic.detail import SingleObjectMixin

from actors.audit.kinds import EventKind, Outcome
from actors.audit.recording import record_event
from agreements.charter.models import Collaboration
from agreements.charter.parts import tabs_of
from agreements.charter.views.base import CharterEditPage, CharterFormPage
from agreements.documents import transitions
from agreements.documents.forms import (
    DescribeForm,
    DocumentFilter,
    DocumentForm,
    VersionForm,
    WithdrawForm,
)
from agreements.documents.holding import uses_of
from agreements.documents.kinds import DOWNLOADABLE
from agreements.documents.models import Document
from agreements.documents.serving import NotHandedOut, handed_out, require_fit
from collabgov.kit.access import VisibleRowsMixin, require_rule
from collabgov.kit.pages import PartialMixin, TolerantPaginator
from collabgov.kit.uploads import LargeUploadMixin


class DocumentList(PartialMixin, VisibleRowsMixin, ListView):
    """The documents of one collaboration, the newest first."""

    model = Collaboration
    template_name = "agreements/documents/document_list.html"
    partial_name = "agreements/documents/_documents.html"
    context_object_name = "documents"
    paginate_by = 25
    paginator_class = TolerantPaginator

    def get_queryset(self):
        self.collaboration = get_object_or_404(super().get_queryset(), pk=self.kwargs["pk"])
        self.filter = DocumentFilter(self.request.GET)
        return self.filter.narrowed(self.collaboration.documents.all()).for_list()

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            collaboration=self.collaboration,
            filter=self.filter,
            tabs=tabs_of(self.collaboration, "documents"),
            may_add=user.has_perm("agreements.add_document", self.collaboration),
            **kwargs,
        )


class DocumentDetail(VisibleRowsMixin, DetailView):
    model = Document
    template_name = "agreements/documents/document_detail.html"

    def get_queryset(self):
        rows = super().get_queryset()
        return rows.select_related("collaboration", "added_by__person", "withdrawn_by__person")

    def get_context_data(self, **kwargs):
        user, document = self.request.user, self.object
        versions = list(document.versions.for_list())
        may_download = user.has_perm("agreements.download_document", document)
        for version in versions:
            version.is_downloadable = may_download and version.scan_state in DOWNLOADABLE
        may_add = user.has_perm("agreements.add_document_version", document)
        uses = uses_of(document) if may_add else []
        may_withdraw = user.has_perm("agreements.withdraw_document", document)
        return super().get_context_data(
            versions=versions,
            uses=uses,
            may_add=may_add and not uses,
            may_edit=user.has_perm("agreements.edit_document", document),
            may_withdraw=may_withdraw and not uses,
            **kwargs,
        )


class OfUserFormMixin:
    """A form that knows who fills it."""

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "by": self.request.user}


class DocumentCreate(LargeUploadMixin, OfUserFormMixin, CharterFormPage):
    model = Collaboration
    rule_name = "agreements.add_document"
    form_class = DocumentForm
    part = "documents"
    title = _("Add a document")
    lead = _("Everybody who takes part in the collaboration can read it.")
    submit_label = _("Add the document")
    success_message = _("The document is added.")

    def carry_out(self, form):
        return transitions.add_document(
            collaboration=self.record, by=self.request.user, **form.cleaned_data
        )

    def get_success_url(self):
        is_made = isinstance(self.object, Document)
        return self.object.get_absolute_url() if is_made else super().get_success_url()


class DocumentPage:
    """What the verb pages of one document share: back to the document."""

    model = Document
    related = ("collaboration",)

    def get_success_url(self):
        return self.record.get_absolute_url()

    def get_lead(self):
        return self.record.title


class VersionCreate(LargeUploadMixin, OfUserFormMixin, DocumentPage, CharterFormPage):
    rule_name = "agreements.add_document_version"
    form_class = VersionForm
    title = _("Upload a new version")
    note = _("Earlier versions stay and can still be downloaded.")
    submit_label = _("Upload the version")
    success_message = _("The new version is there.")

    def carry_out(self, form):
        return transitions.add_version(
            document=self.record, by=self.request.user, **form.cleaned_data
        )


class DocumentEdit(DocumentPage, CharterEditPage):
    rule_name = "agreements.edit_document"
    form_class = DescribeForm
    title = _("Describe the document")
    submit_label = _("Save the description")
    success_message = _("The description is saved.")

    def carry_out(self, form):
        return transitions.rename(document=self.record, by=self.request.user, **form.cleaned_data)


class DocumentWithdraw(DocumentPage, CharterFormPage):
    rule_name = "agreements.withdraw_document"
    form_class = WithdrawForm
    title = _("Withdraw the document")
    note = _(
        "It stays in the list with your reason, and nobody but coordinators, admins and auditors"
        " can download it any more."
    )
    is_final = True
    submit_label = _("Withdraw it")
    success_message = _("The document is withdrawn.")

    def carry_out(self, form):
        return transitions.withdraw(document=self.record, by=self.request.user, **form.cleaned_data)


class VersionDownload(VisibleRowsMixin, SingleObjectMixin, View):
    """Who may see the document may have the file; each time is written down."""

    model = Document
    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        document = self.get_object(self.get_queryset().select_related("collaboration"))
        version = get_object_or_404(document.versions, number=kwargs["number"])
        require_rule(request.user, "agreements.download_document", document)
        told = {"request": request, "about": document}
        said = {"file": version.original_name, "version": version.number}
        try:
            require_fit(version)
        except NotHandedOut as refusal:
            outcome = Outcome.FAILED
            record_event(EventKind.DOWNLOADED, outcome=outcome, why=refusal.why, **told, **said)
            context = {"document": document, "version": version, "refusal": refusal}
            page = "agreements/documents/not_handed_out.html"
            return render(request, page, context, status=refusal.status)
        if request.method == "GET":
            record_event(EventKind.DOWNLOADED, **told, **said)
        return handed_out(version)
