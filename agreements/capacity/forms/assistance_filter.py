"""The filter of the list of requests for assistance: what stands in the address, cleaned."""

from django.utils.translation import gettext_lazy as _

from agreements.capacity.assistance_kinds import AssistanceState
from agreements.charter.models import Collaboration
from collabgov.kit.filtering import (
    ListFilter,
    choice_field,
    record_field,
    search_field,
    tick_field,
)


class AssistanceFilter(ListFilter):
    """What is not offered matches nothing: the list never shows more than was asked for."""

    only_when_on = frozenset({"coordinated"})
    WHERE = frozenset({"collaboration", "state", "side"})

    q = search_field()
    side = choice_field(
        _("Direction"), _("From us and to us"), [("from", _("From us")), ("to", _("To us"))]
    )
    collaboration = record_field(_("Collaboration"), _("Every collaboration"))
    state = choice_field(_("State"), _("Every state"), AssistanceState.choices)
    late = tick_field(_("Only late ones"))
    emergency = tick_field(_("Only emergencies"))
    open = tick_field(_("Only open ones"))
    waiting = tick_field(_("Waits for me"))
    coordinated = tick_field(_("Only where I coordinate"))

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        self.offer("collaboration", Collaboration.objects.visible_to(user))

    def narrow(self, requests):
        """Return the requests that the filter leaves."""
        if self.is_nowhere:
            return requests.none()
        chosen = self.chosen
        requests = requests.mentioning(self.words)
        for name in ("collaboration", "state"):
            if name in chosen:
                requests = requests.filter(**{name: chosen[name]})
        if side := chosen.get("side"):
            requests = requests.from_us(self.user) if side == "from" else requests.to_us(self.user)
        if chosen.get("coordinated"):
            mine = Collaboration.objects.coordinated_by(self.user)
            requests = requests.filter(collaboration__in=mine)
        if chosen.get("emergency"):
            requests = requests.filter(is_emergency=True)
        return self._by_clock(requests, chosen)

    def _by_clock(self, requests, chosen):
        if chosen.get("late"):
            requests = requests.late()
        if chosen.get("open"):
            requests = requests.open()
        return requests.waiting_for(self.user) if chosen.get("waiting") else requests
