"""What was answered to a request for assistance, what a superior said, and who pays what."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Trim
from django.db.models.lookups import GreaterThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.assistance_kinds import SHORTEST_REASON, AssistanceOutcome, CostSide
from agreements.capacity.models import assistance_guards as guards
from agreements.capacity.models.assistance import AssistanceRequest
from agreements.capacity.models.assistance_lists import RefusalGround
from agreements.capacity.querysets.assistance import (
    CostQuerySet,
    EscalationQuerySet,
    OfAssistanceQuerySet,
    as_compared,
)
from agreements.charter.models import Collaboration
from agreements.documents.models import Document
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned, account

IS_WRITTEN = Q(refusal_ground__isnull=False, letter__isnull=False) & Q(
    GreaterThanOrEqual(Length(Trim("reason")), SHORTEST_REASON)
)


def day_and_author(side):
    """Both are there, or neither is."""
    day, by = f"{side}_agreed_on", f"{side}_agreed_by"
    return Q(**{day: None, by: None}) | Q(**{f"{day}__isnull": False, f"{by}__isnull": False})


@tracked
class AssistanceResponse(Timestamped, SampleMarked, Versioned):
    """The answer of the party that was asked; a refusal has a ground, a reason and a letter."""

    request = models.OneToOneField(
        AssistanceRequest, on_delete=models.PROTECT, related_name="response"
    )
    outcome = models.CharField(_("answer"), max_length=8, choices=AssistanceOutcome)
    offered = models.TextField(_("what is given"), blank=True)
    withheld = models.TextField(
        _("what is not given, and why"), blank=True, default="", db_default=""
    )
    refusal_ground = models.ForeignKey(
        RefusalGround,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ground for the refusal"),
    )
    reason = models.TextField(pgettext_lazy("refusal", "reason"), blank=True)
    letter = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assistance_letters",
        verbose_name=_("letter"),
    )
    given_on = models.DateField(_("answered on"))
    given_by = account(_("answered by"))
    is_on_behalf = models.BooleanField(
        _("answered on behalf, not yet confirmed by the party"), default=False, editable=False
    )

    objects = OfAssistanceQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("answer to a request for assistance")
        verbose_name_plural = _("answers to requests for assistance")
        constraints = [
            models.CheckConstraint(
                name="assistance_outcome_is_known",
                condition=Q(outcome__in=AssistanceOutcome.values),
            ),
            models.CheckConstraint(
                name="assistance_refusal_is_written",
                condition=~Q(outcome=AssistanceOutcome.REFUSE) | IS_WRITTEN,
                violation_error_code="reason",
                violation_error_message=_(
                    "A refusal has a ground, a reason of at least 20 characters and a letter."
                ),
            ),
            models.CheckConstraint(
                name="assistance_only_a_refusal_has_a_ground",
                condition=Q(refusal_ground=None) | Q(outcome=AssistanceOutcome.REFUSE),
            ),
            models.CheckConstraint(
                name="assistance_partial_says_what",
                condition=~Q(outcome=AssistanceOutcome.PARTIAL) | ~Q(offered=""),
                violation_error_code="offered",
                violation_error_message=_("Say what is given, and what is not."),
            ),
            models.CheckConstraint(
                name="assistance_only_a_part_withholds",
                condition=Q(withheld="") | Q(outcome=AssistanceOutcome.PARTIAL),
            ),
        ]
        triggers = [
            guards.letter_of_one_collaboration(),
            guards.no_refusal_of_an_emergency(),
            guards.part_of_an_emergency_says_why(),
            guards.answer_fits("NEW.request_id", operation=guards.CHANGES),
            guards.answer_fits("OLD.request_id", operation=pgtrigger.Delete, name="answer_stays"),
        ]

    def __str__(self):
        return self.get_outcome_display()


@tracked
class AssistanceEscalation(Timestamped, SampleMarked):
    """A request that was brought before whoever stands above both parties, with its own clock.

    `escalated_by` is None where the calendar did it; it is closed unanswered where the request
    ended before an answer came.
    """

    request = models.ForeignKey(
        AssistanceRequest, on_delete=models.PROTECT, related_name="escalations"
    )
    superior = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assistance_escalations",
        verbose_name=_("common superior"),
    )
    reason = models.TextField(_("reason"))
    escalated_on = models.DateField(_("escalated on"))
    due_on = models.DateField(_("answer due"))
    escalated_by = account(_("escalated by"), null=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answered_by = account(_("answer recorded by"), null=True)
    closed_on = models.DateField(_("closed without an answer on"), null=True, editable=False)
    closed_because = models.TextField(
        _("why it was closed"), blank=True, default="", db_default="", editable=False
    )

    objects = EscalationQuerySet.as_manager()

    class Meta:
        ordering = ["escalated_on", "pk"]
        verbose_name = _("escalation of a request")
        verbose_name_plural = _("escalations of requests")
        constraints = [
            models.CheckConstraint(
                name="assistance_escalation_has_a_reason",
                condition=~Q(reason=""),
                violation_error_code="reason",
                violation_error_message=_("Say why, in a few words."),
            ),
            models.CheckConstraint(
                name="assistance_escalation_answered_with_words",
                condition=Q(answered_on=None, answered_by=None, answer="")
                | (Q(answered_on__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                violation_error_code="answer",
                violation_error_message=_("Write down what the superior answered."),
            ),
            models.CheckConstraint(
                name="assistance_escalation_closed_with_a_reason",
                condition=Q(closed_on=None, closed_because="")
                | (Q(closed_on__isnull=False) & ~Q(closed_because="")),
            ),
            models.CheckConstraint(
                name="assistance_escalation_due_after_it_began",
                condition=Q(due_on__gte=F("escalated_on")),
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(answered_on=None, closed_on=None),
                name="assistance_escalated_once_at_a_time",
                violation_error_message=_("It lies before the superior already."),
            ),
        ]

    def __str__(self):
        return self.reason

    @property
    def is_open(self):
        return self.answered_on is None and self.closed_on is None


@tracked
class AssistanceCost(Timestamped, SampleMarked, Versioned):
    """One item of what the help costs: who pays how much, agreed on by both sides."""

    request = models.ForeignKey(AssistanceRequest, on_delete=models.PROTECT, related_name="costs")
    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="+", editable=False
    )
    item = models.CharField(_("item"), max_length=200)
    amount = models.DecimalField(_("amount"), max_digits=18, decimal_places=2)
    requester_share = models.DecimalField(
        _("paid by the requester"), max_digits=18, decimal_places=2
    )
    giver_share = models.DecimalField(_("paid by the giver"), max_digits=18, decimal_places=2)
    budget_line = models.CharField(_("budget line"), max_length=80, blank=True)
    line_owner = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="assistance_lines",
        verbose_name=_("whose budget line it is"),
    )
    is_dropped = models.BooleanField(
        _("no longer to be paid"), default=False, db_default=False, editable=False
    )
    requester_agreed_on = models.DateField(null=True, editable=False)
    requester_agreed_by = account(_("agreed for the requester by"), null=True)
    giver_agreed_on = models.DateField(null=True, editable=False)
    giver_agreed_by = account(_("agreed for the giver by"), null=True)
    holds_line = models.BooleanField(
        _("agreed by whose budget line it is"), default=False, db_default=False, editable=False
    )
    opening_side = models.CharField(
        _("side that asks to open it again"),
        max_length=9,
        choices=CostSide,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    opening_on = models.DateField(null=True, editable=False)
    opening_by = account(_("asked to open it again by"), null=True)

    objects = CostQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("cost of assistance")
        verbose_name_plural = _("costs of assistance")
        constraints = [
            models.CheckConstraint(
                name="assistance_cost_names_an_item",
                condition=~Q(item=""),
                violation_error_code="item",
                violation_error_message=_("Say what is paid for."),
            ),
            models.CheckConstraint(
                name="assistance_cost_is_something",
                condition=Q(amount__gt=0),
                violation_error_code="amount",
                violation_error_message=_("A cost is more than nothing."),
            ),
            models.CheckConstraint(
                name="assistance_cost_shares_add_up",
                condition=Q(amount=F("requester_share") + F("giver_share")),
                violation_error_code="giver_share",
                violation_error_message=_("The two shares do not add up to the amount."),
            ),
            models.CheckConstraint(
                name="assistance_cost_shares_are_not_negative",
                condition=Q(requester_share__gte=0, giver_share__gte=0),
                violation_error_code="giver_share",
                violation_error_message=_("A share is not less than nothing."),
            ),
            models.UniqueConstraint(
                "line_owner",
                as_compared("item"),
                as_compared("budget_line"),
                condition=Q(holds_line=True, is_dropped=False),
                name="assistance_budget_line_pays_an_item_once",
                violation_error_code="budget_line",
                violation_error_message=_("This budget line pays for this item already."),
            ),
            models.CheckConstraint(
                name="assistance_budget_line_is_somebodys",
                condition=Q(budget_line="", line_owner=None)
                | (~Q(budget_line="") & Q(line_owner__isnull=False)),
                violation_error_code="budget_line",
                violation_error_message=_("Say whose budget line it is."),
            ),
            models.CheckConstraint(
                name="assistance_cost_line_is_held_by_agreeing",
                condition=Q(holds_line=False)
                | (
                    ~Q(budget_line="")
                    & (Q(requester_agreed_on__isnull=False) | Q(giver_agreed_on__isnull=False))
                ),
            ),
            models.CheckConstraint(
                name="assistance_cost_opening_is_of_what_is_agreed",
                condition=Q(opening_side="", opening_on=None, opening_by=None)
                | Q(
                    opening_side__in=CostSide.values,
                    opening_on__isnull=False,
                    opening_by__isnull=False,
                    requester_agreed_on__isnull=False,
                    giver_agreed_on__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="assistance_cost_agreed_by_somebody",
                condition=day_and_author("requester") & day_and_author("giver"),
            ),
            models.CheckConstraint(
                name="assistance_cost_agreed_by_two_people",
                condition=Q(requester_agreed_by=None)
                | Q(giver_agreed_by=None)
                | ~Q(requester_agreed_by=F("giver_agreed_by")),
                violation_error_message=_("Nobody agrees for both sides."),
            ),
        ]
        triggers = [
            guards.cost_of_one_collaboration(),
            guards.changed_cost_is_agreed_anew(),
            guards.agreed_cost_stands(),
            guards.costs_are_paid_with_the_help("NEW.request_id", operation=guards.CHANGES),
        ]

    def __str__(self):
        return self.item

    @property
    def is_agreed(self):
        return self.requester_agreed_on is not None and self.giver_agreed_on is not None
