"""One answer: what was said goes into a sealed row beside nothing, then the turn is taken away.

The turn comes last. Whatever can fail has failed by then, with an unused link as with a used one:
else a failure would say, again and again and without spending the link, whether it was used.
"""

from django.db import connection, transaction
from django.utils.translation import gettext as _

from actors.organizations.kinds import Sector
from agreements.motivation.clock import is_answerable, today_of
from agreements.motivation.kinds import LONGEST_COMMENT, Circle
from agreements.motivation.models import (
    PulseInvitation,
    PulseItem,
    PulseLink,
    PulseSpool,
    PulseTurn,
    PulseWave,
)
from agreements.motivation.models.guards import DAY
from agreements.motivation.sealing import hash_of, seal, seen_alone
from collabgov.kit.errors import Refused


class UsedAlready(Refused):
    """The link was used before, by whomever."""


def wave_of(token):
    """The wave that a link belongs to, whether it was used or not, or None."""
    rows = PulseLink.objects.select_related("wave__collaboration", "wave__organization")
    link = rows.filter(pk=hash_of(token)).first()
    return link and link.wave


@transaction.atomic
def answer(*, token, said, comment="", today=None):
    """Spend the link and keep the answer, sealed. Nobody is named: not even `by=`.

    `said` holds by code of the statement a step from 1 to 5, or None for "don't know". Refused
    when the link was used before, and when the wave is not open.
    """
    hashed = hash_of(token)
    link = PulseLink.objects.filter(pk=hashed).first()
    if link is None:
        raise Refused(_("This link opens nothing to answer."))
    wave = _held_open(link.wave_id, today=today)
    checked = _checked(wave, said)
    remark = "" if wave.is_of_organization else seen_alone(comment).strip()[:LONGEST_COMMENT]
    row = PulseSpool(wave=wave)
    content = {"said": checked, "comment": remark, **_place_of(hashed)}
    row.sealed = seal(content, public_key=wave.public_key, label=str(row.pk))
    PulseSpool.objects.bulk_create([row])
    _spend(hashed)


def _spend(hashed):
    """Take the turn away. The invitation itself is left as it lies."""
    # One statement: of two that come at once, the second finds nothing left to take away.
    if not PulseTurn.objects.filter(pk=hashed).delete()[0]:
        raise UsedAlready(_("This link was used already. The first answer counts."))


def _held_open(pk, *, today):
    """The wave, held so that it does not close before this answer is in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM agreements_pulsewave WHERE id = %s FOR SHARE", [pk])
    wave = PulseWave.objects.select_related("collaboration", "organization").get(pk=pk)
    today = today or today_of(wave)
    if not is_answerable(wave, today):
        raise Refused(_("It is closed: nothing more is counted."))
    _go_by(today)
    return wave


def _go_by(today):
    """The database refuses what comes too late by this day, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [DAY, today.isoformat()])


def _place_of(hashed):
    """In which circle it is answered, and whether by a link that came by mail.

    Of a link that was used nobody knows either any more; what is sealed with it is not kept.
    """
    turn = PulseTurn.objects.filter(pk=hashed).select_related("invitation__party__organization")
    row = next((found.invitation for found in turn), PulseInvitation())
    return {"circle": _circle_of(row), "by_mail": bool(row.mailed_to)}


def _circle_of(invitation):
    """Of one organization all are in one circle, whatever becomes of its sector meanwhile: there is
    no breakdown, and no moment at which a second group could begin."""
    if invitation.party_id is None:
        return Circle.OTHERS
    is_government = invitation.party.organization.sector == Sector.GOVERNMENT
    return Circle.GOVERNMENT if is_government else Circle.OTHERS


def _checked(wave, said):
    """Only steps of statements that this wave asks."""
    codes = PulseItem.objects.of_wave(wave).values_list("code", flat=True)
    steps = {code: said.get(code) for code in codes}
    if any(step is not None and step not in range(1, 6) for step in steps.values()):
        raise Refused(_("Choose one of the steps that are offered."))
    if all(step is None for step in steps.values()):
        raise Refused(_("Answer at least one statement."))
    return steps
