"""What was merged: the list, the page of one merge, and taking it back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView, View
from django.views.generic.detail import SingleObjectMixin

from actors.duplicates import undoing
from actors.duplicates.models import Merge
from actors.duplicates.rules import is_own_affair
from actors.duplicates.summary import moved_by
from actors.duplicates.views.base import DuplicatesPage, named_rows
from collabgov.kit.access import RuleRequiredMixin, VisibleRowsMixin
from collabgov.kit.errors import Refused
from collabgov.kit.pages import TolerantPaginator


class MergeList(DuplicatesPage, ListView):
    """Every merge, the newest first."""

    template_name = "actors/duplicates/merge_list.html"
    context_object_name = "merges"
    paginate_by = 20
    paginator_class = TolerantPaginator

    def get_queryset(self):
        return Merge.objects.visible_to(self.request.user).for_list()

    def paginate_queryset(self, queryset, page_size):
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        rows = list(page.object_list)
        for kind in {row.kind for row in rows}:
            name_both([row for row in rows if row.kind == kind], kind)
        return page.paginator, page, rows, page.has_other_pages()

    def get_context_data(self, **kwargs):
        return super().get_context_data(here="merges", **kwargs)


class MergeDetail(VisibleRowsMixin, DetailView):
    model = Merge
    template_name = "actors/duplicates/merge_detail.html"
    context_object_name = "merge"

    def get_queryset(self):
        return super().get_queryset().select_related("made_by__person", "undone_by__person")

    def get_context_data(self, **kwargs):
        name_both([self.object], self.object.kind)
        return super().get_context_data(
            moved=moved_by(self.object.steps),
            joined=[step for step in self.object.steps if step["what"] == "removed"],
            later=undoing.later_merge(self.object),
            may_merge=self.request.user.has_perm("actors.merge_records"),
            is_own_affair=is_own_affair(self.request.user, self.object),
            **kwargs,
        )


class MergeUndo(RuleRequiredMixin, SingleObjectMixin, View):
    """Both records stand again; what was changed since is named before anything is written."""

    rule_name = "actors.merge_pair"
    model = Merge
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        self.object = merge = self.get_object()
        rest = request.POST.get("rest") == "1"
        try:
            undoing.undo(merge=merge, by=request.user, rest=rest)
        except undoing.ChangedSince as refusal:
            name_both([merge], merge.kind)
            context = self.get_context_data(merge=merge, lines=refusal.lines)
            return render(request, "actors/duplicates/undo.html", context)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Undone: both records stand again."))
        return redirect(merge)


def name_both(merges, kind):
    """Give each merge its two records."""
    found = named_rows(kind, [pk for row in merges for pk in (row.kept_id, row.away_id)])
    for row in merges:
        row.kept, row.away = found.get(row.kept_id), found.get(row.away_id)
