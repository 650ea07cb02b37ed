"""From sealed rows to answers that belong to nobody, and from those to figures that stay.

Nothing leaves the spool while the wave is open: of two dumps around a batch of five, the second
would tell what those five said. When it closes, all answers are opened in random order and written
in one transaction, under new random numbers, in the order of those numbers. So a dump of the
database shows neither who came first nor who came together. No savepoint may be used here: each
would give its rows a transaction number of their own.
"""

import random
import uuid
from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock, lock_row
from agreements.motivation.clock import is_answerable, today_of
from agreements.motivation.comparing import with_changes
from agreements.motivation.counting import (
    Heard,
    by_mail_of,
    figures_of,
    measure_of,
    shown_circles,
    withheld_figures,
)
from agreements.motivation.kinds import (
    LEAST,
    LEAST_FOR_COMMENTS,
    LEAST_IN_DETAIL,
    Circle,
    PulseEvent,
)
from agreements.motivation.models import (
    PulseAnswer,
    PulseComment,
    PulseItem,
    PulseResponse,
    PulseResult,
    PulseSpool,
    PulseTurn,
    PulseWave,
)
from agreements.motivation.sealing import CannotOpen, unseal
from agreements.motivation.states import WAVE_MOVES, WaveState
from agreements.motivation.transitions.waves import log
from collabgov.kit.errors import Refused
from collabgov.kit.states import require_move

CHANCE = random.SystemRandom()


@transaction.atomic
def close_wave(*, wave, by, today=None, note=""):
    """Nothing is answered any more: the figures are written, and who answered is forgotten.

    Where too few answered nothing could ever be shown: their answers are thrown away unopened.
    """
    fresh = _to_close(wave)
    items = list(PulseItem.objects.of_wave(fresh))
    sealed = list(PulseSpool.objects.filter(wave=fresh))
    enough = _are_enough(fresh, len(sealed))
    if enough:
        figures = _counted(fresh, sealed, items)
    else:
        figures = withheld_figures(items, n=len(sealed), invited=fresh.invited)
    PulseResult.objects.bulk_create(PulseResult(wave=fresh, **row) for row in figures)
    _end(fresh, len(sealed), today, enough=enough)
    log(fresh, PulseEvent.CLOSED, by=by, came_from=WaveState.OPEN, note=note)
    return fresh


def close_by_hand(*, wave, by, reason="", today=None):
    """Somebody closes it; before its last day is over they say why, for those who still wanted to
    answer and for the history."""
    if not reason.strip() and is_answerable(wave, today):
        raise ValidationError(
            {"reason": _("Say why it closes before its last day: all who are asked read it.")}
        )
    return close_wave(wave=wave, by=by, today=today, note=reason.strip())


@transaction.atomic
def throw_away(*, wave, by, today=None):
    """Close a wave whose answers nobody can open any more; nothing of them is ever told.

    Refused while they can be opened: whoever dislikes what people may have said closes it as well.
    """
    fresh = _to_close(wave)
    sealed = list(PulseSpool.objects.filter(wave=fresh))
    if not _is_lost(fresh, sealed):
        raise Refused(_("The answers can be opened. Close it in the ordinary way instead."))
    items = list(PulseItem.objects.of_wave(fresh))
    figures = withheld_figures(items, n=0, invited=fresh.invited)
    PulseResult.objects.bulk_create(PulseResult(wave=fresh, **row) for row in figures)
    _end(fresh, 0, today, enough=False)
    log(fresh, PulseEvent.THROWN_AWAY, by=by, came_from=WaveState.OPEN)
    return fresh


def _to_close(wave):
    """Held, and open; a closed collaboration does not keep a wave open for ever."""
    if not wave.is_of_organization:
        lock(wave.collaboration_id)
    fresh = lock_row(wave)
    require_move(WAVE_MOVES, current=WaveState(fresh.state), target=WaveState.CLOSED)
    return fresh


def _are_enough(wave, answered):
    """Five answers, and five of people who got their link by mail.

    Links on paper go through the hands of whoever runs the pulse: with four of them used by one
    hand, the fifth answer would come out by subtraction.
    """
    reached = wave.invitations.by_mail().filter(turn=None).order_by()
    return min(answered, reached.count()) >= LEAST


def _counted(wave, sealed, items):
    """The figures of what was sealed; the answers and remarks that are kept are written."""
    opened = _opened(wave, sealed)
    answers = _blurred([answer for answer, _text in opened])
    by_mail = len(by_mail_of(answers))
    if by_mail >= LEAST_IN_DETAIL:
        _write(wave, answers)
    if by_mail >= LEAST_FOR_COMMENTS:
        _insert(
            PulseComment,
            [PulseComment(pk=uuid.uuid4(), wave=wave, text=text) for _a, text in opened if text],
        )
    figures = figures_of(answers, items, invited=wave.invited)
    return with_changes(figures, answers, items, before=_answers_before(wave))


def _opened(wave, rows):
    """(answer, comment) of each row, in no order."""
    CHANCE.shuffle(rows)
    try:
        found = [(row, unseal(row.sealed, salt=wave.salt, label=str(row.pk))) for row in rows]
    except CannotOpen as error:
        raise Refused(
            _(
                "The answers were sealed with a secret that this site no longer has. Whoever runs"
                " the site puts it into SECRET_KEY_FALLBACKS."
            )
        ) from error
    # What was sealed before this release has its circle no more: it counts in the whole alone; and
    # it came by mail where all links did.
    all_by_mail = not wave.invitations.on_paper().exists()
    return [(_heard(said, all_by_mail), said["comment"]) for _row, said in found]


def _heard(said, all_by_mail):
    return Heard(said.get("circle", ""), said["said"], said.get("by_mail", all_by_mail))


def _is_lost(wave, rows):
    try:
        _opened(wave, rows)
    except Refused:
        return True
    return False


def _answers_before(wave):
    """The answers of the wave that this one is compared with, as they were counted; or none.

    Fewer than ten are not kept, and nothing is compared with those, nor with a measure that was not
    told in detail then.
    """
    before = PulseWave.objects.compared_with(wave)
    if before is None:
        return []
    told = before.results.filter(circle=Circle.ALL, spread__isnull=False)
    measures = set(told.values_list("measure", flat=True))
    said = defaultdict(dict)
    for row in PulseAnswer.objects.filter(response__wave=before).select_related("item"):
        if measure_of(row.item) in measures:
            said[row.response_id][row.item.code] = row.value
    return [Heard("", steps, by_mail=True) for steps in said.values()]


def _blurred(answers):
    """Without the circles, where one of them would stand for fewer than five."""
    if shown_circles(answers) == {answer.circle for answer in answers}:
        return answers
    return [answer._replace(circle="") for answer in answers]


def _write(wave, answers):
    """All answers of the wave, under new numbers, in their order, in this one transaction."""
    items = {item.code: item for item in PulseItem.objects.of_wave(wave)}
    written = [
        (PulseResponse(pk=uuid.uuid4(), wave=wave, circle=answer.circle), answer.said)
        for answer in answers
    ]
    rows = [
        PulseAnswer(pk=uuid.uuid4(), response=response, item=items[code], value=value)
        for response, said in written
        for code, value in said.items()
    ]
    _insert(PulseResponse, [response for response, _said in written])
    _insert(PulseAnswer, rows)


def _insert(model, rows):
    model.objects.bulk_create(sorted(rows, key=lambda row: row.pk.int), batch_size=1_000)


def _end(wave, answered, today, *, enough):
    """From now on nobody can tell who answered: only how many, and of how many parties."""
    heard = _parties_heard(wave) if enough else None
    PulseSpool.objects.filter(wave=wave).delete()
    PulseTurn.objects.filter(invitation__wave=wave).delete()
    wave.answered, wave.parties_heard, wave.enough_by_mail = answered, heard, enough
    wave.closes_on = max(wave.opens_on, min(wave.closes_on, today or today_of(wave)))
    wave.state, wave.salt, wave.unsent = WaveState.CLOSED, "", []
    wave.version += 1
    wave.save()


def _parties_heard(wave):
    """Of how many parties somebody answered; None where that would tell of single people.

    Where a party has one voice by mail, "six of six" says of its one person that they answered.
    """
    voices = wave.invitations.order_by().values("party")
    single = voices.annotate(mailed=Count("pk", filter=~Q(mailed_to=""))).filter(mailed__lt=2)
    if wave.is_of_organization or single.exists():
        return None
    return wave.invitations.filter(turn=None).order_by().values("party").distinct().count()
