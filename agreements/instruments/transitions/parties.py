"""Which parties an agreement has, in which place, and whether they sign."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.charter.states import PartyState
from agreements.instruments.models import AgreementParty
from agreements.instruments.states import OVER
from agreements.instruments.transitions.content import again, one_line
from agreements.instruments.transitions.moving import (
    lock_agreement,
    lock_part,
    log,
    require_no_amendment,
    require_writing,
    save,
)
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked


@transaction.atomic
def add_party(*, agreement, by, party, must_sign=True, own_number="", position=None):
    """A party of the collaboration becomes one of the agreement, at the end unless told."""
    fresh = lock_agreement(agreement)
    require_writing(fresh)
    place = seat(fresh, party, must_sign, own_number, position=position)
    save(fresh)
    log(fresh, "party_added", by=by, subject=place)
    return place


def seat(agreement, party, must_sign, own_number, *, position=None):
    """Make its place; refused for a party of somewhere else or one that has left."""
    if party.collaboration_id != agreement.collaboration_id:
        raise Refused(_("Only parties of this collaboration can be in its agreements."))
    party = again(party)
    if party.state == PartyState.LEFT and not agreement.is_registered:
        raise Refused(_("%s has left the collaboration.") % party)
    last = agreement.parties.aggregate(last=Max("position"))["last"] or 0
    place = AgreementParty(
        agreement=agreement,
        party=party,
        position=position or last + 1,
        must_sign=must_sign,
        own_number=one_line(own_number),
        is_sample=agreement.is_sample,
    )
    return save_checked(place)


@transaction.atomic
def edit_party(*, place, by, must_sign=None, own_number=None, position=None):
    """Its role and place while the text is written; its own number as long as it is not over."""
    fresh, agreement = lock_part(place)
    if own_number is not None:
        fresh.own_number = one_line(own_number)
    if must_sign not in (None, fresh.must_sign) or position not in (None, fresh.position):
        require_writing(agreement)
        fresh.must_sign = fresh.must_sign if must_sign is None else must_sign
        _change_places(fresh, position)
    elif agreement.state in OVER and not agreement.is_registered:
        raise IllegalMove(_("This agreement is over."))
    require_no_amendment(agreement)
    save_checked(fresh)
    save(agreement)
    log(agreement, "party_edited", by=by, subject=fresh)
    return fresh


def _change_places(place, position):
    """Whoever stands there takes the place that becomes free."""
    if position is None or position == place.position:
        return
    others = place.agreement.parties.exclude(pk=place.pk)
    free, beyond = place.position, 1 + others.aggregate(m=Max("position", default=0))["m"]
    if other := others.filter(position=position).first():
        place.position = beyond + free  # nobody stands there: the rule knows no moment between
        save_checked(place)
        other.position = free
        save_checked(other)
    place.position = position


@transaction.atomic
def remove_party(*, place, by):
    """It is no party after all; refused while something says that it owes it."""
    fresh, agreement = lock_part(place)
    require_writing(agreement)
    if fresh.obligations.exists():
        raise Refused(_("%s owes something under a clause. Change the clause first.") % fresh)
    if fresh.papers.exists():
        raise Refused(_("A signed copy of %s is among the documents.") % fresh)
    name = str(fresh)
    if fresh.signatures.exists():
        raise Refused(_("%s has signed once; its signature stays on record.") % fresh)
    fresh.delete()
    save(agreement)
    log(agreement, "party_removed", by=by, subject=name)
    return agreement
