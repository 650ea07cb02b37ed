"""Pages of the audit trail: everything, and the history of one record."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import DetailView, TemplateView

from actors.models import Person
from agreements.models import Collaboration
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.errors import Refused
from collabgov.kit.spreadsheets import RESPONSES
from dashboards.audit.acts import acts_of
from dashboards.audit.export import export
from dashboards.audit.filters import AuditFilter
from dashboards.audit.folding import FoldedLog, tell_the_rest
from dashboards.audit.gone import GoneToo
from dashboards.audit.lines import lines_of
from dashboards.audit.log import Log, Mark
from dashboards.audit.noting import note_what_is_shown
from dashboards.audit.reading import branches_of_record, reads_all
from dashboards.audit.tables import key_of, label_of, model_called

LINES, HISTORY_LINES = 50, 100


def page_of(log, query, size):
    """The part of the list that the address asks for; nonsense means the newest."""
    marks = {name: Mark.parse(query.get(name)) for name in ("before", "after")}
    return log.page(size=size, **marks)


def whole_list_of(record):
    """Everything in a collaboration, for the page of its own history."""
    is_one = isinstance(record, Collaboration)
    return f"{reverse('dashboards:audit')}?collaboration={record.pk}" if is_one else ""


class AuditTrail(SiteRuleMixin, TemplateView):
    """Every change and every event the reader may know of, the newest first."""

    rule_name = "dashboards.read_audit"
    template_name = "dashboards/audit/audit.html"

    @cached_property
    def filter(self):
        return AuditFilter(self.request.GET, user=self.request.user)

    @property
    def sight(self):
        user = self.request.user
        return {"may_see_contacts": user.is_admin, "may_see_addresses": reads_all(user)}

    def get(self, request, *args, **kwargs):
        kind = request.GET.get("format")
        if kind in RESPONSES and not self.filter.errors:
            chosen = {name: str(value) for name, value in self.filter.chosen.items()}
            log = Log(self.filter.branches())
            try:
                return export(log, kind, request=request, sight=self.sight, filters=chosen)
            except Refused as refusal:
                messages.error(request, str(refusal))
                query = request.GET.copy()
                query.pop("format")
                return redirect(f"{request.path}?{query.urlencode()}")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        chosen, branches = self.filter.chosen, self.filter.branches()
        may_fold = reads_all(self.request.user) and "request" not in chosen
        log = FoldedLog(branches) if may_fold else Log(branches)
        page = page_of(log, self.request.GET, LINES)
        lines = tell_the_rest(lines_of(page.refs, **self.sight), page)
        note_what_is_shown(self.request, lines)
        return super().get_context_data(filter=self.filter, page=page, lines=lines, **kwargs)


class History(GoneToo, RuleRequiredMixin, DetailView):
    """What happened to one record and its parts: who, when, from what to what."""

    rule_name = "dashboards.read_history"
    model = Collaboration  # or what the address names
    template_name = "dashboards/audit/history.html"
    context_object_name = "record"

    @staticmethod
    def model_named_by(kwargs):
        return model_called(kwargs["model"])

    def get_queryset(self):
        self.model = self.model_named_by(self.kwargs)
        if self.model is None:
            raise Http404
        is_reader = reads_all(self.request.user)
        return self.model._base_manager.all() if is_reader else super().get_queryset()

    def get_context_data(self, **kwargs):
        user, record = self.request.user, self.object
        may_see = isinstance(record, Person) and user.has_perm("actors.see_contacts", record)
        sees_all = reads_all(user)
        log = Log(branches_of_record(record, with_events=sees_all, user=user))
        page = page_of(log, self.request.GET, HISTORY_LINES)
        lines = lines_of(page.refs, may_see_contacts=may_see, may_see_addresses=sees_all)
        note_what_is_shown(self.request, lines)
        return super().get_context_data(
            page=page,
            acts=acts_of(lines, record),
            table=label_of(key_of(self.model)),
            all_url=whole_list_of(record),
            is_gone=self.is_gone,
            back_url="" if self.is_gone else getattr(record, "get_absolute_url", str)(),
            **kwargs,
        )
