"""The filters of joint services and of their requests: what stands in the address, cleaned."""

from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.capacity.filters import NOWHERE
from agreements.capacity.models import JointService
from agreements.capacity.service_kinds import RequestState, ServiceState
from agreements.charter.models import Collaboration, Party
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)

NO_SUCH_SERVICE = _(
    "The collaboration or service in this address was not found, or you may not see it. "
    "So nothing is shown."
)


class ServiceFilter(ListFilter):
    """Joint services: where, whose, in which state."""

    WHERE = frozenset({"collaboration", "organization"})
    nowhere = NOWHERE

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    organization = record_field(_("Organization"), _("Every organization"))
    state = choice_field(_("State"), _("Every state"), ServiceState.choices)

    def __init__(self, data, *, user):
        super().__init__(data)
        seen = Collaboration.objects.visible_to(user)
        self.offer("collaboration", seen)
        parties = Party.objects.filter(collaboration__in=seen).order_by().values("organization")
        among = Organization.objects.filter(pk__in=parties)
        self.offer("organization", Organization.objects.visible_to(user), among=among)

    def narrow(self, services):
        if self.is_nowhere:
            return services.none()
        chosen = self.chosen
        services = services.mentioning(self.words)
        if organization := chosen.get("organization"):
            services = services.of_organization(organization)
        for name in ("collaboration", "state"):
            if name in chosen:
                services = services.filter(**{name: chosen[name]})
        return services


class ServiceRequestFilter(ListFilter):
    """Requests: to which service, in which state, late or not, from us."""

    WHERE = frozenset({"collaboration", "service"})
    nowhere = NO_SUCH_SERVICE

    q = search_field()
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    service = record_field(_("Joint service"), _("Every service"))
    state = choice_field(_("State"), _("Every state"), RequestState.choices)
    ours = tick_field(_("Only ours"))
    given = tick_field(_("Only of services that we give"))
    open = tick_field(_("Only open ones"))
    overdue = tick_field(_("Only overdue ones"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        self.offer("collaboration", Collaboration.objects.visible_to(user))
        self.services = JointService.objects.visible_to(user)  # read once, for select and rows
        self.offer("service", self.services)

    def narrow(self, requests):
        if self.is_nowhere:
            return requests.none()
        chosen = self.chosen
        requests = requests.of_services(self.services, self.user).mentioning(self.words)
        if place := chosen.get("collaboration"):
            requests = requests.filter(service__collaboration=place)
        for name in ("service", "state"):
            if name in chosen:
                requests = requests.filter(**{name: chosen[name]})
        if chosen.get("ours"):
            requests = requests.asked_by(self.user)
        if chosen.get("given"):
            requests = requests.worked_on_by(self.user)
        if chosen.get("open"):
            requests = requests.open()
        return requests.overdue() if chosen.get("overdue") else requests
