"""The links of an open wave: which ones there are, and whose turn is still to come.

Neither of the tables is tracked, knows a time or counts its rows. Both are written at once when a
wave opens, in the order of the hashes. A link leads to the wave alone, so it may stay; a turn leads
to who is asked, and goes with the answer, or with the close.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.motivation.models import guards
from agreements.motivation.models.waves import HASH, PulseInvitation, PulseWave
from agreements.motivation.querysets import SealedQuerySet


class PulseLink(models.Model):
    """A link of this wave, whoever has it and whether it was used or not.

    The form opens by this alone: whoever follows a link does not learn from the page whether
    somebody answered by it. After the close it still says that the pulse is closed.
    """

    site_cleans = True
    token_hash = models.CharField(max_length=64, primary_key=True, editable=False)
    wave = models.ForeignKey(PulseWave, on_delete=models.CASCADE, related_name="links")

    objects = SealedQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a pulse")
        verbose_name_plural = _("links to pulses")
        constraints = [
            models.CheckConstraint(
                name="pulse_link_keeps_a_hash", condition=Q(token_hash__regex=HASH)
            ),
        ]
        triggers = [
            guards.while_open("pulse_link_while_open", wave="NEW.wave_id"),
            guards.never_changed(),
        ]

    def __str__(self):
        return str(self.wave)


class PulseTurn(models.Model):
    """Whoever is invited has not answered yet. Answering takes the row away."""

    site_cleans = True
    token_hash = models.CharField(max_length=64, primary_key=True, editable=False)
    invitation = models.OneToOneField(
        PulseInvitation, on_delete=models.CASCADE, related_name="turn"
    )

    objects = SealedQuerySet.as_manager()

    class Meta:
        verbose_name = _("turn to answer")
        verbose_name_plural = _("turns to answer")
        constraints = [
            models.CheckConstraint(
                name="pulse_turn_keeps_a_hash", condition=Q(token_hash__regex=HASH)
            ),
        ]
        triggers = [
            guards.while_open(
                "pulse_turn_while_open",
                wave="(SELECT wave_id FROM agreements_pulseinvitation"
                " WHERE id = NEW.invitation_id)",
            ),
            guards.never_changed(),
        ]

    def __str__(self):
        return str(self.invitation)
