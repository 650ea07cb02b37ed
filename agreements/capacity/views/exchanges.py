"""What the parties gave each other: of a collaboration, and of an organization from its side."""

from collections import Counter

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from actors.models import Organization
from agreements.capacity.exchange_filters import (
    CollaborationExchangeFilter,
    OrganizationExchangeFilter,
)
from agreements.capacity.exchanges import Esteve, ExchangeKind, exchanges_in
from agreements.capacity.exports import exchange_table
from agreements.charter.models import Collaboration
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import COUNT_UP_TO, CappedCount, ListedPaginator, PartialMixin


class ExchangeRows(ExportMixin):
    """The rows of a list or of its file; the file holds all that the filter leaves."""

    export_name = _("who gave what to whom")

    @cached_property
    def about(self):
        """The record whose exchanges they are."""
        return get_object_or_404(super().get_queryset(), pk=self.kwargs["pk"])

    @property
    def export_about(self):
        return self.about

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        asked = {**self.asked(), "keep": self.filter.keeps}  # not found before anything is read
        most = None if "format" in self.request.GET else COUNT_UP_TO + 1
        self.found = [] if self.filter.is_nowhere else exchanges_in(**asked, most=most)
        return self.filter.of_kind(self.found)

    def asked(self):
        """Of which collaborations, and whose."""
        raise NotImplementedError

    def export_table(self, rows):
        return exchange_table((row, self.filter.kind_of(row).label) for row in rows)


class ExchangeList(ExchangeRows, PartialMixin, VisibleRowsMixin, ListView):
    """One directed list under its kinds."""

    partial_name = "agreements/capacity/_exchanges.html"
    context_object_name = "exchanges"
    paginate_by = 25
    kinds = Esteve
    one_sided = False  # whether it is told as one organization sees it

    def get_paginator(self, queryset, per_page, **kwargs):
        return ListedPaginator(queryset, per_page)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(filter=self.filter, about=self.about, **kwargs)
        told = [(row, self.filter.kind_of(row).label) for row in context["exchanges"]]
        kinds = chips_of(self.kinds, self.found, self.filter, self.request)
        return context | {"told": told, "kinds": list(kinds)}


def chips_of(kinds, found, chosen, request):
    """Every kind with how many there are of it, and its address; none is left out."""
    counts = Counter(chosen.kind_of(row) for row in found)
    address = request.GET.copy()
    address.pop("page", None)
    for kind in kinds:
        address["kind"] = kind.value
        yield {
            "label": kind.label,
            "count": CappedCount(counts[kind], len(found) > COUNT_UP_TO),
            "url": f"{request.path}?{address.urlencode()}",
            "is_on": chosen.chosen.get("kind") == kind,
        }


class CollaborationExchanges(ExchangeList):
    model = Collaboration
    template_name = "agreements/capacity/exchanges.html"
    kinds = ExchangeKind

    @cached_property
    def filter(self):
        return CollaborationExchangeFilter(self.request.GET, collaboration=self.about)

    def asked(self):
        whose = self.filter.chosen.get("organization")
        return {"collaborations": [self.about], "organization": whose}


class OrganizationExchanges(ExchangeList):
    """Each exchange is one of the eleven kinds as this organization sees it."""

    model = Organization
    template_name = "agreements/capacity/organization_exchanges.html"
    one_sided = True

    @cached_property
    def seen(self):
        return Collaboration.objects.visible_to(self.request.user)

    @cached_property
    def filter(self):
        facts = {"organization": self.about, "seen": self.seen}
        return OrganizationExchangeFilter(self.request.GET, **facts)

    def asked(self):
        chosen = self.filter.chosen.get("collaboration")
        return {"collaborations": [chosen] if chosen else self.seen, "organization": self.about}
