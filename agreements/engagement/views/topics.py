"""The verbs of a topic that runs through meetings: it is closed, it is reopened."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from agreements.engagement import transitions
from agreements.models import AgendaItem
from collabgov.kit.access import VisibleRowsMixin, require_rule
from collabgov.kit.errors import Refused

LONGEST = 500  # characters of a reason


class TopicVerb(VisibleRowsMixin, SingleObjectMixin, View):
    """Whoever may change the meeting may say whether its topics go on."""

    model = AgendaItem
    http_method_names = ["post"]
    verb = None
    said = ""

    def get_queryset(self):
        return super().get_queryset().select_related("meeting__collaboration")

    def post(self, request, *args, **kwargs):
        item = self.get_object()
        require_rule(request.user, "agreements.edit_meeting", item.meeting)
        reason = request.POST.get("reason", "").replace("\x00", "").strip()[:LONGEST]
        try:
            type(self).verb(item=item, by=request.user, reason=reason)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, self.said)
        return redirect(f"{item.meeting.get_absolute_url()}#topic-{item.pk}")


class TopicClose(TopicVerb):
    verb = transitions.close_item
    said = _("The topic is closed.")


class TopicReopen(TopicVerb):
    verb = transitions.reopen_item
    said = _("The topic is open again and follows to the next meeting.")
