"""Official assistance (Bantuan Kedinasan): one party asks another for help that it needs.

An emergency is not refused: the form does not offer it, the verb refuses it, and two triggers
hold it from both sides (`models.assistance_guards`).
"""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.assistance_kinds import (
    ENDED,
    EVERY_MOVE,
    AssistanceEvent,
    AssistanceState,
    HelpKind,
    Usefulness,
)
from agreements.capacity.models import assistance_guards as guards
from agreements.capacity.models.assistance_lists import GroundKind
from agreements.capacity.models.guards import moves_only
from agreements.capacity.querysets.assistance import AssistanceQuerySet, OfAssistanceQuerySet
from agreements.charter.models import Collaboration, Party
from agreements.documents.models import Document
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned, account

S = AssistanceState


@tracked
class AssistanceRequest(Timestamped, SampleMarked, Versioned):
    """What one party of a collaboration officially asks of another, and how it ended."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="assistance_requests"
    )
    from_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="assistance_asked",
        verbose_name=_("asked by"),
    )
    to_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="assistance_to_answer",
        verbose_name=_("asked of"),
    )
    subject = models.CharField(pgettext_lazy("letter", "subject"), max_length=200)
    kind = models.CharField(_("kind of help"), max_length=10, choices=HelpKind)
    what = models.TextField(_("what is asked"))
    grounds_note = models.TextField(_("how these grounds hold here"), blank=True)
    needed_by = models.DateField(_("needed by"))
    is_emergency = models.BooleanField(_("emergency"), default=False)
    emergency_reason = models.TextField(_("why it is an emergency"), blank=True)
    liable_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="liable_for_assistance",
        verbose_name=_("liable"),
    )
    liability_document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assistance_liabilities",
        verbose_name=_("document that says who is liable"),
    )
    follows = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="asked_again",
        verbose_name=_("asked again after"),
    )
    state = models.CharField(
        _("state"), max_length=12, choices=AssistanceState, default=S.DRAFT, editable=False
    )
    submitted_on = models.DateField(_("submitted on"), null=True, editable=False)
    answer_due_on = models.DateField(_("answer due"), null=True, editable=False)
    ended_on = models.DateField(_("ended on"), null=True, editable=False)
    result = models.TextField(_("result"), blank=True, editable=False)
    usefulness = models.CharField(
        _("how it helped"), max_length=6, choices=Usefulness, blank=True, editable=False
    )
    feedback = models.TextField(_("feedback to the giver"), blank=True, editable=False)
    giver_says = models.TextField(
        _("what the giver says"), blank=True, default="", db_default="", editable=False
    )
    given_on = models.DateField(_("given on"), null=True, editable=False)
    recorded_by = account(_("recorded by"))

    objects = AssistanceQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("request for assistance")
        verbose_name_plural = _("requests for assistance")
        indexes = [
            models.Index(fields=["collaboration", "state"], name="assistance_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                name="assistance_state_is_known", condition=Q(state__in=AssistanceState.values)
            ),
            models.CheckConstraint(
                name="assistance_kind_is_known", condition=Q(kind__in=HelpKind.values)
            ),
            models.CheckConstraint(
                name="assistance_asked_of_another_party",
                condition=~Q(from_party=F("to_party")),
                violation_error_code="to_party",
                violation_error_message=_("Assistance is asked of another party."),
            ),
            models.CheckConstraint(
                name="assistance_says_what",
                condition=~Q(subject="") & ~Q(what=""),
                violation_error_code="what",
                violation_error_message=_("Say what is asked."),
            ),
            models.CheckConstraint(
                name="assistance_other_liability_has_a_document",
                condition=Q(liable_party=F("from_party")) | Q(liability_document__isnull=False),
                violation_error_code="liability_document",
                violation_error_message=_(
                    "The requester is liable. Where another party is, name the document that says"
                    " so."
                ),
            ),
            models.CheckConstraint(
                name="assistance_emergency_says_why",
                condition=Q(is_emergency=False) | ~Q(emergency_reason=""),
                violation_error_code="emergency_reason",
                violation_error_message=_("Say why it is an emergency."),
            ),
            models.CheckConstraint(
                name="assistance_submitted_has_its_clock",
                condition=Q(state=S.DRAFT, submitted_on=None, answer_due_on=None)
                | Q(state=S.WITHDRAWN, submitted_on=None, answer_due_on=None)
                | (
                    ~Q(state=S.DRAFT)
                    & Q(submitted_on__isnull=False, answer_due_on__isnull=False)
                    & Q(answer_due_on__gte=F("submitted_on"))
                ),
            ),
            models.CheckConstraint(
                name="assistance_needed_after_it_is_asked",
                condition=Q(submitted_on=None) | Q(needed_by__gte=F("submitted_on")),
                violation_error_code="needed_by",
                violation_error_message=_("The day on which it is needed has passed."),
            ),
            models.CheckConstraint(
                name="assistance_ended_says_how",
                condition=(Q(state__in=ENDED, ended_on__isnull=False) & ~Q(result=""))
                | (~Q(state__in=ENDED) & Q(ended_on=None, result="", feedback="", usefulness="")),
                violation_error_code="result",
                violation_error_message=_("Say what came of it."),
            ),
            models.CheckConstraint(
                name="assistance_giver_says_what_and_when",
                condition=Q(giver_says="", given_on=None)
                | (Q(state__in=(S.DELIVERING, *ENDED), given_on__isnull=False) & ~Q(giver_says="")),
            ),
            models.CheckConstraint(
                name="assistance_usefulness_is_of_help_given",
                condition=Q(usefulness="") | Q(usefulness__in=Usefulness.values, state=S.COMPLETED),
            ),
        ]
        triggers = [
            guards.request_of_one_collaboration(),
            moves_only("assistance_moves_as_known", EVERY_MOVE),
            guards.refused_is_no_emergency(),
            guards.emergency_stays_one(),
            guards.emergency_is_near(),
            guards.emergency_in_part_says_why(),
            guards.has_a_ground("NEW.id", operation=guards.CHANGES),
            guards.answer_fits("NEW.id", operation=guards.CHANGES),
            guards.unfulfilled_emergency_is_escalated(),
            guards.costs_are_paid_with_the_help(
                "NEW.id",
                operation=pgtrigger.UpdateOf("state", "giver_says"),
                name="costs_follow_their_request",
            ),
            guards.withdrawn_owes_nothing(),
        ]

    def __str__(self):
        return self.subject

    def get_absolute_url(self):
        return reverse("agreements:assistance-detail", args=[self.pk])

    @property
    def costs_nothing(self):
        """Refused, not asked for any more, or it did not come and the giver says nothing else."""
        did_not_come = self.state == S.UNFULFILLED and not self.giver_says
        return self.state in (S.REFUSED, S.WITHDRAWN) or did_not_come

    @property
    def is_disputed(self):
        """The requester says that no help came, the giver that it did."""
        return self.state == S.UNFULFILLED and bool(self.giver_says)

    @property
    def was_handed_in(self):
        """It was submitted, whatever came of it since; a draft may be withdrawn without that."""
        return self.submitted_on is not None

    @property
    def answer(self):
        """The answer that stands, or None."""
        return getattr(self, "response", None)


@tracked
class AssistanceGround(SampleMarked):
    """A ground on which a request rests."""

    request = models.ForeignKey(AssistanceRequest, on_delete=models.PROTECT, related_name="grounds")
    kind = models.ForeignKey(
        GroundKind, on_delete=models.PROTECT, related_name="+", verbose_name=_("ground")
    )

    objects = OfAssistanceQuerySet.as_manager()

    class Meta:
        ordering = ["kind__position", "pk"]
        verbose_name = _("ground of a request")
        verbose_name_plural = _("grounds of requests")
        constraints = [
            models.UniqueConstraint(
                fields=["request", "kind"],
                name="assistance_ground_once",
                violation_error_message=_("This ground is named already."),
            ),
        ]
        triggers = [
            guards.has_a_ground("OLD.request_id", operation=pgtrigger.Update | pgtrigger.Delete),
        ]

    def __str__(self):
        return str(self.kind)


@tracked
class AssistanceChange(ChangeRow):
    """One line of a request's history; `made_by` is None where the calendar did it."""

    made_by = account(_("by"), null=True)
    request = models.ForeignKey(AssistanceRequest, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=20, choices=AssistanceEvent, default=AssistanceEvent.MOVED
    )
    is_on_behalf = models.BooleanField(_("on behalf of the party"), default=False)

    objects = OfAssistanceQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the request's history")
        verbose_name_plural = _("lines of the requests' history")
        constraints = [
            models.CheckConstraint(
                name="assistance_change_event_is_known",
                condition=Q(event__in=AssistanceEvent.values),
            )
        ]
