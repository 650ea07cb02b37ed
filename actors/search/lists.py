"""What the lists of the register share: a search box, filters in the address, htmx parts."""

from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from actors.search.filters import RegisterFilter
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import PartialMixin, TolerantPaginator


class RegisterList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Name the model, both templates, `context_object_name` and `filter_class`."""

    paginate_by = 20
    paginator_class = TolerantPaginator
    filter_class: type[RegisterFilter]

    @cached_property
    def filter(self):
        return self.filter_class(self.request.GET)

    def unknown_filters(self):
        return self.filter.unknown

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset().for_list())

    def get_context_data(self, **kwargs):
        may_manage = self.request.user.has_perm("actors.manage_register")
        return super().get_context_data(filter=self.filter, may_manage=may_manage, **kwargs)

    def render_to_response(self, context, **kwargs):
        """To htmx, say the address without the filters that are not set."""
        response = super().render_to_response(context, **kwargs)
        if self.request.htmx:
            lists = self.request.GET.lists()
            asked = [(name, value) for name, values in lists for value in values if value]
            response["HX-Push-Url"] = f"{self.request.path}{'?' * bool(asked)}{urlencode(asked)}"
        return response
