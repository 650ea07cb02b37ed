"""The cards of resources: what is needed, pledged and delivered, and what was exchanged."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.capacity.cards import Card, Figure
from agreements.charter.states import CollaborationState

ORDER = 40


def card_of(collaboration, user):
    """Numbers of records; amounts stand on the page, kind by kind."""
    may_add = collaboration.state != CollaborationState.CLOSED and user.has_perm(
        "agreements.propose_pledge", collaboration
    )
    here = [collaboration.pk]
    return Card(
        key="resources",
        title=_("Resources"),
        text=_("What is needed, promised, scheduled, delivered and confirmed, kind by kind."),
        icon="inbox",
        url=reverse("agreements:collaboration-resources", args=here),
        figures=tuple(_figures(collaboration)),
        add_label=_("Record a pledge"),
        add_url=reverse("agreements:pledge-create", args=here) if may_add else "",
    )


def _figures(collaboration):
    where = f"?collaboration={collaboration.pk}"
    needs = collaboration.resource_needs.open().count()
    pledges = collaboration.pledges.promised().count()
    late = collaboration.pledges.late().count()
    yield Figure(
        ngettext("%d open need", "%d open needs", needs) % needs,
        f"{reverse('agreements:need-list')}{where}&state=open",
    )
    list_url = f"{reverse('agreements:pledge-list')}{where}"
    yield Figure(
        ngettext("%d pledge accepted", "%d pledges accepted", pledges) % pledges,
        f"{list_url}&promised=1",
    )
    if late:
        yield Figure(ngettext("%d late", "%d late", late) % late, f"{list_url}&late=1")
    yield Figure(
        _("Who gave what to whom"),
        reverse("agreements:collaboration-exchanges", args=[collaboration.pk]),
    )
