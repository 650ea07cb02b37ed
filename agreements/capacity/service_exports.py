"""Joint services and their requests as tables for a file."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from actors.importing.exporting import columns_of


def _names(rows):
    return ", ".join(row.party.organization.name for row in rows)


def _givers(rows):
    """Whom others named is told apart: it has not given its word."""
    sure = _names(row for row in rows if not row.is_on_behalf)
    named = (
        gettext("%s (not confirmed yet)") % row.party.organization.name
        for row in rows
        if row.is_on_behalf
    )
    return ", ".join(filter(None, (sure, *named)))


service_table = columns_of(
    (_("joint service"), lambda service: service.name),
    (
        _("purposes"),
        lambda service: "; ".join(
            f"{row.party.organization.name}: {row.purpose}" for row in service.purposes.all()
        ),
    ),
    (_("who gives it"), lambda service: _givers(service.givers.all())),
    (_("region"), lambda service: service.region and service.region.name),
    (_("place"), lambda service: service.place),
    (_("first held on"), lambda service: service.starts_on),
    (_("how often"), lambda service: service.rhythm),
    (_("open requests"), lambda service: service.open_requests),
    (_("state"), lambda service: service.get_state_display()),
    (_("collaboration"), lambda service: service.collaboration.title),
)
request_table = columns_of(
    (_("number"), lambda asked: asked.number),
    (_("joint service"), lambda asked: asked.service.name),
    (_("what is asked"), lambda asked: asked.what),
    (_("who asks"), lambda asked: asked.organization and asked.organization.name),
    (_("reference"), lambda asked: asked.reference),
    (_("asked on"), lambda asked: asked.asked_on),
    (_("due on"), lambda asked: asked.due_on),
    (_("closed on, as the giver states"), lambda asked: asked.closed_on),
    (_("recorded as closed on"), lambda asked: asked.closing_recorded_on),
    (_("state"), lambda asked: asked.get_state_display()),
)
