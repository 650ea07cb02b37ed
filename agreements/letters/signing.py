"""Who signed, as it stands on paper: by what right, and whether the party itself said so."""

from django.utils.translation import gettext as _

from agreements.instruments.kinds import Authority
from agreements.instruments.signed import signature_of
from agreements.instruments.states import PREPARING
from agreements.letters.standing import day_of

LINE = "\n\n" + "_" * 24


def signed_by(place, agreement, amendments):
    """The lines under a party: its signature, then those under the amendments."""
    signature = signature_of(place)
    blocks = [signature_words(signature, place) if signature else _without(place, agreement)]
    under = [(each, signature_of(place, each)) for each in amendments]
    blocks += [f"{each}: {signature_words(signed, place)}" for each, signed in under if signed]
    return "\n\n".join(blocks)


def signature_words(signature, place):
    """Name and post, day, power of attorney; what was recorded on behalf says so."""
    post, name = signature.appointment, str(signature.appointment)
    if post.organization_id != place.party.organization_id:
        name = f"{name}, {post.organization}"
    words = {"name": name, "day": day_of(signature.signed_on)}
    lines = [_("%(name)s, signed on %(day)s") % words]
    if signature.authority == Authority.POWER_OF_ATTORNEY:
        lines.append(_("By power of attorney: %(document)s") % {"document": signature.power})
    if signature.is_on_behalf:
        by = _("Recorded on its behalf by %(who)s, not yet confirmed by the party")
        lines.append(by % {"who": signature.recorded_by})
    return "\n".join(lines)


def _without(place, agreement):
    """No signature is recorded: it is still to come, was given on paper, or never was."""
    if not place.must_sign:
        return _("named in it, does not sign")
    if agreement.is_registered:
        return _("Signed elsewhere on %(day)s") % {"day": day_of(agreement.signed_on)}
    return LINE if agreement.state in PREPARING else _("not signed")
