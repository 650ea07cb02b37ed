"""The card of guidelines: what is issued, what is in the making, what is late."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure

ORDER = 24


def card_of(collaboration, user):
    there = f"{reverse('agreements:guideline-list')}?collaboration={collaboration.pk}"
    may_add = user.has_perm("agreements.begin_guideline", collaboration)
    add_url = reverse("agreements:guideline-create", args=[collaboration.pk])
    return Card(
        key="guidelines",
        title=_("Guidelines"),
        text=_("Juklak, juknis, SOP and NSPK: who drafts and reviews them, by when."),
        icon="journal-text",
        url=there,
        figures=tuple(_figures(collaboration.guidelines, there)),
        add_label=_("Begin a guideline"),
        add_url=add_url if may_add else "",
    )


def _figures(rows, there):
    issued, making = rows.issued().count(), rows.in_the_making().count()
    yield Figure(
        ngettext("%d guideline issued", "%d guidelines issued", issued) % issued,
        f"{there}&state=issued",
    )
    yield Figure(
        ngettext("%d in the making", "%d in the making", making) % making,
        f"{there}&in_the_making=1",
    )
    if late := rows.late().count():
        yield Figure(ngettext("%d late", "%d late", late) % late, f"{there}&late=1")
