"""What was scheduled, brought and confirmed of a pledge: one row for each time."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.amounts import amount_in_words
from agreements.capacity.models.guards import (
    moves_only,
    not_by_the_giver,
    of_an_accepted_pledge,
    pledge_follows,
)
from agreements.capacity.models.needs import ABOVE_ZERO, plausible
from agreements.capacity.models.pledges import Pledge
from agreements.capacity.querysets.pledges import DeliveryQuerySet
from agreements.capacity.states import DELIVERY_STEPS, REPORTED, DeliveryState
from agreements.documents.models import Document
from agreements.engagement.models.guards import of_document, of_one_collaboration
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, account

OF_PLEDGE = "(SELECT collaboration_id FROM agreements_pledge WHERE id = NEW.pledge_id)"
UNCONFIRMED = Q(confirmed_on=None, confirmed_by=None, confirmed_for=None, is_on_behalf=False)


@tracked
class Delivery(Timestamped, SampleMarked):
    """A part of a pledge, or all of it: scheduled, then delivered, then confirmed by another."""

    pledge = models.ForeignKey(Pledge, on_delete=models.PROTECT, related_name="deliveries")
    quantity = models.DecimalField(_("how much"), max_digits=18, decimal_places=2)
    planned_on = models.DateField(_("scheduled for"), null=True, blank=True)
    delivered_on = models.DateField(_("delivered on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    evidence = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name=pgettext_lazy("delivery", "evidence"),
    )
    state = models.CharField(_("state"), max_length=20, choices=DeliveryState, editable=False)
    reported_by = account(_("reported by"), related_name="reported_deliveries", null=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    confirmed_by = account(_("confirmed by"), related_name="confirmed_deliveries", null=True)
    confirmed_for = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="confirmed_deliveries",
        verbose_name=_("confirmed for"),
    )
    is_on_behalf = models.BooleanField(
        _("confirmed by a coordinator, not yet by the receiver"), default=False, editable=False
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        ordering = ["planned_on", "delivered_on", "pk"]
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        constraints = [
            plausible("delivery_is_plausible", "quantity"),
            models.CheckConstraint(
                name="delivery_quantity_above_zero",
                condition=Q(quantity__gt=0),
                violation_error_code="quantity",
                violation_error_message=ABOVE_ZERO,
            ),
            models.CheckConstraint(
                name="delivery_state_is_known", condition=Q(state__in=DeliveryState.values)
            ),
            models.CheckConstraint(
                name="delivery_has_its_day",
                condition=Q(
                    state=DeliveryState.SCHEDULED,
                    planned_on__isnull=False,
                    delivered_on=None,
                    reported_by=None,
                )
                | Q(state__in=REPORTED, delivered_on__isnull=False, reported_by__isnull=False)
                | ~Q(state__in=[DeliveryState.SCHEDULED, *REPORTED]),
                violation_error_message=_("Say on which day."),
            ),
            models.CheckConstraint(
                name="delivery_confirmed_by_somebody",
                condition=Q(
                    state=DeliveryState.CONFIRMED,
                    confirmed_on__isnull=False,
                    confirmed_by__isnull=False,
                )
                | (~Q(state=DeliveryState.CONFIRMED) & UNCONFIRMED),
            ),
            models.CheckConstraint(
                name="delivery_confirmed_by_another",
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("reported_by")),
                violation_error_message=_("Whoever reported a delivery does not confirm it."),
            ),
        ]
        triggers = [
            moves_only("delivery_moves_only", DELIVERY_STEPS),
            of_an_accepted_pledge("delivery_of_an_accepted_pledge"),
            not_by_the_giver("delivery_not_confirmed_by_giver"),
            pledge_follows("pledge_stands_where_it_arrived"),
            of_one_collaboration(
                "delivery_of_one_collaboration", OF_PLEDGE, of_document("evidence_id")
            ),
        ]

    def __str__(self):
        return f"{self.pledge}: {self.amount}"

    def get_absolute_url(self):
        page = reverse("agreements:pledge-detail", args=[self.pledge_id])
        return f"{page}#delivery-{self.pk}"

    @property
    def amount(self):
        return amount_in_words(self.quantity, self.pledge.unit)
