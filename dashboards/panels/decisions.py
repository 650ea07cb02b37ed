"""Decisions that wait for a word: which parties are silent, or object without an answer yet."""

import datetime as dt
from collections import defaultdict
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.charter.states import CollaborationState
from agreements.engagement.states import SETTLED, DecisionState
from agreements.instruments.standing import in_short
from agreements.models import Decision, Party, Position, Representative
from dashboards.panels.positions import Word
from dashboards.panels.stuck import More, Stuck
from dashboards.sight import Sight

MOST = 20  # decisions told at home; the register has all


def decisions_for_my_position(sight: Sight) -> tuple[Word, ...]:
    """What the reader's own parties have not said yet, or somebody else said for them.

    Also what others answered to their objection, until they say whether it stands.
    """
    if sight.user.person_id is None or sight.user.is_auditor:
        return ()
    waiting = list(_open_to_words(sight))
    if not waiting:
        return ()
    mine = _mine(sight)
    rows = Position.objects.filter(party__in=mine, decision__in=waiting).with_open_answer()
    said = {(row.decision_id, row.party_id): row for row in rows}
    asked = [
        (decision, party, said.get((decision.pk, party.pk)))
        for decision in waiting
        for party in mine
        if party.collaboration_id == decision.collaboration_id
    ]
    silent = [
        _word(decision, party)
        for decision, party, row in asked
        if decision.state == DecisionState.UNDER_DELIBERATION and _is_silent(row)
    ]
    to_confirm = [
        _word(decision, party, is_to_confirm=True)
        for decision, party, row in asked
        if row is not None and row.is_on_behalf and row.stated_by_id != sight.user.pk
    ]
    answered = [
        _word(decision, party, is_answered=True)
        for decision, party, row in asked
        if decision.state == DecisionState.UNDER_DELIBERATION and _is_answered(row)
    ]
    return (*silent, *to_confirm, *answered)


def decisions_that_wait(sight: Sight) -> tuple[list[Stuck], list[More]]:
    """A line for each decision under deliberation that parties are silent on, or object to."""
    decisions = list(
        _told(sight)
        .filter(state=DecisionState.UNDER_DELIBERATION)
        .prefetch_related("positions__party__organization", "positions__answers")[:MOST]
    )
    parties = defaultdict(list)
    if decisions:
        for party in _deciding(sight):
            parties[party.collaboration_id].append(party)
    lines, more = [], []
    for decision in decisions:
        said = {row.party_id: row for row in decision.positions.all()}
        asked = parties[decision.collaboration_id]
        silent = [party for party in asked if _is_silent(said.get(party.pk))]
        objects = [row.party for row in said.values() if _is_unanswered(row)]
        if silent or objects:
            lines.append(_stuck(sight, decision, silent, objects))
            more.append(
                More(_("Positions on the decision"), len(silent + objects), _page(decision))
            )
    return lines, more


def _deciding(sight: Sight) -> Any:
    return (
        Party.objects.current(today=sight.today)
        .filter(collaboration__in=sight.ids, voice=Voice.DECIDES)
        .exclude(collaboration__state=CollaborationState.CLOSED)
        .select_related("organization", "collaboration")
        .order_by("organization__name", "pk")
    )


def _mine(sight: Sight) -> list[Any]:
    """The parties that the reader speaks for."""
    speaks = Representative.objects.current(today=sight.today).filter(
        party=OuterRef("pk"), person_id=sight.user.person_id
    )
    return list(_deciding(sight).filter(Exists(speaks)))


def _open_to_words(sight: Sight) -> Any:
    """Under deliberation, or settled with a word that waits for its party."""
    on_behalf = Position.objects.filter(decision=OuterRef("pk"), is_on_behalf=True)
    is_asked = Q(state=DecisionState.UNDER_DELIBERATION)
    return _told(sight).filter(is_asked | (Q(state__in=SETTLED) & Exists(on_behalf)))[:MOST]


def _told(sight: Sight) -> Any:
    return (
        Decision.objects.filter(meeting__collaboration__in=sight.ids)
        .exclude(meeting__collaboration__state=CollaborationState.CLOSED)
        .with_secrecy()
        .select_related("meeting__collaboration")
        .order_by("meeting__held_on", "pk")
    )


def _is_silent(row: Position | None) -> bool:
    return row is None or row.stance == Stance.NOT_STATED


def _is_answered(row: Any) -> bool:
    """The party's own objection has an answer, and it has said nothing since."""
    return row is not None and row.has_open_answer and not row.is_on_behalf


def _is_unanswered(row: Any) -> bool:
    answered = {answer.objection for answer in row.answers.all()}
    return row.stance == Stance.OBJECT and row.reason not in answered


def _word(
    decision: Any, party: Any, *, is_to_confirm: bool = False, is_answered: bool = False
) -> Word:
    return Word(
        href=_page(decision),
        title=_("Decision: %s") % decision.text,
        organization=party.organization.label,
        collaboration=decision.collaboration.title,
        is_sample=decision.is_sample,
        is_to_confirm=is_to_confirm,
        is_agreed=is_to_confirm,
        is_answered=is_answered,
        is_confidential=decision.is_confidential,
    )


def _stuck(sight: Sight, decision: Any, silent: list[Any], objects: list[Any]) -> Stuck:
    words = [
        ngettext("%d party objects", "%d parties object", len(objects)) % len(objects)
        if objects
        else "",
        ngettext("%d party is silent", "%d parties are silent", len(silent)) % len(silent)
        if silent
        else "",
    ]
    since: dt.date = decision.meeting.held_on
    return Stuck(
        badge=", ".join(filter(None, words)),
        tone="bad" if objects else "warn",
        icon="exclamation-circle" if objects else "hourglass-split",
        title=decision.text,
        href=_page(decision),
        on_whom=in_short([party.organization.label for party in (*objects, *silent)]),
        since=since,
        collaboration="" if sight.only else decision.collaboration.title,
        is_sample=decision.is_sample,
        is_confidential=decision.is_confidential,
    )


def _page(decision: Any) -> str:
    return f"{decision.get_absolute_url()}#positions"
