"""Who held which post of an organization when, and who acted for whom."""

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.views.generic import ListView

from actors.organizations.models import Organization
from actors.people.models import Appointment
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import TolerantPaginator


class PostHistory(VisibleRowsMixin, ListView):
    """All posts of one organization, each with its holders, the latest first."""

    model = Appointment
    template_name = "actors/people/post_history.html"
    context_object_name = "posts"
    paginate_by = 50
    paginator_class = TolerantPaginator

    @cached_property
    def organization(self):
        organizations = Organization.objects.visible_to(self.request.user)
        return get_object_or_404(organizations, pk=self.kwargs["pk"])

    def get_queryset(self):
        return super().get_queryset().filter(organization=self.organization).by_post()

    def paginate_queryset(self, queryset, page_size):
        """A page number from a stranger is never an error."""
        page = self.get_paginator(queryset, page_size).page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        return super().get_context_data(organization=self.organization, **kwargs)
