"""What the list of needs offers beside each of them."""

from agreements.capacity.querysets.standing import Places
from agreements.charter.states import CollaborationState


def with_verbs(rows, user):
    """Each with `may_keep` and `may_pledge`, as the rules say; few questions for many rows.

    Nobody pledges to oneself, and what is covered needs no pledge: there is no button for it.
    """
    rows = list(rows)
    places = Places(user)
    for need in rows:
        is_open = need.collaboration.state != CollaborationState.CLOSED
        own = places.own.get(need.collaboration_id, ())
        runs = need.collaboration_id in places.run
        need.may_keep = is_open and (runs or need.organization_id in own)
        is_for_others = runs or bool(set(own) - {need.organization_id})
        need.may_pledge = is_open and need.is_open and need.missing > 0 and is_for_others
    return rows
