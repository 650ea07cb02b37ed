"""Which records may be one, which are not, and what was merged into what."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.duplicates.kinds import Kind, Reason
from actors.duplicates.querysets import MergeQuerySet, PairQuerySet
from collabgov.kit.audit import tracked


class Pair(models.Model):
    """Two records of one kind; the smaller id first, so that a pair has one row only."""

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    low = models.BigIntegerField(editable=False)
    high = models.BigIntegerField(editable=False)

    objects = PairQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.get_kind_display()} {self.low}, {self.high}"


class SuggestedPair(Pair):
    """Two records that look like one; found anew by each search, so nothing is lost with it."""

    reason = models.CharField(_("reason"), max_length=30, choices=Reason)
    score = models.FloatField(_("likeness"))
    found_at = models.DateTimeField(_("found at"), default=timezone.now)

    class Meta:
        verbose_name = _("suggested pair")
        verbose_name_plural = _("suggested pairs")
        ordering = ["-score", "low", "high"]
        indexes = [
            models.Index(F("kind"), F("score").desc(), F("low"), F("high"), name="pair_likeliest")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "low", "high"],
                name="suggested_pair_once",
                violation_error_message=_("This pair is already suggested."),
            ),
            models.CheckConstraint(
                name="suggested_pair_is_of_two",
                condition=Q(kind__in=Kind.values, low__lt=F("high")),
            ),
        ]


@tracked
class NotDuplicate(Pair):
    """Somebody looked at a pair and says that they are two."""

    note = models.CharField(_("why"), max_length=300, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("pair that is no duplicate")
        verbose_name_plural = _("pairs that are no duplicates")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "low", "high"],
                name="not_duplicate_once",
                violation_error_message=_("Somebody already said that they are two."),
            ),
            models.CheckConstraint(
                name="not_duplicate_is_of_two", condition=Q(kind__in=Kind.values, low__lt=F("high"))
            ),
        ]


@tracked(without=["choices", "steps"])
class Merge(models.Model):
    """One record became part of another: who, when, and every step, so that it can be undone.

    `choices` says from which side each field was taken; `steps` is what was written, in order,
    with the old values. Both may hold personal data: see `subject_erase`.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    kept_id = models.BigIntegerField(editable=False)
    away_id = models.BigIntegerField(editable=False)
    choices = models.JSONField(default=dict, editable=False)
    steps = models.JSONField(default=list, editable=False, encoder=DjangoJSONEncoder)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("undone by"),
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, editable=False)
    left_alone = models.JSONField(default=list, editable=False)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        indexes = [models.Index(fields=["kind", "kept_id"], name="merge_kept")]
        constraints = [
            models.CheckConstraint(
                name="merge_is_of_two",
                condition=Q(kind__in=Kind.values) & ~Q(kept_id=F("away_id")),
            ),
            models.CheckConstraint(
                name="merge_undone_by_somebody",
                condition=Q(undone_by=None, undone_at=None)
                | Q(undone_by__isnull=False, undone_at__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["kind", "away_id"],
                condition=Q(undone_at=None),
                name="merge_away_once",
                violation_error_message=_("This record was already merged into another."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.away_id} → {self.kept_id}"

    def get_absolute_url(self):
        return reverse("actors:merge-detail", args=[self.pk])
