"""What waits for this very reader in a collaboration, each with the list that it opens."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from agreements.goals.owed_places import Place
from dashboards import links
from dashboards.panels.agreements import Signatures, waits_for_my_signature
from dashboards.panels.arrangements import arrangements_for_me
from dashboards.panels.assistance import assistance_for_me
from dashboards.panels.decisions import decisions_for_my_position
from dashboards.panels.minutes import MinutesWord, waits_for_my_answer
from dashboards.panels.owed import what_we_owe
from dashboards.panels.pledges import pledges_for_me
from dashboards.panels.positions import Word, waits_for_my_position
from dashboards.panels.proposals import Proposals, proposals_for_my_answer
from dashboards.panels.services import services_for_me
from dashboards.panels.stuck import More
from dashboards.sight import Sight


def your_turn(sight: Sight) -> tuple[More, ...]:
    """Answers, positions, signatures, late promises and values; only what there is."""
    if sight.user.is_auditor:
        return ()
    promises = _promises(sight)
    positions = (*waits_for_my_position(sight), *decisions_for_my_position(sight))
    signatures = waits_for_my_signature(sight)
    proposed, helping = proposals_for_my_answer(sight), assistance_for_me(sight)
    lines = (
        More(_("To answer"), promises["to_answer"], links.commitments(sight.where, waiting=1)),
        *_positions(positions),
        *_minutes(waits_for_my_answer(sight, here=True)),
        More(_proposing(proposed), proposed.total, proposed.href),
        More(_("Assistance: your turn"), helping.total, helping.href),
        *(More(*line) for line in pledges_for_me(sight).counts),
        *(More(*line) for line in services_for_me(sight).counts),
        *(More(*line) for line in arrangements_for_me(sight).counts),
        More(_signing(signatures), signatures.total, signatures.href),
        More(_("Ours, late"), promises["late"], links.commitments(sight.where, ours=1, late=1)),
        *_values(what_we_owe(sight).places),
    )
    return tuple(line for line in lines if line.count)


def _promises(sight: Sight) -> dict[str, Any]:
    rows = sight.commitments()
    asked = rows.waiting_for(sight.user).order_by().values("pk")
    late = rows.ours(sight.user).overdue(today=sight.today).order_by().values("pk")
    return rows.aggregate(
        to_answer=Count("pk", filter=Q(pk__in=asked)), late=Count("pk", filter=Q(pk__in=late))
    )


def _positions(words: Iterable[Word]) -> tuple[More, ...]:
    """A chip for each version: what was said for the reader on one that holds, and on a new one."""
    pages = Counter((_asks_for(word), word.href) for word in words)
    return tuple(More(asks, number, href) for (asks, href), number in pages.items())


def _asks_for(word: Word) -> str:
    if word.is_answered:
        return _("Your objection was answered")
    return _("Position to confirm") if word.is_agreed else _("Your position")


def _minutes(words: Iterable[MinutesWord]) -> tuple[More, ...]:
    """A chip for each meeting whose minutes want a word of the reader's parties."""
    pages = Counter((word.is_to_confirm, word.href) for word in words)
    return tuple(
        More(_("Answer to confirm") if is_to_confirm else _("Minutes to answer"), number, href)
        for (is_to_confirm, href), number in pages.items()
    )


def _proposing(shelf: Proposals) -> str:
    """What was answered on behalf of the reader's party is confirmed, the rest is answered."""
    if not shelf.to_confirm:
        return _("Proposals to answer")
    is_all = shelf.to_confirm == shelf.total
    return _("Answer to confirm") if is_all else _("Proposals to answer or confirm")


def _values(places: Sequence[Place]) -> tuple[More, ...]:
    """A chip for each organization that the reader reports for."""
    words = _("Values to report")
    several = len(places) > 1
    return tuple(
        More(f"{words}: {place.whose}" if several else words, place.number, place.url)
        for place in places
    )


def _signing(shelf: Signatures) -> str:
    """What the list of this chip wants of the reader."""
    if not shelf.unsigned:
        return _("To confirm")
    return _("To sign or confirm") if shelf.unsigned < shelf.total else _("To sign")
