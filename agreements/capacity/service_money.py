"""What may be added of stated costs: confirmed figures of one basis, both of them stated."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from agreements.capacity.amounts import amount_in_words
from agreements.capacity.service_kinds import IN_RUPIAH, CostBasis


@dataclass(frozen=True)
class Total:
    """The sums of one basis, and of how many statements they are, out of how many."""

    basis: CostBasis
    unit: str
    together: Decimal
    alone: Decimal
    counted: int
    stated: int
    rows: tuple  # of the statements on the page those that are added
    others: tuple  # and those that are not: unconfirmed, or with one figure only

    @property
    def together_in_words(self):
        return amount_in_words(self.together, self.unit)

    @property
    def alone_in_words(self):
        return amount_in_words(self.alone, self.unit)

    @property
    def is_dearer(self):
        """Whether together cost more than alone would have."""
        return self.together > self.alone

    @property
    def size_in_words(self):
        """What the two lie apart, whichever is more."""
        return amount_in_words(abs(self.alone - self.together), self.unit)


def difference_in_words(difference, unit):
    """How much less or more together cost, such as “less by Rp2.000”; empty without both."""
    if difference is None:
        return ""
    amount = amount_in_words(abs(difference), unit)
    if not difference:
        return gettext("the same")
    sentence = gettext("less by %s") if difference > 0 else gettext("more expensive by %s")
    return sentence % amount


def totals_of(sums, shown=()):
    """One for each basis of which a confirmed statement has both figures.

    `sums`: what the database added up, as `sums_of_bases` gives it; `shown`: the statements on
    the page, which may be fewer.
    """
    found = {row["basis"]: row for row in sums if row["counted"]}
    return [_total(basis, found[basis], shown) for basis in CostBasis if basis in found]


def _total(basis, sums, shown):
    stated = [cost for cost in shown if cost.basis == basis]
    return Total(
        basis=basis,
        unit="" if basis in IN_RUPIAH else gettext("hours"),
        together=sums["sum_together"],
        alone=sums["sum_alone"],
        counted=sums["counted"],
        stated=sums["stated"],
        rows=tuple(cost for cost in stated if cost.is_whole),
        others=tuple(cost for cost in stated if not cost.is_whole),
    )
