"""What one organization pledges to another or to all, and what happened to that."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.amounts import amount_in_words, percent_in_words
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.models.guards import (
    declined_in_time,
    is_for_whose_need_it_is,
    meets_its_kind,
    moves_only,
    stands_where_it_arrived,
)
from agreements.capacity.models.needs import (
    ABOVE_ZERO,
    MONEY_HAS_NO_UNIT,
    WHOSE_NEED,
    Counted,
    ResourceNeed,
    plausible,
)
from agreements.capacity.querysets.pledges import PledgeChangeQuerySet, PledgeQuerySet
from agreements.capacity.states import OUTSTANDING, PLEDGE_MOVES, PROMISED, PledgeState
from agreements.charter.clock import now_in
from agreements.charter.models import Collaboration
from agreements.engagement.models import Decision, Meeting
from agreements.engagement.models.guards import of_decision, of_meeting, of_one_collaboration
from agreements.instruments.models import Clause
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned, account

OF_NEED = "(SELECT collaboration_id FROM agreements_resourceneed WHERE id = NEW.need_id)"
OF_CLAUSE = """(
    SELECT agreement.collaboration_id FROM agreements_clause clause
    JOIN agreements_agreement agreement ON agreement.id = clause.agreement_id
    WHERE clause.id = NEW.clause_id
)"""


def _source(model, name, label):
    return models.ForeignKey(
        model,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name=name,
        verbose_name=label,
    )


@tracked
class Pledge(Counted, Timestamped, SampleMarked, Versioned):
    """So much of one kind, from one organization, by a day; without a receiver it is for all."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="pledges"
    )
    giver = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="pledges_given",
        verbose_name=_("who gives"),
    )
    receiver = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="pledges_received",
        verbose_name=_("who receives"),
    )
    what = models.CharField(_("what is pledged"), max_length=300)
    made_on = models.DateField(_("pledged on"))
    due_on = models.DateField(_("delivered by"))
    original_due_on = models.DateField(_("first due"), editable=False)
    need = _source(ResourceNeed, "pledges", _("need that it meets"))
    meeting = _source(Meeting, "pledges", _("meeting"))
    decision = _source(Decision, "pledges", _("decision"))
    clause = _source(Clause, "pledges", _("clause"))
    state = models.CharField(
        _("state"), max_length=20, choices=PledgeState, default=PledgeState.OFFERED, editable=False
    )
    is_on_behalf = models.BooleanField(
        _("recorded for the giver, not yet confirmed by it"), default=False, editable=False
    )
    accepted_on_behalf = models.BooleanField(
        _("accepted for the receiver, not yet confirmed by it"), default=False, editable=False
    )
    recorded_by = account(_("recorded by"), related_name="recorded_pledges")

    objects = PledgeQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("pledge")
        verbose_name_plural = _("pledges")
        indexes = [
            models.Index(fields=["collaboration", "due_on"], name="pledge_collaboration_due"),
            models.Index(fields=["giver", "due_on"], name="pledge_giver_due"),
            models.Index(fields=["receiver", "due_on"], name="pledge_receiver_due"),
        ]
        constraints = [
            plausible("pledge_is_plausible", "quantity"),
            models.CheckConstraint(
                name="pledge_says_what",
                condition=~Q(what=""),
                violation_error_code="what",
                violation_error_message=_("Say what is pledged."),
            ),
            models.CheckConstraint(
                name="pledge_to_another",
                condition=Q(receiver=None) | ~Q(receiver=F("giver")),
                violation_error_code="receiver",
                violation_error_message=_("Nobody pledges to oneself: choose another receiver."),
            ),
            models.CheckConstraint(
                name="pledge_quantity_above_zero",
                condition=Q(quantity__gt=0),
                violation_error_code="quantity",
                violation_error_message=ABOVE_ZERO,
            ),
            models.CheckConstraint(
                name="pledge_money_has_no_unit",
                condition=Q(kind=ResourceKind.FUND, unit="")
                | (~Q(kind=ResourceKind.FUND) & ~Q(unit="")),
                violation_error_code="unit",
                violation_error_message=MONEY_HAS_NO_UNIT,
            ),
            models.CheckConstraint(
                name="pledge_due_after_made",
                condition=Q(due_on__gte=F("made_on"), original_due_on__gte=F("made_on")),
                violation_error_code="due_on",
                violation_error_message=_("A pledge cannot be due before it is made."),
            ),
            models.CheckConstraint(
                name="pledge_kind_is_known", condition=Q(kind__in=ResourceKind.values)
            ),
            models.CheckConstraint(
                name="pledge_state_is_known", condition=Q(state__in=PledgeState.values)
            ),
            models.CheckConstraint(
                name="pledge_accepted_on_behalf_of_somebody",
                condition=Q(accepted_on_behalf=False)
                | Q(receiver__isnull=False, state__in=[*PROMISED, PledgeState.WITHDRAWN]),
            ),
        ]
        triggers = [
            moves_only("pledge_moves_only", PLEDGE_MOVES),
            declined_in_time("pledge_declined_in_time"),
            meets_its_kind("pledge_meets_its_kind"),
            is_for_whose_need_it_is(WHOSE_NEED, "need_id", "receiver_id", need="NEW.need_id"),
            stands_where_it_arrived("pledge_stands_where_it_arrived"),
            of_one_collaboration(
                "pledge_of_one_collaboration",
                "NEW.collaboration_id",
                OF_NEED,
                of_meeting(),
                of_decision(),
                OF_CLAUSE,
            ),
        ]

    def __str__(self):
        return self.what

    def get_absolute_url(self):
        return reverse("agreements:pledge-detail", args=[self.pk])

    @property
    def was_moved(self):
        return self.due_on != self.original_due_on

    @property
    def is_outstanding(self):
        return self.state in OUTSTANDING

    @property
    def is_late(self):
        """Something is still owed, and the day has passed."""
        return self.is_outstanding and self.due_on < now_in(self.collaboration).date()

    @property
    def is_unsaid(self):
        """One of the two sides has not given its own word: it counts as no promise yet."""
        return self.state in PROMISED and (self.is_on_behalf or self.accepted_on_behalf)

    @property
    def silent_sides(self):
        """Names of those who have not given their own word yet to what others said for them."""
        sides = ((self.is_on_behalf, self.giver), (self.accepted_on_behalf, self.receiver))
        return ", ".join(side.name for waits, side in sides if waits)

    # The next ones are of rows that were read `with_amounts`.

    @property
    def delivered_amount(self):
        return amount_in_words(self.delivered, self.unit)

    @property
    def delivered_share(self):
        return percent_in_words(self.delivered, self.quantity)

    @property
    def confirmed_amount(self):
        return amount_in_words(self.confirmed, self.unit)

    @property
    def scheduled_amount(self):
        return amount_in_words(self.scheduled, self.unit)

    @property
    def is_exceeded(self):
        """More was delivered than was pledged: shown, never refused."""
        return self.delivered > self.quantity


@tracked
class PledgeChange(ChangeRow):
    """One line of a pledge's history: its own moves and days, and those of its deliveries."""

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="changes")
    delivery = models.ForeignKey(
        "agreements.Delivery", on_delete=models.PROTECT, null=True, related_name="changes"
    )
    old_due_on = models.DateField(_("old due date"), null=True)
    new_due_on = models.DateField(_("new due date"), null=True)
    is_on_behalf = models.BooleanField(_("on behalf of the party"), default=False)

    objects = PledgeChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the pledge's history")
        verbose_name_plural = _("lines of the pledges' history")
        constraints = [
            models.CheckConstraint(
                name="pledge_change_moves_the_day",
                condition=Q(old_due_on=None, new_due_on=None)
                | (
                    Q(old_due_on__isnull=False, new_due_on__isnull=False)
                    & ~Q(old_due_on=F("new_due_on"))
                ),
                violation_error_message=_("This is already the due date."),
            ),
        ]
