"""A remark that names somebody goes; nothing else in it can be changed."""

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock, lock_row
from agreements.motivation.kinds import REMOVED_REMARK, PulseEvent
from agreements.motivation.states import WaveState
from agreements.motivation.transitions.waves import log
from collabgov.kit.errors import IllegalMove, Refused


@transaction.atomic
def remove_remark(*, remark, by, reason):
    """All its words go, for good, and the page says so; why stands in the history.

    Also in a collaboration that is closed: whoever is named there is still named.
    """
    wave = remark.wave
    if not wave.is_of_organization:
        lock(wave.collaboration_id)
    wave = lock_row(wave)
    if wave.state != WaveState.PUBLISHED:
        raise IllegalMove(_("Only a published remark is removed: nobody reads another."))
    if not reason.strip():
        raise Refused(_("Say why it is removed, without the name."))
    fresh = lock_row(remark)
    if fresh.is_removed:
        raise Refused(_("This remark was removed already."))
    fresh.text = REMOVED_REMARK
    fresh.save(update_fields=["text"])
    log(wave, PulseEvent.REMARK_REMOVED, by=by, note=reason.strip())
    return fresh
