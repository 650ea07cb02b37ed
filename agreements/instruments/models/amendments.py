"""An amendment: a draft of changes that becomes the agreement when it is signed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.documents.models import Document
from agreements.instruments.kinds import AmendmentKind, ChangeOf
from agreements.instruments.models.agreements import Agreement
from agreements.instruments.models.clauses import Clause
from agreements.instruments.querysets import AmendmentQuerySet, OfAmendmentQuerySet
from agreements.instruments.states import OPEN_AMENDMENT, AmendmentState
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned


@tracked
class Amendment(Timestamped, SampleMarked, Versioned):
    """Changes to an agreement in force, or its extension; at most one is open at a time."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="amendments")
    order = models.PositiveSmallIntegerField(_("order"), editable=False)
    kind = models.CharField(
        _("kind"), max_length=10, choices=AmendmentKind, default=AmendmentKind.CHANGE
    )
    number = models.CharField(_("number"), max_length=80, blank=True)
    reason = models.TextField(_("reason"), help_text=_("Why the agreement changes."))
    effective_on = models.DateField(
        _("takes effect on"), null=True, blank=True, help_text=_("Empty: when it is signed.")
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=AmendmentState,
        default=AmendmentState.DRAFT,
        editable=False,
    )
    state_since = models.DateField(_("since"), editable=False)
    merged_on = models.DateField(_("in effect since"), null=True, editable=False)
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="amendments",
        verbose_name=_("document"),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("recorded by"),
    )

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["agreement", "order"]
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")
        constraints = [
            models.UniqueConstraint(fields=["agreement", "order"], name="amendment_order_once"),
            models.UniqueConstraint(
                fields=["agreement"],
                name="amendment_one_open_at_a_time",
                condition=Q(state__in=OPEN_AMENDMENT),
                violation_error_message=_("There is already an open amendment."),
            ),
            models.CheckConstraint(
                name="amendment_state_is_known", condition=Q(state__in=AmendmentState.values)
            ),
            models.CheckConstraint(
                name="amendment_merged_has_a_date",
                condition=Q(state=AmendmentState.MERGED, merged_on__isnull=False)
                | (~Q(state=AmendmentState.MERGED) & Q(merged_on=None)),
            ),
            models.CheckConstraint(
                name="amendment_has_a_reason",
                condition=~Q(reason=""),
                violation_error_code="reason",
                violation_error_message=_("Say why the agreement changes."),
            ),
        ]

    def __str__(self):
        if self.number:
            return self.number
        name = f"{AmendmentKind.CHANGE.label} {self.order}"  # all of them are counted along
        is_extension = self.kind == AmendmentKind.EXTENSION
        return f"{name}: {AmendmentKind.EXTENSION.label}" if is_extension else name

    def get_absolute_url(self):
        return reverse("agreements:amendment-detail", args=[self.pk])


@tracked
class AmendmentChange(SampleMarked):
    """One line of the difference: a field or a clause, as it was and as it will be.

    `before` and `after` are what a form would send: text, ISO dates, numbers of records, lists
    joined by blanks. For clauses they hold number, text and who owes it, as an object.
    """

    amendment = models.ForeignKey(Amendment, on_delete=models.CASCADE, related_name="changes")
    of = models.CharField(_("what changes"), max_length=12, choices=ChangeOf)
    field = models.CharField(_("detail"), max_length=40, blank=True)
    clause = models.ForeignKey(
        Clause,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposed_changes",
        verbose_name=_("clause"),
    )
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)

    objects = OfAmendmentQuerySet.as_manager()

    class Meta:
        ordering = ["amendment", "pk"]
        verbose_name = _("change of an amendment")
        verbose_name_plural = _("changes of an amendment")
        constraints = [
            models.UniqueConstraint(
                fields=["amendment", "field"],
                name="amendment_change_field_once",
                condition=Q(of=ChangeOf.FIELD),
            ),
            models.UniqueConstraint(
                fields=["amendment", "clause"],
                name="amendment_change_clause_once",
                condition=Q(clause__isnull=False),
                violation_error_code="clause",
                violation_error_message=_("This amendment already changes that clause."),
            ),
            models.CheckConstraint(
                name="amendment_change_is_of_something",
                condition=Q(of=ChangeOf.FIELD, clause=None) & ~Q(field="")
                | Q(of=ChangeOf.NEW_CLAUSE, clause=None, field="")
                | Q(of__in=[ChangeOf.CLAUSE, ChangeOf.NO_CLAUSE], clause__isnull=False, field=""),
            ),
        ]

    def __str__(self):
        return f"{ChangeOf(self.of).label}: {self.field or self.clause or ''}"
