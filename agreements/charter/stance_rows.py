"""The positions of all parties as a page shows them: who is silent, who may say what now."""

from collections import Counter

from agreements.charter.rules import represented_organizations
from agreements.charter.stances import FOR_IT, SILENT, Stance, deciding, deciding_on
from agreements.charter.states import CollaborationState

FEW = 5  # parties whose positions are all in sight


def positions_of(record, rows, user, *, make, is_asking, is_settled, coordinates, settled_on=None):
    """Every deciding party with its word; also who spoke and has left since.

    Args:
        record: what they are asked about; it has a `collaboration`.
        rows: the positions stated so far, with party, organization and who stated them.
        make: gives the row of a party that has none yet.
        is_asking: whether every party may state its position now.
        is_settled: whether a party may only confirm, or take an objection back.
        coordinates: whether the reader may speak on behalf of a silent party.
        settled_on: the day whose parties were asked; without it those of today are.
    """
    said = {row.party_id: row for row in rows}
    current = set(deciding(record.collaboration_id).values_list("pk", flat=True))
    asked = list(_asked(record, settled_on).for_list())
    was_asked = {party.pk for party in asked}
    if is_asking or is_settled:
        for party in asked:
            said.setdefault(party.pk, make(party))
    is_open = record.collaboration.state != CollaborationState.CLOSED
    mine = represented_organizations(user, record.collaboration_id) if is_open else frozenset()
    ordered = sorted(said.values(), key=lambda row: row.party.organization.name)
    for row in ordered:
        row.is_former = row.party_id not in current
        row.counts = row.party_id in was_asked
        row.is_own = is_own = row.party.organization_id in mine and not row.is_former
        is_open = (is_asking or is_settled) and not row.is_former
        row.may_confirm = is_open and row.is_on_behalf and is_own and row.stated_by != user
        speaks = coordinates and (row.stance == Stance.NOT_STATED or row.is_on_behalf)
        may_put_right = is_own and (row.is_on_behalf or row.stance == Stance.OBJECT)
        row.may_state = is_open and (
            (is_asking and (is_own or speaks)) or (is_settled and may_put_right)
        )
    return _in_sight(ordered) | {"is_carried": _is_carried(ordered)}


def _asked(record, day):
    if day is None:
        return deciding(record.collaboration_id)
    return deciding_on(record.collaboration_id, day)


def _in_sight(rows):
    """All of a few; of many, those that wait and the reader's own."""
    waiting = [row for row in rows if not row.is_former and row.stance in SILENT]
    settled = [row for row in rows if not (row in waiting or row.is_own)]
    settled = settled if len(rows) > FEW else []
    return {
        "positions": rows,
        "open_positions": [row for row in rows if row not in settled],
        "settled_positions": settled,
        "settled_words": counted(settled),
        "waiting": waiting,
    }


def _is_carried(rows):
    """Whether at least one party that still decides is for it."""
    return any(row.stance in FOR_IT for row in rows if not row.is_former)


def counted(rows):
    """How many said what, in a few words."""
    counts = Counter(row.stance for row in rows)
    said = [stance for stance in Stance if counts[stance]]
    return ", ".join(f"{counts[stance]} {stance.label}" for stance in said)
