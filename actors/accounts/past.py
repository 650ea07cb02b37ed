"""For which organization somebody acted then, whatever organization their account has now."""

from collections import defaultdict

from actors.accounts.models import User
from actors.organizations.models import Organization
from collabgov.kit.audit import event_model


class Homes:
    """The organizations of some accounts, moment by moment, from the trail; two queries."""

    def __init__(self, users):
        events = event_model(User).objects.filter(pgh_obj_id__in={user.pk for user in users})
        rows = events.order_by("pgh_created_at", "pgh_id")
        self._known = defaultdict(list)
        for user_id, since, home in rows.values_list(
            "pgh_obj_id", "pgh_created_at", "organization_id"
        ):
            self._known[user_id].append((since, home))
        homes = {home for known in self._known.values() for _since, home in known}
        self._organizations = Organization._base_manager.in_bulk(homes - {None})

    def at(self, user, moment):
        """Return the organization, or None. Before the trail began, what it began with."""
        known = self._known[user.pk]
        then = [home for since, home in known if since <= moment] or [known[0][1]]
        return self._organizations.get(then[-1])
