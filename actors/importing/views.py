"""The wizard of an import: file, columns, preview, confirm; and the list of imports."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import DetailView, FormView, ListView, View
from django.views.generic.detail import SingleObjectMixin

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.importing import headers, transitions
from actors.importing.forms import ColumnsForm, UploadForm
from actors.importing.models import ImportContent, ImportRun
from actors.importing.page import Preview
from actors.importing.querysets import UNDO_DAYS
from actors.importing.registry import KINDS, kind_of, site_kinds
from actors.importing.states import ImportState
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin, VisibleRowsMixin
from collabgov.kit.errors import Refused
from collabgov.kit.incoming import note_sentences
from collabgov.kit.pages import TolerantPaginator


class ImportList(VisibleRowsMixin, ListView):
    model = ImportRun
    template_name = "actors/importing/import_list.html"
    context_object_name = "runs"
    paginate_by = 20
    paginator_class = TolerantPaginator

    def get_queryset(self):
        return super().get_queryset().for_list()

    def paginate_queryset(self, queryset, page_size):
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        kinds = [kind for kind in site_kinds() if kind.may(self.request.user)]
        context = super().get_context_data(kinds=kinds, **kwargs)
        for run in context["runs"]:
            run.kind_label = KINDS[run.kind].label if run.kind in KINDS else run.kind
        return context


class UploadPage(FormView):
    """Step one; `kind` says what is imported, `subject` what it belongs to."""

    form_class = UploadForm
    template_name = "actors/importing/upload.html"
    subject = None

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "kind": self.kind, "by": self.request.user}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            kind=self.kind,
            subject=self.subject,
            list_url=self.kind.list_url(self.subject),
            **kwargs,
        )

    def form_valid(self, form):
        run = transitions.start(
            kind=self.kind,
            table=form.table,
            file_name=form.cleaned_data["file_name"],
            sha256=form.cleaned_data["sha256"],
            by=self.request.user,
            subject=self.subject,
        )
        return redirect("actors:import-columns", run.pk)


class ImportCreate(SiteRuleMixin, UploadPage):
    rule_name = "actors.manage_register"

    @cached_property
    def kind(self):
        kind = KINDS.get(self.kwargs["kind"])
        if kind is None or kind.find_subject is not None:
            raise Http404
        return kind


class RunPage(RuleRequiredMixin, SingleObjectMixin):
    """About one import that waits or was carried out, for whoever may carry it out."""

    model = ImportRun
    rule_name = "actors.carry_out_import"


def note_contacts(request, run, rows):
    """Whoever is shown how to reach the people of a file is written down."""
    if rows and kind_of(run).resource.contact_columns:
        record_event(EventKind.VIEWED, request=request, about=run, shown="contacts", rows=rows)


class ImportColumns(RunPage, FormView):
    """Step two."""

    form_class = ColumnsForm
    template_name = "actors/importing/columns.html"

    def dispatch(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.object.state != ImportState.READ:
            return redirect(self.object)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        kind, content = kind_of(self.object), self.object.content
        resource = kind.resource(kind.subject_of(self.object))
        more = {"resource": resource, "rows": content.rows, "columns": content.columns}
        return {**super().get_form_kwargs(), **more}

    def get_context_data(self, **kwargs):
        kind, content = kind_of(self.object), self.object.content
        return super().get_context_data(
            kind=kind,
            subject=kind.subject_of(self.object),
            notes=note_sentences(content.notes),
            missing=headers.missing(kind.resource(), content.columns),
            guessed=len(content.columns),
            **kwargs,
        )

    def render_to_response(self, context, **kwargs):
        note_contacts(self.request, self.object, context["form"].sampled)
        return super().render_to_response(context, **kwargs)

    def form_valid(self, form):
        transitions.choose_columns(
            run=self.object, by=self.request.user, columns=form.cleaned_data["columns"]
        )
        return redirect(self.object)


class ImportDetail(VisibleRowsMixin, DetailView):
    """Step three, the preview; afterwards what was imported, and how it is undone."""

    model = ImportRun
    template_name = "actors/importing/import_detail.html"
    context_object_name = "run"
    obstacles = ()

    def get_queryset(self):
        return super().get_queryset().for_list()

    def get_context_data(self, **kwargs):
        run = self.object
        kind = kind_of(run)
        subject = kind.subject_of(run)
        waits = run.state == ImportState.READ
        notes = ImportContent.objects.filter(run=run).values_list("notes", flat=True).first()
        has_content = notes is not None
        last_day = run.applied_at + timedelta(days=UNDO_DAYS) if run.applied_at else None
        may = self.request.user.has_perm("actors.carry_out_import", run)
        return super().get_context_data(
            kind=kind,
            subject=subject,
            list_url=kind.list_url(subject),
            waits=waits,
            may_carry_out=may,
            may_undo=may and run.state == ImportState.APPLIED and has_content,
            undo_until=last_day,
            obstacles=self.obstacles,
            notes=note_sentences(notes or []),
            preview=preview_for(self.request, run, may) if waits and has_content else None,
            **kwargs,
        )


def preview_for(request, run, may_carry_out):
    """An auditor sees how many rows, and not what they say."""
    preview = Preview.of(run, request.GET, with_rows=may_carry_out)
    note_contacts(request, run, preview.rows_with_values)
    return preview


class ImportConfirm(RunPage, View):
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        run = self.get_object()
        try:
            done = transitions.confirm(run=run, by=request.user, seen=request.POST.get("seen", ""))
        except (Refused, ValidationError) as refusal:
            transitions.keep_preview(run=run, preview={})
            for sentence in getattr(refusal, "messages", [str(refusal)]):
                messages.error(request, sentence)
        else:
            messages.success(request, sentence_of(done))
        return redirect(run)


def sentence_of(run):
    """How many rows were written, and how many were not."""
    number = run.new_count + run.changed_count
    said = ngettext("%(number)s row is imported.", "%(number)s rows are imported.", number)
    left_out = ngettext(
        "%(number)s wrong row is left out.", "%(number)s wrong rows are left out.", run.wrong_count
    )
    sentences = [(said, number), *([(left_out, run.wrong_count)] if run.wrong_count else [])]
    facts = [(text, number_format(count, force_grouping=True)) for text, count in sentences]
    return " ".join(text % {"number": shown} for text, shown in facts)


class ImportUndo(RuleRequiredMixin, ImportDetail):
    http_method_names = ["post"]
    rule_name = "actors.carry_out_import"

    def post(self, request, *args, **kwargs):
        self.object = self.get_object()
        try:
            transitions.undo(run=self.object, by=request.user)
        except transitions.CannotUndo as refusal:
            self.obstacles = refusal.rows
            messages.error(request, str(refusal))
            return self.render_to_response(self.get_context_data(), status=409)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Everything is as it was before this import."))
        return redirect(self.object)


class ImportDiscard(RunPage, View):
    http_method_names = ["post"]
    said = gettext_lazy("The file was thrown away. Nothing was imported.")

    def post(self, request, *args, **kwargs):
        try:
            transitions.discard(run=self.get_object(), by=request.user)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, self.said)
        return redirect("actors:import-list")
