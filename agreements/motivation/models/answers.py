"""What was answered: sealed until it is counted, and never beside who said it.

None of these tables is tracked, knows a time, an account, an address or a request, or counts its
rows: the numbers are random. Rows are written in the order of those numbers, many in one
transaction, so that neither place nor transaction tells who came first.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.motivation.kinds import LEAST_FOR_COMMENTS, REMOVED_REMARK, Circle
from agreements.motivation.models import guards
from agreements.motivation.models.items import PulseItem
from agreements.motivation.models.waves import PulseWave
from agreements.motivation.querysets import CommentQuerySet, SealedQuerySet

CIRCLES = (Circle.GOVERNMENT.value, Circle.OTHERS.value)


class PulseSpool(models.Model):
    """One answer that waits, sealed: all are equally long, and the key is not in the database.

    In which circle somebody answers is inside the seal, too: beside it the only one of a small
    circle would be seen.
    """

    site_cleans = True
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(PulseWave, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    objects = SealedQuerySet.as_manager()

    class Meta:
        verbose_name = _("sealed answer")
        verbose_name_plural = _("sealed answers")
        triggers = [
            guards.while_answerable("pulse_spool_while_open"),
            guards.never_changed(),
        ]

    def __str__(self):
        return str(self.pk)


class PulseResponse(models.Model):
    """One answer to a wave; it belongs to nobody."""

    site_cleans = True
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(PulseWave, on_delete=models.CASCADE, related_name="+")
    circle = models.CharField(max_length=20, choices=Circle, blank=True)

    objects = SealedQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        constraints = [
            models.CheckConstraint(
                name="pulse_response_circle_is_coarse", condition=Q(circle__in=["", *CIRCLES])
            ),
        ]
        triggers = [
            guards.while_open("pulse_response_while_open", wave="NEW.wave_id"),
            guards.stays("pulse_response_stays", wave="OLD.wave_id"),
            guards.never_changed(),
        ]

    def __str__(self):
        return str(self.pk)


class PulseAnswer(models.Model):
    """What one answer says of one statement; nothing where somebody did not know."""

    site_cleans = True
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(PulseResponse, on_delete=models.CASCADE, related_name="answers")
    item = models.ForeignKey(PulseItem, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(null=True)

    objects = SealedQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a statement")
        verbose_name_plural = _("answers to statements")
        constraints = [
            models.UniqueConstraint(fields=["response", "item"], name="pulse_answer_once"),
            models.CheckConstraint(
                name="pulse_answer_is_a_step", condition=Q(value=None) | Q(value__range=(1, 5))
            ),
        ]
        triggers = [
            guards.while_open(
                "pulse_answer_while_open",
                wave="(SELECT wave_id FROM agreements_pulseresponse WHERE id = NEW.response_id)",
            ),
            guards.stays(
                "pulse_answer_stays",
                wave="(SELECT wave_id FROM agreements_pulseresponse WHERE id = OLD.response_id)",
            ),
            guards.never_changed(),
        ]

    def __str__(self):
        return str(self.pk)


class PulseComment(models.Model):
    """An open remark, apart from all answers; kept only where very many answered.

    It never changes; one that names somebody is removed as a whole.
    """

    site_cleans = True
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey(PulseWave, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField(_("comment"))

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]  # random, as its number is
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        triggers = [
            guards.while_open("pulse_comment_while_open", wave="NEW.wave_id"),
            guards.at_least_five("pulse_comment_of_many", LEAST_FOR_COMMENTS),
            guards.only_removed("pulse_comment_only_removed", text=REMOVED_REMARK),
            guards.never_taken(),
        ]

    def __str__(self):
        return self.text

    @property
    def is_removed(self):
        return self.text == REMOVED_REMARK
