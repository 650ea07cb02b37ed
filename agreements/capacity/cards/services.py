"""The card of joint services on the overview of capacity."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure
from agreements.capacity.models import JointService, ServiceRequest
from agreements.capacity.querysets.services import is_overdue
from agreements.capacity.service_kinds import ServiceState

ORDER = 70


def card_of(collaboration, user):
    """How many run, how many requests are open, and of these how many are overdue."""
    where = f"?collaboration={collaboration.pk}"
    there = f"{reverse('agreements:service-list')}{where}"
    services = JointService.objects.visible_to(user).filter(collaboration=collaboration)
    requests = ServiceRequest.objects.filter(service__collaboration=collaboration).open()
    running = services.running().count()
    figures = [
        Figure(
            ngettext("%d joint service runs", "%d joint services run", running) % running,
            f"{there}&state={ServiceState.RUNNING}",
        ),
        *_of_requests(requests, f"{reverse('agreements:service-request-list')}{where}"),
    ]
    may_plan = user.has_perm("agreements.plan_service", collaboration)
    return Card(
        key="services",
        title=_("Joint services"),
        text=_("One event, two purposes: what is promised to the public, and what it costs."),
        icon="building",
        url=there,
        figures=tuple(figures),
        add_label=_("Plan a joint service"),
        add_url=reverse("agreements:service-create", args=[collaboration.pk]) if may_plan else "",
    )


def _of_requests(requests, there):
    number, late = requests.count(), requests.filter(is_overdue()).count()
    yield Figure(
        ngettext("%d service request is open", "%d service requests are open", number) % number,
        f"{there}&open=1",
    )
    if late:
        words = ngettext("%d of them is overdue", "%d of them are overdue", late) % late
        yield Figure(words, f"{there}&overdue=1")
