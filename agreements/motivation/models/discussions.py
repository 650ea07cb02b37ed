"""That the results of a wave stand on the agenda of a meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.engagement.models import AgendaItem
from agreements.engagement.models import guards as parties
from agreements.motivation.models.waves import PulseWave
from agreements.motivation.querysets import DiscussionQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked

# An organization's own assessment is of no collaboration, so no meeting is of the same one.
OF_WAVE = "(SELECT coalesce(collaboration_id, 0) FROM agreements_pulsewave WHERE id = NEW.wave_id)"


@tracked
class PulseDiscussion(SampleMarked):
    """One topic of one meeting at which a pulse is talked about; it goes with its topic.

    When, and by whom it was put there, the history of the wave says. The topic may go on in later
    meetings: those are found by its thread.
    """

    wave = models.ForeignKey(
        PulseWave, on_delete=models.CASCADE, related_name="discussions", verbose_name=_("pulse")
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.CASCADE,
        related_name="pulse_discussions",
        verbose_name=_("agenda item"),
    )

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "pk"]
        verbose_name = _("discussion of a pulse")
        verbose_name_plural = _("discussions of pulses")
        constraints = [
            models.UniqueConstraint(
                fields=["wave", "item"],
                name="pulse_discussion_once",
                violation_error_message=_("These results are on this agenda already."),
            ),
        ]
        triggers = [
            parties.of_one_collaboration(
                "pulse_discussion_of_one_collaboration", OF_WAVE, parties.of_topic("item_id")
            ),
        ]

    def __str__(self):
        return str(self.wave)
