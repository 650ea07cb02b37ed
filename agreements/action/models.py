"""Collaborative action: what each organization promised, and how it went."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.action.querysets import CommitmentQuerySet, HistoryQuerySet
from agreements.action.standing import days_after, standing_of
from agreements.action.states import CommitmentState
from agreements.charter.models import Collaboration
from agreements.engagement.models import Decision, Meeting
from agreements.engagement.models.secrecy import StaysInside
from agreements.instruments.models import Clause
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned


@tracked
class Commitment(StaysInside, Timestamped, SampleMarked, Versioned):
    """One organization's promise to do something by a date."""

    code = models.CharField(_("code"), max_length=20, unique=True, editable=False)
    collaboration = models.ForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="commitments",
        verbose_name=_("collaboration"),
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="commitments",
        verbose_name=_("organization"),
    )
    person = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("responsible person"),
    )
    promise = models.CharField(_("what is promised"), max_length=500)
    made_on = models.DateField(_("promised on"))
    due_on = models.DateField(_("due"))
    original_due_on = models.DateField(_("first due"), editable=False)
    meeting = models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("meeting"),
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("decision"),
    )
    clause = models.ForeignKey(
        Clause,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("clause"),
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=CommitmentState,
        default=CommitmentState.PROPOSED,
        editable=False,
    )
    reported_done_on = models.DateField(_("reported done on"), null=True, editable=False)
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="confirmed_commitments",
        verbose_name=_("confirmed by"),
    )
    is_answered_on_behalf = models.BooleanField(
        _("answered on behalf, not yet confirmed by the party"), default=False, editable=False
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="recorded_commitments",
        verbose_name=_("recorded by"),
    )
    source_note = models.CharField(_("source"), max_length=200, blank=True)
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        indexes = [
            models.Index(
                fields=["collaboration", "due_on", "id"],
                include=["organization"],
                condition=Q(state__in=["proposed", "accepted", "under_way"]),
                name="commitment_open_by_due",
            ),
            models.Index(fields=["organization", "due_on"], name="commitment_organization_due"),
            models.Index(fields=["collaboration", "original_due_on"], name="commitment_first_due"),
        ]
        constraints = [
            models.CheckConstraint(
                name="commitment_due_after_made",
                condition=Q(due_on__gte=F("made_on"), original_due_on__gte=F("made_on")),
                violation_error_message=_("A commitment cannot be due before it is made."),
            ),
            models.CheckConstraint(
                name="commitment_says_what",
                condition=~Q(promise=""),
                violation_error_message=_("Say what is promised."),
            ),
            models.CheckConstraint(
                name="commitment_state_is_known", condition=Q(state__in=CommitmentState.values)
            ),
            models.CheckConstraint(
                name="commitment_done_has_a_date",
                condition=Q(
                    state__in=[CommitmentState.REPORTED_DONE, CommitmentState.CONFIRMED],
                    reported_done_on__isnull=False,
                )
                | (
                    ~Q(state__in=[CommitmentState.REPORTED_DONE, CommitmentState.CONFIRMED])
                    & Q(reported_done_on=None)
                ),
            ),
            models.CheckConstraint(
                name="commitment_confirmed_by_somebody",
                condition=Q(
                    state=CommitmentState.CONFIRMED,
                    confirmed_on__isnull=False,
                    confirmed_by__isnull=False,
                )
                | (~Q(state=CommitmentState.CONFIRMED) & Q(confirmed_on=None, confirmed_by=None)),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.promise}"

    def get_absolute_url(self):
        return reverse("agreements:commitment-detail", args=[self.pk])

    @property
    def standing(self):
        """How it stands today, in words with a tone; see `agreements.action.standing`."""
        return standing_of(self)

    @property
    def punctuality(self):
        """On time or not, against the date that was first promised."""
        return days_after(self.reported_done_on, self.original_due_on)

    @property
    def was_moved(self):
        return self.due_on != self.original_due_on


@tracked
class CommitmentChange(ChangeRow):
    """One line of a commitment's history."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="changes")
    is_on_behalf = models.BooleanField(_("on behalf of the party"), default=False)

    objects = HistoryQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the commitment's history")
        verbose_name_plural = _("lines of the commitments' history")


@tracked
class DueDateChange(models.Model):
    """A new due date, with its reason; the first one stays on the commitment."""

    commitment = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, related_name="due_date_changes"
    )
    old_due_on = models.DateField(_("old due date"))
    new_due_on = models.DateField(_("new due date"))
    reason = models.TextField(_("reason"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("new due date")
        verbose_name_plural = _("new due dates")
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="due_date_change_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Say why the date moves."),
            ),
            models.CheckConstraint(
                name="due_date_change_moves_the_date",
                condition=~Q(old_due_on=F("new_due_on")),
                violation_error_message=_("This is already the due date."),
            ),
        ]

    def __str__(self):
        return f"{self.old_due_on} → {self.new_due_on}"


@tracked
class ProgressUpdate(SampleMarked):
    """A line on how a promise is going; may ask for help."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="updates")
    note = models.TextField(_("note"), blank=True)
    needs_help = models.BooleanField(_("needs help"), default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("progress update")
        verbose_name_plural = _("progress updates")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="progress_update_help_has_a_note",
                condition=Q(needs_help=False) | ~Q(note=""),
                violation_error_message=_("Say what help is needed."),
            )
        ]


class CommitmentSequence(models.Model):
    """The last number given out in a year, for codes such as KMT-2026-0142."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self):
        return f"{self.year}: {self.last}"
