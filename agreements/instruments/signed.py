"""Whose signature is still missing; read from what is prefetched where it is."""

from agreements.instruments.states import AmendmentState

SIGNED_UNDER = frozenset({AmendmentState.SIGNING, AmendmentState.MERGED})


def waits_for_word(signature):
    """Whether it was given on behalf of the party, under what still stands; see register.py."""
    amendment = signature.amendment
    stands = amendment is None or amendment.state in SIGNED_UNDER
    return stands and signature.is_on_behalf and signature.withdrawn_on is None


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
