"""The card of trainings: who taught whom."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure

ORDER = 32


def card_of(collaboration, user):
    there = f"{reverse('agreements:training-list')}?collaboration={collaboration.pk}"
    held, planned = collaboration.trainings.held().count(), collaboration.trainings.planned()
    ahead, untold = planned.count(), planned.untold().count()
    figures = [
        Figure(
            ngettext("%d training held", "%d trainings held", held) % held, f"{there}&state=held"
        )
    ]
    if ahead:
        words = ngettext("%d planned", "%d planned", ahead) % ahead
        figures.append(Figure(words, f"{there}&state=planned"))
    if untold:
        words = ngettext("%d waits for how it went", "%d wait for how they went", untold) % untold
        figures.append(Figure(words, f"{there}&untold=1"))
    may_add = user.has_perm("agreements.plan_training", collaboration)
    add_url = reverse("agreements:training-create", args=[collaboration.pk])
    return Card(
        key="trainings",
        title=_("Trainings"),
        text=_("Who taught whom what, and how many came."),
        icon="people",
        url=there,
        figures=tuple(figures),
        add_label=_("Record a training"),
        add_url=add_url if may_add else "",
    )
