"""The list of suggested pairs, what was judged different, and looking anew."""

from django.contrib import messages
from django.db.models import Max
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import ListView, View
from django.views.generic.detail import SingleObjectMixin

from actors.duplicates import transitions
from actors.duplicates.finding import find_again, looked_at
from actors.duplicates.forms import OrganizationPairFilter, PairFilter
from actors.duplicates.kinds import Kind
from actors.duplicates.models import NotDuplicate, SuggestedPair
from actors.duplicates.views.base import DuplicatesPage, KindMixin, named_rows
from actors.organizations.models import Organization
from actors.people.models import Person
from collabgov.kit.access import RuleRequiredMixin, SiteRuleMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin, TolerantPaginator


class PairList(DuplicatesPage, PartialMixin, ListView):
    """Pairs of one register, the likeliest first."""

    template_name = "actors/duplicates/pair_list.html"
    partial_name = "actors/duplicates/_pairs.html"
    context_object_name = "pairs"
    paginate_by = 20
    paginator_class = CappedPaginator
    register = Organization
    filter_class = OrganizationPairFilter

    @cached_property
    def filter(self):
        return self.filter_class(self.request.GET)

    def get_queryset(self):
        pairs = SuggestedPair.objects.visible_to(self.request.user)
        pairs = pairs.filter(kind=self.filter_class.kind)
        open_pairs = pairs.open(self.register.objects, NotDuplicate.objects)
        return self.filter.narrow(open_pairs).order_by("-score", "low", "high")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        pairs, kind = list(context["page_obj"].object_list), self.filter_class.kind
        rows = named_rows(kind, [pk for pair in pairs for pk in (pair.low, pair.high)])
        for pair in pairs:
            pair.records = (rows[pair.low], rows[pair.high])
        last = SuggestedPair.objects.filter(kind=kind).aggregate(last=Max("found_at"))["last"]
        last = looked_at() or last
        changed = self.register.objects.filter(updated_at__gt=last) if last else None
        return context | {
            "pairs": pairs,
            "filter": self.filter,
            "kind": kind,
            "here": kind,
            "looked_at": last,
            "changed_since": changed.count() if last else 0,
        }


class PeoplePairList(PairList):
    register = Person
    filter_class = PairFilter


class PairSearch(SiteRuleMixin, View):
    """Look through both registers again; back to the list on which it was pressed."""

    rule_name = "actors.merge_records"
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        number = sum(find_again(by=request.user).values())
        said = ngettext(
            "Looked through both registers: %(number)s pair.",
            "Looked through both registers: %(number)s pairs.",
            number,
        )
        messages.success(request, said % {"number": number})
        is_people = request.POST.get("kind") == Kind.PERSON
        return redirect("actors:duplicate-people" if is_people else "actors:duplicate-list")


class Different(KindMixin, SiteRuleMixin, View):
    """These are two: the pair is not suggested again."""

    rule_name = "actors.merge_records"
    http_method_names = ["post"]
    back = "actors:duplicate-list"

    def post(self, request, *args, pk, other, **kwargs):
        one, two = self.record(pk), self.record(other)
        note = request.POST.get("note", "").replace("\x00", "").strip()[:300]
        transitions.judge_different(
            kind=self.kind, one=one.pk, other=two.pk, note=note, by=request.user
        )
        messages.success(request, _("Noted: these are two. They are not suggested again."))
        return redirect(self.back)


class PersonDifferent(Different):
    model = Person
    back = "actors:duplicate-people"


class DifferentList(DuplicatesPage, ListView):
    """What somebody judged to be two."""

    template_name = "actors/duplicates/different_list.html"
    context_object_name = "judged"
    paginate_by = 20
    paginator_class = TolerantPaginator

    def get_queryset(self):
        rows = NotDuplicate.objects.visible_to(self.request.user)
        return rows.select_related("made_by__person")

    def paginate_queryset(self, queryset, page_size):
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        rows = list(page.object_list)
        for kind in {row.kind for row in rows}:
            mine = [row for row in rows if row.kind == kind]
            found = named_rows(kind, [pk for row in mine for pk in (row.low, row.high)])
            for row in mine:
                row.records = tuple(found[pk] for pk in (row.low, row.high) if pk in found)
        return page.paginator, page, rows, page.has_other_pages()

    def get_context_data(self, **kwargs):
        return super().get_context_data(here="different", **kwargs)


class SuggestAgain(RuleRequiredMixin, SingleObjectMixin, View):
    """The judgement is taken back."""

    rule_name = "actors.merge_records"
    model = NotDuplicate
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        transitions.suggest_again(judged=self.get_object(), by=request.user)
        messages.success(request, _("This pair may be suggested again."))
        return redirect("actors:not-duplicate-list")
