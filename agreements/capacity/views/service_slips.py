"""The slip of a request to print, and the page to which its key leads, without an account."""

from allauth.core.internal import ratelimit
from django.http import Http404
from django.shortcuts import render
from django.views.generic import DetailView, View

from actors.accounts.waiting import ACCOUNTS, too_many
from agreements.capacity.models import ServiceRequest
from agreements.capacity.service_page import steps_of
from agreements.capacity.service_slips import request_behind, slip_path
from collabgov.kit.access import PublicMixin, VisibleRowsMixin
from collabgov.kit.site import ORIGIN_ONLY, site_url

READ, MISSED = "service_slip", "service_slip_missed"


class RequestSlip(VisibleRowsMixin, DetailView):
    """The slip, for whoever asked under its number; who asked as an organization has none."""

    model = ServiceRequest
    template_name = "agreements/capacity/service_request_slip.html"
    context_object_name = "asked"

    def get_queryset(self):
        return super().get_queryset().for_slip()

    def get_context_data(self, **kwargs):
        path = slip_path(self.object)
        address = site_url(self.request) + path
        return super().get_context_data(address=address, path=path, **kwargs)


class SlipPage(PublicMixin, View):
    """Dates, the state, where to complain: nothing of a person, on either side of the counter."""

    http_method_names = ["get", "head"]

    def get(self, request, token):
        asked = request_behind(token)
        action, key = (READ, str(asked.pk)) if asked else (MISSED, None)
        if not ratelimit.consume(request, limit_get=True, app=ACCOUNTS, action=action, key=key):
            return too_many(request, action=action, key=key)
        if asked is None:
            raise Http404
        facts = {"asked": asked, "steps": steps_of(asked)}
        response = render(request, "agreements/capacity/service_slip.html", facts)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = ORIGIN_ONLY
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response
