"""The register of agreements: as a list and as a timeline, with search, filters and files."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from agreements.charter.models import Collaboration
from agreements.charter.states import CollaborationState
from agreements.instruments.excerpts import add_excerpts
from agreements.instruments.exports import agreement_table
from agreements.instruments.filters import AgreementFilter, counted
from agreements.instruments.models import Agreement
from agreements.instruments.standing import standing_of
from agreements.instruments.tiles import noted, tiles_of
from agreements.instruments.validity import Validity
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import ListedPaginator, PartialMixin

MOST_CHOICES = 20


class FoundAgreements(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """The agreements that the address asks for, in pages."""

    model = Agreement
    paginate_by = 25

    @cached_property
    def filter(self):
        return AgreementFilter(self.request.GET, user=self.request.user)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        self.narrowed = self.filter.narrow(super().get_queryset())
        self.found = self.filter.found(self.narrowed)
        return self.filter.ordered(self.filter.shown(self.found)).for_register()

    def paginate_queryset(self, queryset, page_size):
        """The rows of one page are read by their ids: ordering all of them whole would be slow."""
        shown = self.filter.shown
        ids = self.filter.likeliest(shown(self.found), within=shown(self.narrowed))
        paginator = ListedPaginator(ids, page_size)
        page = paginator.page(self.request.GET.get("page"))
        page.object_list = Agreement.objects.for_register().in_order(page.object_list)
        return paginator, page, page.object_list, page.has_other_pages()


class AgreementList(FoundAgreements):
    """Every agreement the reader may see; what is shown stands in the address."""

    template_name = "agreements/instruments/agreement_list.html"
    partial_name = "agreements/instruments/_agreements.html"
    export_name = _("agreements")
    export_table = staticmethod(agreement_table)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = _rows_of(context["object_list"], self.filter.text)
        user, path = self.request.user, self.request.path
        counts = counted(self.found, user, **noted())
        return context | {
            "filter": self.filter,
            "parts": self.filter.links(counts, path),
            "views": self.filter.views(path),
            "tiles": tiles_of(counts, path),
            "validity": Validity(rows) if self.filter.is_timeline else None,
            "agreements": rows,
            "draftable": draftable(user, self.filter.chosen.get("collaboration")),
        }


def _rows_of(page, text):
    """The rows of one page, each with how it stands and where the words were found."""
    rows = list(page)
    for agreement in rows:
        agreement.standing = standing_of(agreement)
    add_excerpts(rows, text)
    return rows


def draftable(user, chosen):
    """The collaborations in which the user may record an agreement; `chosen` is the filter's."""
    if chosen:
        return [chosen] if user.has_perm("agreements.draft_agreement", chosen) else []
    return list(
        Collaboration.objects.coordinated_by(user).exclude(state=CollaborationState.CLOSED)[
            :MOST_CHOICES
        ]
    )
