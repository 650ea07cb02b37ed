"""The card of ground rules: how the parties want to deal with each other."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure

ORDER = 20


def card_of(collaboration, user):
    here = [collaboration.pk]
    url = reverse("agreements:collaboration-ground-rules", args=here)
    adopted = collaboration.ground_rules.adopted().count()
    proposed = collaboration.ground_rules.proposed().count()
    figures = [
        Figure(ngettext("%d rule holds", "%d rules hold", adopted) % adopted, f"{url}#adopted")
    ]
    if proposed:
        words = ngettext("%d proposal", "%d proposals", proposed) % proposed
        figures.append(Figure(words, f"{url}#proposed"))
    may_add = user.has_perm("agreements.propose_ground_rule", collaboration)
    return Card(
        key="ground-rules",
        title=_("Ground rules"),
        text=_("How the parties deal with each other, and which decision says so."),
        icon="clipboard-check",
        url=url,
        figures=tuple(figures),
        add_label=_("Propose a ground rule"),
        add_url=reverse("agreements:ground-rule-create", args=here) if may_add else "",
    )
