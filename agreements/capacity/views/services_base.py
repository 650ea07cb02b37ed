"""What the pages about a joint service share: the guard, the way back, the parties to choose."""

from django.db.models import Q

from agreements.capacity.models import JointService
from agreements.capacity.rules.services import service_of
from agreements.capacity.rules.standing import runs
from agreements.capacity.views.base import CapacityButton, CapacityForm, CapacityPage
from agreements.charter.models import Party
from agreements.engagement.rules.discovery import own_parties


class ServicePage(CapacityPage):
    """A page about a service or one of its rows; it leads back to the service."""

    model = JointService
    related = ("collaboration",)

    @property
    def service(self):
        return service_of(self.record)

    def home(self):
        return self.service

    def parties(self):
        return Party.objects.current().filter(collaboration=self.collaboration).for_list()

    def parties_of_service(self):
        """Those that give it or that it serves, as far as their costs are the reader's to state."""
        parts = (self.service.givers, self.service.purposes)
        gives, served = (Q(pk__in=rows.order_by().values("party")) for rows in parts)
        return self._own(Party.objects.filter(gives | served)).for_list()

    def parties_without_purpose(self):
        """Those for which the reader may still add one."""
        served = self.service.purposes.order_by().values("party")
        here = Party.objects.current().filter(collaboration=self.collaboration)
        return self._own(here.exclude(pk__in=served)).for_list()

    def _own(self, parties):
        """As far as they are the reader's to write for; a coordinator writes for any."""
        user = self.request.user
        if runs(user, self.service):
            return parties
        return parties.filter(pk__in=own_parties(user, self.collaboration.pk).values("pk"))


class ServiceFormPage(ServicePage, CapacityForm):
    """A small form with one purpose."""

    def get_lead(self):
        return str(self.service)


class ServiceButton(ServicePage, CapacityButton):
    """A verb that asks nothing."""
