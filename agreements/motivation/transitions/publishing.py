"""Show what a wave found, and take it to a meeting."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock, lock_row
from agreements.engagement.kinds import Phase
from agreements.engagement.transitions import add_topic
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.models import PulseDiscussion
from agreements.motivation.states import WAVE_MOVES, WaveState
from agreements.motivation.transitions.waves import held, log
from collabgov.kit.errors import IllegalMove
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


@transaction.atomic
def publish_wave(*, wave, by, note=""):
    """Everybody who sees the collaboration sees the same figures, at once and for good.

    Also in a collaboration that was closed meanwhile: people answered because all would see it.
    """
    if not wave.is_of_organization:
        lock(wave.collaboration_id)
    fresh = lock_row(wave)
    require_move(WAVE_MOVES, current=WaveState(fresh.state), target=WaveState.PUBLISHED)
    fresh.state = WaveState.PUBLISHED
    fresh.version += 1
    fresh.save()
    log(fresh, PulseEvent.PUBLISHED, by=by, came_from=WaveState.CLOSED, note=note)
    return fresh


@transaction.atomic
def discuss(*, wave, by, meeting):
    """Put the results on the agenda of a planned meeting; there once, however often it is sent.

    The topic and the wave are linked, so that each leads to the other.
    """
    fresh = held(wave)
    if fresh.state != WaveState.PUBLISHED:
        raise IllegalMove(_("Only published results are discussed."))
    topic = _("Results of the pulse “%(title)s”") % {"title": fresh.title}
    item = add_topic(meeting=meeting, by=by, topic=topic, phase=Phase.DELIBERATION)
    if not fresh.discussions.filter(item=item).exists():
        save_checked(PulseDiscussion(wave=fresh, item=item, is_sample=fresh.is_sample))
        day = date_format(meeting.held_on, "SHORT_DATE_FORMAT")
        log(fresh, PulseEvent.DISCUSSED, by=by, note=f"{meeting.title}, {day}")
    return item
