"""What each party says a joint occasion cost it, and what it would have cost alone.

Neither figure is ever computed: somebody states it with its source, the party confirms it.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from agreements.capacity.amounts import amount_in_words
from agreements.capacity.models import service_guards as guards
from agreements.capacity.models.needs import plausible
from agreements.capacity.models.services import JointService
from agreements.capacity.querysets.services import ServiceCostQuerySet
from agreements.capacity.service_kinds import IN_RUPIAH, CostBasis
from agreements.charter.models import Party
from agreements.documents.models import Document
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned, account


def _figure(label):
    return models.DecimalField(label, max_digits=18, decimal_places=2, null=True, blank=True)


@tracked
class JointServiceCost(Timestamped, SampleMarked, Versioned):
    """The two figures of one party for one occasion, on one basis."""

    service = models.ForeignKey(JointService, on_delete=models.PROTECT, related_name="costs")
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="service_costs", verbose_name=_("party")
    )
    held_on = models.DateField(_("occasion on"))
    basis = models.CharField(_("counted as"), max_length=8, choices=CostBasis)
    together = _figure(_("what it cost together"))
    alone = _figure(_("what it would have cost alone"))
    explanation = models.TextField(_("where the figures come from"))
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="service_costs",
        verbose_name=_("source document"),
    )
    stated_by = account(_("stated by"))
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    confirmed_by = account(_("confirmed by"), null=True)

    objects = ServiceCostQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "basis", "pk"]
        verbose_name = _("stated cost of a service")
        verbose_name_plural = _("stated costs of services")
        constraints = [
            plausible("service_cost_is_plausible", "together", "alone"),
            models.UniqueConstraint(
                fields=["service", "party", "held_on", "basis"],
                name="service_cost_once",
                violation_error_message=_(
                    "This party has stated its costs of this occasion on this basis already."
                ),
            ),
            models.CheckConstraint(
                name="service_cost_basis_is_known", condition=Q(basis__in=CostBasis.values)
            ),
            models.CheckConstraint(
                name="service_cost_states_a_figure",
                condition=Q(together__isnull=False) | Q(alone__isnull=False),
                violation_error_code="together",
                violation_error_message=_("State at least one of the two figures."),
            ),
            models.CheckConstraint(
                name="service_cost_not_below_zero",
                condition=(Q(together=None) | Q(together__gte=0))
                & (Q(alone=None) | Q(alone__gte=0)),
                violation_error_code="together",
                violation_error_message=_("Costs are not below zero."),
            ),
            models.CheckConstraint(
                name="service_cost_says_its_source",
                condition=~Q(explanation=""),
                violation_error_code="explanation",
                violation_error_message=_("Say where the figures come from."),
            ),
            models.CheckConstraint(
                name="service_cost_confirmed_by_somebody",
                condition=Q(confirmed_on=None, confirmed_by=None)
                | Q(confirmed_on__isnull=False, confirmed_by__isnull=False),
            ),
        ]
        triggers = [
            guards.part_of_one_collaboration(
                "service_cost_of_one_collaboration", document="document_id"
            ),
        ]

    def __str__(self):
        return f"{self.party.organization.label}, {date_format(self.held_on, 'SHORT_DATE_FORMAT')}"

    def get_absolute_url(self):
        return f"{reverse('agreements:service-detail', args=[self.service_id])}#costs"

    @property
    def unit(self):
        return "" if self.basis in IN_RUPIAH else _("hours")

    @property
    def together_in_words(self):
        return "" if self.together is None else amount_in_words(self.together, self.unit)

    @property
    def alone_in_words(self):
        return "" if self.alone is None else amount_in_words(self.alone, self.unit)

    @property
    def is_whole(self):
        """Whether it is added: confirmed, with both figures."""
        return self.confirmed_on is not None and self.difference is not None

    @property
    def difference(self):
        """What both figures, where both are stated, lie apart; None elsewhere."""
        if self.together is None or self.alone is None:
            return None
        return self.alone - self.together
