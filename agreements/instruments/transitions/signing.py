"""Signatures: who signed for which party, by what right; the last one puts it in force."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.states import PartyState
from agreements.charter.transitions.locking import require_reason
from agreements.documents.kinds import DocumentKind
from agreements.instruments.guards import parent_refusals, renewal_refusals
from agreements.instruments.kinds import Authority
from agreements.instruments.models import Signature
from agreements.instruments.rules import coordinates_it, speaks_for_place
from agreements.instruments.signed import TEXT_CHANGED, is_signed, last_signed_on, text_signed
from agreements.instruments.states import BINDING, SIGNING, AgreementState, AmendmentState
from agreements.instruments.transitions.beginning import come_into_force
from agreements.instruments.transitions.content import again
from agreements.instruments.transitions.in_effect import merge_if_ready
from agreements.instruments.transitions.moving import (
    lock_agreement,
    lock_row,
    log,
    move,
    not_in_future,
    require_not_over,
    require_nothing_signed_under,
    require_state,
    save,
)
from agreements.instruments.transitions.papers import document_for
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked

S = AgreementState


@transaction.atomic
def sign(
    *,
    place,
    by,
    appointment,
    signed_on,
    authority=Authority.OWN,
    power=None,
    power_file=None,
    amendment=None,
    under=None,
):
    """A party has signed, under the agreement or under its open amendment.

    Recorded by whoever speaks for the party, or by the coordinator on its behalf. With the last
    signature that is needed it is in force, or an amendment is merged, once its day has come.
    `under`: the text that whoever signs saw, see `text_signed`; under another nobody signs unseen.
    """
    agreement = lock_agreement(place.agreement)
    fresh = lock_row(place)
    fresh.agreement = agreement
    amended = _lock_amendment(agreement, amendment)
    signature = Signature(
        place=fresh,
        amendment=amended,
        appointment=again(appointment),
        authority=authority,
        signed_on=not_in_future(signed_on, field="signed_on"),
        recorded_by=by,
        is_on_behalf=_is_on_behalf(by, fresh),
        is_sample=agreement.is_sample,
    )
    _require_possible(agreement, amended)
    if under is not None and under != text_signed(agreement, amended):
        raise Refused(TEXT_CHANGED)
    if not fresh.must_sign:
        raise Refused(_("%s does not have to sign this agreement.") % fresh)
    _require_right(signature)
    signature.power = _power(signature, power, power_file, by=by)
    save_checked(signature)
    _go_on(agreement, amended, signature, by=by)
    return signature


def _lock_amendment(agreement, amendment):
    if amendment is None:
        return None
    fresh = lock_row(amendment)
    if fresh.agreement_id != agreement.pk:
        raise Refused(_("This amendment belongs to another agreement."))
    fresh.agreement = agreement
    return fresh


def _is_on_behalf(by, place):
    if speaks_for_place(by, place):
        return False
    if coordinates_it(by, place.agreement):
        return True
    raise Refused(_("Only who speaks for the party, or the coordinator, can record its signature."))


def _require_possible(agreement, amended):
    require_not_over(agreement)
    if amended is None:
        require_state(agreement, SIGNING)
        if agreement.is_registered:
            raise Refused(_("It was signed elsewhere: its paper is here, nobody signs it again."))
        if refusals := [*parent_refusals(agreement), *renewal_refusals(agreement)]:
            raise Refused(" ".join(refusals))
        return
    require_state(agreement, [S.IN_FORCE])
    if amended.state != AmendmentState.SIGNING:
        raise IllegalMove(_("This amendment is not open for signing."))


def _require_right(signature):
    """The post was theirs on that day, and of the party unless by power of attorney."""
    day, post, place = signature.signed_on, signature.appointment, signature.place
    if day < post.starts_on:
        raise ValidationError({"signed_on": _("On this day they did not hold the post yet.")})
    if post.ends_on is not None and day > post.ends_on:
        raise ValidationError({"signed_on": _("On this day they held the post no more.")})
    own = signature.authority == Authority.OWN
    if own and post.organization_id != place.party.organization_id:
        raise ValidationError(
            {"appointment": _("This post is not at %s: a power of attorney is needed.") % place}
        )
    if place.party.state == PartyState.LEFT and place.party.ends_on < day:
        raise Refused(_("%s has left the collaboration.") % place)
    _require_after(signature)


def _require_after(signature):
    """Not before what it rests on was signed: the parent, or for an amendment the agreement."""
    agreement = signature.place.agreement
    base = agreement if signature.amendment_id else agreement.parent
    if base is not None and base.signed_on and signature.signed_on < base.signed_on:
        raise ValidationError({"signed_on": _("“%s” was signed later than this day.") % base})
    approved_on = agreement.legislature_approved_on
    if approved_on and signature.amendment_id is None and signature.signed_on < approved_on:
        raise ValidationError({"signed_on": _("The legislature approved it later than this day.")})


def _power(signature, power, power_file, *, by):
    """The document of a power of attorney; by one's own authority there is none."""
    if signature.authority == Authority.OWN:
        if power is not None or power_file is not None:
            raise ValidationError(
                {"power": _("By the authority of the post no power of attorney is needed.")}
            )
        return None
    if power is None and power_file is None:
        raise ValidationError({"power_file": _("Add the power of attorney.")})
    return document_for(
        signature.place.agreement,
        by=by,
        kind=DocumentKind.POWER_OF_ATTORNEY,
        document=power,
        file=power_file,
        title=f"{DocumentKind.POWER_OF_ATTORNEY.label}: {signature.place}",
        field="power_file",
    )


def _go_on(agreement, amended, signature, *, by):
    """What follows from a signature."""
    event = "amendment_signed" if amended else "signed"
    log(agreement, event, by=by, subject=signature.place, is_on_behalf=signature.is_on_behalf)
    if amended is not None:
        merge_if_ready(agreement, amended, by=by)
        return
    if is_signed(agreement):
        agreement.signed_on = last_signed_on(agreement)
    if not come_into_force(agreement, by=by) and agreement.state == S.READY_TO_SIGN:
        move(agreement, S.PARTLY_SIGNED, by=by)
    else:
        save(agreement)


@transaction.atomic
def confirm_signature(*, signature, by):
    """The party stands by a signature that was recorded on its behalf."""
    agreement = lock_agreement(signature.place.agreement)
    fresh = lock_row(signature)
    if fresh.withdrawn_on or not fresh.is_on_behalf:
        raise Refused(_("This signature needs no confirmation."))
    if not speaks_for_place(by, fresh.place):
        raise Refused(_("Only who speaks for the party can confirm its signature."))
    if fresh.recorded_by_id == by.pk:
        raise Refused(_("You recorded it yourself, so somebody else has to confirm it."))
    fresh.is_on_behalf, fresh.confirmed_by = False, by
    save_checked(fresh)
    log(agreement, "signature_confirmed", by=by, subject=fresh.place)
    return fresh


@transaction.atomic
def take_back_signature(*, signature, by, reason):
    """The signature does not count, and says why; only before what it is under takes effect."""
    reason = require_reason(reason)
    agreement = lock_agreement(signature.place.agreement)
    fresh = lock_row(signature)
    if not (speaks_for_place(by, fresh.place) or coordinates_it(by, agreement)):
        raise Refused(_("Only who speaks for the party, or the coordinator, can take it back."))
    _require_not_binding(agreement, fresh)
    fresh.withdrawn_on, fresh.withdrawn_reason = timezone.localdate(), reason
    save_checked(fresh)
    log(agreement, "signature_withdrawn", by=by, subject=fresh.place, note=reason)
    if fresh.amendment_id is None:
        _step_back(agreement, by=by)
    return fresh


def _require_not_binding(agreement, signature):
    if signature.withdrawn_on is not None:
        raise Refused(_("This signature was taken back already."))
    if signature.amendment_id is None:
        if agreement.state in BINDING:
            raise IllegalMove(_("It is in force: a signature cannot be taken back any more."))
        require_state(agreement, SIGNING)
        if signature.place.must_sign:
            require_nothing_signed_under(agreement)
    elif signature.amendment.state != AmendmentState.SIGNING:
        raise IllegalMove(_("This amendment is not open for signing."))


def _step_back(agreement, *, by):
    """It waits for that signature; without any left it is ready to sign again."""
    if not is_signed(agreement):
        agreement.signed_on = None
    standing = Signature.objects.standing().filter(place__agreement=agreement, amendment=None)
    if standing.exists():
        save(agreement)
    else:
        move(agreement, S.READY_TO_SIGN, by=by)
