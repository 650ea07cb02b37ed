"""The card of knowledge: what the parties know together, and what of it was used."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure

ORDER = 28


def card_of(collaboration, user):
    there = f"{reverse('agreements:knowledge-list')}?collaboration={collaboration.pk}"
    rows = collaboration.knowledge_assets.shared()
    shared, used = rows.count(), rows.used().count()
    may_add = user.has_perm("agreements.share_knowledge", collaboration)
    add_url = reverse("agreements:knowledge-create", args=[collaboration.pk])
    return Card(
        key="knowledge",
        title=_("Knowledge"),
        text=_("Datasets, studies, maps and lessons, who keeps them, and what rested on them."),
        icon="search",
        url=there,
        figures=(
            Figure(
                ngettext("%d asset shared", "%d assets shared", shared) % shared,
                f"{there}&state=shared",
            ),
            Figure(
                ngettext("%d of them used", "%d of them used", used) % used,
                f"{there}&state=shared&used=1",
            ),
        ),
        add_label=_("Share knowledge"),
        add_url=add_url if may_add else "",
    )
