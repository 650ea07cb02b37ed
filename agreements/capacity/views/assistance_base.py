"""What the pages about a request for assistance share."""

from agreements.capacity.models import AssistanceRequest
from agreements.capacity.views.base import CapacityButton, CapacityForm, CapacityPage
from agreements.charter.models import Party
from agreements.documents.models import Document
from agreements.engagement.rules.discovery import own_parties


class AssistancePage(CapacityPage):
    """A page about one request; it leads back to the request."""

    model = AssistanceRequest
    related = (
        "collaboration",
        "from_party__organization",
        "to_party__organization",
        "liable_party__organization",
        "liability_document",
        "response",
    )
    part = "capacity"

    def parties(self):
        return Party.objects.current().filter(collaboration=self.collaboration).for_list()

    def own_parties(self):
        return own_parties(self.request.user, self.collaboration.pk).for_list()

    def documents(self):
        """The newest first: a select lists the first of them (`forms.newest`)."""
        return Document.objects.filter(collaboration=self.collaboration).in_use().order_by("-pk")


class AssistanceFormPage(AssistancePage, CapacityForm):
    """A small form with one purpose."""

    def get_lead(self):
        return self.record.subject


class AssistanceButton(AssistancePage, CapacityButton):
    """A verb that asks nothing."""

    verb = None

    def carry_out(self):
        return self.verb(request=self.record, by=self.request.user)
