"""Search, then add: results under the search box while somebody types."""

from django.shortcuts import render
from django.views.generic import View

from agreements.engagement.forms.hits import hits_for
from collabgov.kit.access import OwnPageMixin


class AttendeeSearch(OwnPageMixin, View):
    """The register is open to everybody who is signed in; contact details are not shown."""

    http_method_names = ["get"]

    def get(self, request, *args, **kwargs):
        text = request.GET.get("attendee_search", "").replace("\x00", "")
        context = {"hits": hits_for(text, request.user), "search_text": text}
        return render(request, "agreements/engagement/_hits.html", context)
