"""What list pages share: htmx parts, page numbers."""

from django.core.paginator import Paginator
from django.utils.cache import patch_vary_headers


class PartialMixin:
    """The same view answers the full page, and only `partial_name` when htmx asks for it."""

    partial_name: str

    def get_template_names(self):
        if self.request.htmx and not self.request.htmx.history_restore_request:
            return [self.partial_name]
        return super().get_template_names()

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response


class TolerantPaginator(Paginator):
    """A page number from a stranger: nonsense is page one, too far is the last page."""

    def page(self, number):
        try:
            number = int(number)
        except (TypeError, ValueError):
            number = 1
        return super().page(max(1, min(number, self.num_pages)))
