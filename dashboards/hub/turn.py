"""What waits for this very reader in a collaboration, each with the list that it opens."""

from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from dashboards import links
from dashboards.panels.agreements import Signatures, waits_for_my_signature
from dashboards.panels.owed import what_we_owe
from dashboards.panels.stuck import More
from dashboards.panels.theories import waits_for_my_position
from dashboards.sight import Sight


def your_turn(sight: Sight) -> tuple[More, ...]:
    """Answers, positions, signatures, late promises and values; only what there is."""
    if sight.user.is_auditor:
        return ()
    promises, positions = _promises(sight), waits_for_my_position(sight)
    signatures = waits_for_my_signature(sight)
    lines = (
        More(_("To answer"), promises["to_answer"], links.commitments(sight.where, waiting=1)),
        More(_("Your position"), len(positions), positions[0].href if positions else ""),
        More(_signing(signatures), signatures.total, links.agreements(sight.where, show="mine")),
        More(_("Ours, late"), promises["late"], links.commitments(sight.where, ours=1, late=1)),
        More(
            _("Values to report"), what_we_owe(sight).total, reverse("agreements:measurement-grid")
        ),
    )
    return tuple(line for line in lines if line.count)


def _promises(sight: Sight) -> dict[str, Any]:
    rows = sight.commitments()
    asked = rows.waiting_for(sight.user).order_by().values("pk")
    late = rows.ours(sight.user).overdue(today=sight.today).order_by().values("pk")
    return rows.aggregate(
        to_answer=Count("pk", filter=Q(pk__in=asked)), late=Count("pk", filter=Q(pk__in=late))
    )


def _signing(shelf: Signatures) -> str:
    """What the list of this chip wants of the reader."""
    if not shelf.unsigned:
        return _("To confirm")
    return _("To sign or confirm") if shelf.unsigned < shelf.total else _("To sign")
