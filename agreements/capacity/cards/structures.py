"""The card of structures and leadership on the overview of capacity."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure
from agreements.capacity.leadership_gaps import leadership_of
from agreements.capacity.models import RoleAssignment, Structure
from agreements.charter.states import CollaborationState

ORDER = 10


def card_of(collaboration, user):
    here = [collaboration.pk]
    there = reverse("agreements:collaboration-structures", args=here)
    may_add = collaboration.state != CollaborationState.CLOSED and user.has_perm(
        "agreements.arrange_leadership", collaboration
    )
    return Card(
        key="structures",
        title=_("Structures and leadership"),
        text=_("Task forces and groups, who leads in which role, and where nobody does."),
        icon="diagram-3",
        url=there,
        figures=tuple(_figures(collaboration, there)),
        add_label=_("Set up a structure"),
        add_url=reverse("agreements:structure-create", args=here) if may_add else "",
    )


def _figures(collaboration, there):
    structures = list(Structure.objects.filter(collaboration=collaboration).for_tree())
    roles = list(RoleAssignment.objects.filter(collaboration=collaboration).for_list())
    number = sum(body.is_running for body in structures)
    yield Figure(
        ngettext("%d structure at work", "%d structures at work", number) % number,
        f"{there}#structures",
    )
    found = leadership_of(collaboration, structures=structures, roles=roles)
    words = _("%(filled)s of %(asked)s needed roles are held")
    place = "held" if found.held else "gaps"
    yield Figure(words % {"filled": found.filled, "asked": found.asked}, f"{there}#{place}")
    if gaps := len(found.gaps):
        yield Figure(ngettext("%d gap", "%d gaps", gaps) % gaps, f"{there}#gaps")
