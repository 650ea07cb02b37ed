"""Minutes as they were shared: frozen in versions, answered party by party, adopted."""

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Party
from agreements.engagement.kinds import REPLIED, ReplyOutcome, Word
from agreements.engagement.models.guards import of_one_collaboration, of_party
from agreements.engagement.models.meetings import Meeting
from agreements.engagement.querysets.minutes import MinutesAnswerQuerySet, MinutesVersionQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped


@tracked
class MinutesVersion(SampleMarked):
    """What the minutes of a meeting said when they were shared; a correction is another version."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="minutes", verbose_name=_("meeting")
    )
    number = models.PositiveSmallIntegerField(_("version"), editable=False)
    content = models.JSONField(_("what the minutes say"), encoder=DjangoJSONEncoder)
    reason = models.TextField(_("reason"), blank=True)
    shared_at = models.DateTimeField(_("shared at"), editable=False)
    shared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("shared by"),
    )
    answer_by = models.DateField(_("answers until"))
    adopted_at = models.DateTimeField(_("adopted at"), null=True, editable=False)
    adopted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("adopted by"),
    )

    objects = MinutesVersionQuerySet.as_manager()

    class Meta:
        ordering = ["meeting", "-number"]
        verbose_name = _("version of minutes")
        verbose_name_plural = _("versions of minutes")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="minutes_version_number_once"
            ),
            models.CheckConstraint(
                name="minutes_version_counts_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="minutes_version_later_ones_have_a_reason",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_code="reason",
                violation_error_message=_("Say what this version corrects."),
            ),
            models.CheckConstraint(
                name="minutes_version_adopted_by_somebody",
                condition=Q(adopted_at=None, adopted_by=None)
                | Q(adopted_at__isnull=False, adopted_by__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="what_was_shared_stays",
                fields=[
                    *("meeting", "number", "content", "reason"),
                    *("shared_at", "shared_by", "answer_by"),
                ],
            ),
            pgtrigger.Protect(
                name="adopted_minutes_stay",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__adopted_at__isnull=False),
            ),
            pgtrigger.Protect(name="no_version_is_removed", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.meeting} · {self.number}"

    def get_absolute_url(self):
        return reverse("agreements:minutes-version", args=[self.meeting_id, self.number])

    @property
    def is_adopted(self):
        return self.adopted_at is not None


@tracked
class MinutesAnswer(Timestamped, SampleMarked):
    """What one party that was present says to a version; silence stays silence."""

    minutes = models.ForeignKey(
        MinutesVersion,
        on_delete=models.PROTECT,
        related_name="answers",
        verbose_name=_("version of minutes"),
    )
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="minutes_answers", verbose_name=_("party")
    )
    word = models.CharField(_("answer"), max_length=12, choices=Word, default=Word.SILENT)
    text = models.TextField(_("in its words"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )
    is_on_behalf = models.BooleanField(
        _("recorded on behalf, not yet confirmed by the party"), default=False, editable=False
    )
    reply = models.TextField(_("reply"), blank=True)
    replied_on = models.DateField(_("replied on"), null=True, editable=False)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("replied by"),
    )
    outcome = models.CharField(
        _("what the party says to the reply"),
        max_length=10,
        choices=ReplyOutcome,
        default=ReplyOutcome.OPEN,
        blank=True,
        editable=False,
    )

    objects = MinutesAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["minutes", "party__organization__name", "pk"]
        verbose_name = _("answer to minutes")
        verbose_name_plural = _("answers to minutes")
        constraints = [
            models.UniqueConstraint(fields=["minutes", "party"], name="minutes_answer_once"),
            models.CheckConstraint(
                name="minutes_answer_is_known", condition=Q(word__in=Word.values)
            ),
            models.CheckConstraint(
                name="minutes_answer_given_by_somebody",
                condition=Q(word=Word.SILENT, text="", answered_on=None, answered_by=None)
                & Q(is_on_behalf=False)
                | (~Q(word=Word.SILENT) & Q(answered_on__isnull=False, answered_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="minutes_answer_no_has_words",
                condition=~Q(word__in=REPLIED) | ~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Say what should be different."),
            ),
            models.CheckConstraint(
                name="minutes_answer_reply_by_somebody",
                condition=Q(reply="", replied_on=None, replied_by=None)
                | (~Q(reply="") & Q(replied_on__isnull=False, replied_by__isnull=False))
                & Q(word__in=REPLIED),
            ),
            models.CheckConstraint(
                name="minutes_answer_outcome_of_a_reply",
                condition=Q(outcome=ReplyOutcome.OPEN)
                | (Q(outcome__in=ReplyOutcome.values) & ~Q(reply="")),
            ),
        ]
        triggers = [
            of_one_collaboration(
                "minutes_answer_of_one_collaboration",
                of_party("party_id"),
                "(SELECT m.collaboration_id FROM agreements_minutesversion AS v"
                " JOIN agreements_meeting AS m ON m.id = v.meeting_id WHERE v.id = NEW.minutes_id)",
            ),
        ]

    def __str__(self):
        return f"{self.party}: {Word(self.word).label}"

    @property
    def is_silent(self):
        return self.word == Word.SILENT

    @property
    def waits_for_a_reply(self):
        """A correction that was asked for, or an objection, that nobody has replied to."""
        return self.word in REPLIED and not self.reply
