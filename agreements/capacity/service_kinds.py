"""Words of joint services: the lives of a service and of a request, what counts as cost.

A service serves two purposes or more at once. Overdue is computed, never stored.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ServiceState(TextChoices):
    PLANNED = "planned", pgettext_lazy("joint service", "Planned")
    RUNNING = "running", pgettext_lazy("joint service", "Running")
    ENDED = "ended", pgettext_lazy("joint service", "Ended")


class RequestState(TextChoices):
    RECEIVED = "received", pgettext_lazy("service request", "Received")
    IN_WORK = "in_work", pgettext_lazy("service request", "In work")
    DONE = "done", pgettext_lazy("service request", "Done")
    TURNED_DOWN = "turned_down", pgettext_lazy("service request", "Turned down")


class TimeUnit(TextChoices):
    WORKING_DAYS = "days", _("Working days")
    HOURS = "hours", _("Hours")


class CostBasis(TextChoices):
    """What two figures have to have in common to stand side by side or to be added."""

    SPENT = "spent", _("Spent, in rupiah")
    PLANNED = "planned", _("Budgeted, in rupiah")
    STAFF = "staff", _("Working hours of staff")


class ServiceEvent(TextChoices):
    PLANNED = "planned", _("Service planned")
    EDITED = "edited", _("Service changed")
    PURPOSE_ADDED = "purpose_added", _("Purpose added")
    PURPOSE_EDITED = "purpose_edited", _("Purpose changed")
    PURPOSE_REMOVED = "purpose_removed", _("Purpose taken out")
    GIVER_ADDED = "giver_added", _("Giver of the service added")
    GIVER_STOOD_BY = "giver_stood_by", _("The party says itself that it gives the service")
    GIVER_REMOVED = "giver_removed", _("Giver of the service taken out")
    MOVED = "moved", _("State changed")
    DRAFTED = "drafted", _("Standard drafted")
    REVISED = "revised", _("Draft of the standard changed")
    DISCARDED = "discarded", _("Draft of the standard discarded")
    PUBLISHED = "published", _("Standard published")
    COST_STATED = "cost_stated", _("Costs stated")
    COST_EDITED = "cost_edited", _("Stated costs changed")
    COST_CONFIRMED = "cost_confirmed", _("Stated costs confirmed by the party")
    COST_REMOVED = "cost_removed", _("Stated costs taken out")


S, R = ServiceState, RequestState
OPEN_REQUESTS = (R.RECEIVED, R.IN_WORK)
CLOSED_REQUESTS = (R.DONE, R.TURNED_DOWN)
TAKES_REQUESTS = (S.RUNNING,)
FEWEST_PURPOSES = 2
MOST_PURPOSES = 12

SERVICE_MOVES = {
    S.PLANNED: frozenset({S.RUNNING, S.ENDED}),
    S.RUNNING: frozenset({S.ENDED}),
}
REQUEST_MOVES = {
    R.RECEIVED: frozenset({R.IN_WORK, R.DONE, R.TURNED_DOWN}),
    R.IN_WORK: frozenset({R.DONE, R.TURNED_DOWN}),
}
# What was closed by mistake is in work again; the day it is due stays.
REOPENED = {state: frozenset({R.IN_WORK}) for state in CLOSED_REQUESTS}
IN_RUPIAH = (CostBasis.SPENT, CostBasis.PLANNED)

# Letters, digits and marks of a slip that the counter hands out: long enough for "LT-2026/0012",
# too short for a name with a number, and without the many digits of an identity or a telephone.
REFERENCE = r"^(?!.*[0-9]{7})(?=.*[0-9])[A-Za-z0-9][A-Za-z0-9./-]{0,19}$"
