"""What the parties lack to act together, and what became of it."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.amounts import MOST, amount_in_words
from agreements.capacity.kinds import ResourceKind
from agreements.capacity.models.guards import (
    is_for_whose_need_it_is,
    moves_only,
    stays_of_its_kind,
)
from agreements.capacity.querysets.pledges import NeedQuerySet
from agreements.capacity.states import NEED_MOVES, NeedState
from agreements.charter.clock import today_in
from agreements.charter.models import Collaboration
from agreements.charter.querysets import ChangeQuerySet
from agreements.engagement.models.guards import of_one_collaboration
from agreements.goals.models import Goal
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

MONEY_HAS_NO_UNIT = _("Money is counted in rupiah and has no unit; everything else has one.")
WHOSE_NEED = "pledge_is_for_whose_need_it_is"
TOO_MUCH = _("This is far more than can be meant: an amount has at most 14 digits.")


def plausible(name, *columns):
    """Nobody means an amount of fifteen digits: a slip of the keys would drown every sum."""
    fits = Q()
    for column in columns:
        fits &= Q(**{column: None}) | Q(**{f"{column}__lte": MOST})
    return models.CheckConstraint(
        name=name,
        condition=fits,
        violation_error_code=columns[0],
        violation_error_message=TOO_MUCH,
    )


ABOVE_ZERO = _("Say how much: a number above zero.")


class Counted(models.Model):
    """How much of which kind: rupiah where it is money, else a number with its unit."""

    kind = models.CharField(_("kind"), max_length=20, choices=ResourceKind)
    quantity = models.DecimalField(_("how much"), max_digits=18, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=40, blank=True)

    class Meta:
        abstract = True

    @property
    def amount(self):
        return amount_in_words(self.quantity, self.unit)


@tracked
class ResourceNeed(Counted, Timestamped, SampleMarked, Versioned):
    """Something that is missing: for one party, or for the collaboration as a whole."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="resource_needs"
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resource_needs",
        verbose_name=_("who needs it"),
    )
    goal = models.ForeignKey(
        Goal,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="resource_needs",
        verbose_name=_("goal"),
    )
    what = models.CharField(_("what is needed"), max_length=300)
    needed_by = models.DateField(_("needed by"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=NeedState, default=NeedState.OPEN, editable=False
    )

    objects = NeedQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "needed_by", "pk"]
        verbose_name = _("resource need")
        verbose_name_plural = _("resource needs")
        constraints = [
            plausible("need_is_plausible", "quantity"),
            models.CheckConstraint(
                name="need_says_what",
                condition=~Q(what=""),
                violation_error_code="what",
                violation_error_message=_("Say what is needed."),
            ),
            models.CheckConstraint(
                name="need_quantity_above_zero",
                condition=Q(quantity__gt=0),
                violation_error_code="quantity",
                violation_error_message=ABOVE_ZERO,
            ),
            models.CheckConstraint(
                name="need_money_has_no_unit",
                condition=Q(kind=ResourceKind.FUND, unit="")
                | (~Q(kind=ResourceKind.FUND) & ~Q(unit="")),
                violation_error_code="unit",
                violation_error_message=MONEY_HAS_NO_UNIT,
            ),
            models.CheckConstraint(
                name="need_kind_is_known", condition=Q(kind__in=ResourceKind.values)
            ),
            models.CheckConstraint(
                name="need_state_is_known", condition=Q(state__in=NeedState.values)
            ),
        ]
        triggers = [
            moves_only("need_moves_only", NEED_MOVES),
            stays_of_its_kind("need_stays_of_its_kind"),
            is_for_whose_need_it_is(WHOSE_NEED, "organization_id", need="NEW.id"),
            of_one_collaboration(
                "need_of_one_collaboration",
                "NEW.collaboration_id",
                "(SELECT collaboration_id FROM agreements_goal WHERE id = NEW.goal_id)",
            ),
        ]

    def __str__(self):
        return self.what

    def get_absolute_url(self):
        page = reverse("agreements:need-list")
        return f"{page}?collaboration={self.collaboration_id}#need-{self.pk}"

    # The next ones are of rows that were read `with_promised`.

    @property
    def promised_amount(self):
        return amount_in_words(self.promised, self.unit)

    @property
    def missing(self):
        return max(Decimal(0), self.quantity - self.promised)

    @property
    def missing_amount(self):
        return amount_in_words(self.missing, self.unit)

    @property
    def is_late(self):
        """Not covered, and the day has passed where the collaboration is at home."""
        is_due = self.is_open and self.needed_by is not None and self.missing > 0
        return is_due and self.needed_by < today_in(self.collaboration)

    @property
    def is_open(self):
        return self.state == NeedState.OPEN


@tracked
class NeedChange(ChangeRow):
    """One line of a need's history."""

    need = models.ForeignKey(ResourceNeed, on_delete=models.PROTECT, related_name="changes")

    objects = ChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the need's history")
        verbose_name_plural = _("lines of the needs' history")
