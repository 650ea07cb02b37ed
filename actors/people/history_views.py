"""Who held which post of an organization when, and who acted for whom."""

from django.views.generic import DetailView

from actors.organizations.models import Organization
from actors.people.models import Appointment
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import TolerantPaginator

A_PAGE = 50


class PostHistory(VisibleRowsMixin, DetailView):
    """All posts of one organization, each with its holders, the latest first."""

    model = Organization
    template_name = "actors/people/post_history.html"
    context_object_name = "organization"

    def get_context_data(self, **kwargs):
        posts = Appointment.objects.visible_to(self.request.user).filter(organization=self.object)
        page = TolerantPaginator(posts.by_post(), A_PAGE).page(self.request.GET.get("page"))
        return super().get_context_data(
            posts=page.object_list,
            page_obj=page,
            paginator=page.paginator,
            is_paginated=page.has_other_pages(),
            **kwargs,
        )
