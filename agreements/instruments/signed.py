"""Whose signature is still missing; read from what is prefetched where it is."""

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from agreements.instruments.kinds import AgreementEvent
from agreements.instruments.states import AgreementState, AmendmentState

SIGNED_UNDER = frozenset({AmendmentState.SIGNING, AmendmentState.MERGED})

TEXT_CHANGED = _("What is being signed has changed meanwhile. Read it, then sign once more.")


def text_signed(agreement, amendment=None):
    """Which text is signed now, as a form carries it: another one once it was open again."""
    if amendment is not None:
        return f"{amendment.pk}.{amendment.version}"
    offered = agreement.changes.filter(
        event=AgreementEvent.MOVED, to_state=AgreementState.READY_TO_SIGN
    ).exclude(from_state=AgreementState.PARTLY_SIGNED)  # a signature that was taken back
    return str(offered.aggregate(last=Max("pk"))["last"] or "")


def waits_for_word(signature):
    """Whether a standing one was given on behalf, under what still stands; see register.py."""
    amendment = signature.amendment
    stands = amendment is None or amendment.state in SIGNED_UNDER
    return stands and signature.is_on_behalf


def places_that_sign(agreement):
    """The parties that have to sign, in their order."""
    return [place for place in agreement.parties.all() if place.must_sign]


def signature_of(place, amendment=None):
    """The standing signature of a party under the agreement or the amendment, or None."""
    wanted = amendment.pk if amendment else None
    return next(
        (
            signature
            for signature in place.signatures.all()
            if signature.amendment_id == wanted and signature.withdrawn_on is None
        ),
        None,
    )


def unsigned(agreement, amendment=None):
    """The parties that have to sign and have not."""
    places = places_that_sign(agreement)
    return [place for place in places if signature_of(place, amendment) is None]


def is_signed(agreement, amendment=None):
    """Whether every party that has to sign did."""
    places = places_that_sign(agreement)
    return bool(places) and all(signature_of(place, amendment) for place in places)


def last_signed_on(agreement, amendment=None):
    """The day of the last standing signature."""
    standing = [signature_of(place, amendment) for place in agreement.parties.all()]
    return max(signature.signed_on for signature in standing if signature)
