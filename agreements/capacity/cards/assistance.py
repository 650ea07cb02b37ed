"""The card of official assistance on the overview of capacity."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.assistance_kinds import OPEN
from agreements.capacity.cards import Card, Figure
from agreements.capacity.models import AssistanceRequest
from agreements.capacity.querysets.assistance import is_late

ORDER = 60


def card_of(collaboration, user):
    rows = AssistanceRequest.objects.visible_to(user).filter(collaboration=collaboration)
    numbers = rows.aggregate(
        open=Count("pk", filter=Q(state__in=OPEN)), late=Count("pk", filter=is_late())
    )
    there = f"{reverse('agreements:assistance-list')}?collaboration={collaboration.pk}"
    figures = [
        Figure(
            ngettext("%d request is open", "%d requests are open", numbers["open"])
            % numbers["open"],
            f"{there}&open=1",
        )
    ]
    if late := numbers["late"]:
        words = ngettext("%d of them is late", "%d of them are late", late) % late
        figures.append(Figure(words, f"{there}&late=1"))
    may_ask = user.has_perm("agreements.request_assistance", collaboration)
    add_url = reverse("agreements:assistance-create", args=[collaboration.pk]) if may_ask else ""
    return Card(
        key="assistance",
        title=_("Official assistance"),
        text=_("Who asked whom for help, what was answered, and what came of it."),
        icon="people",
        url=there,
        figures=tuple(figures),
        add_label=_("Ask for assistance"),
        add_url=add_url,
    )
