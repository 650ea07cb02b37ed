"""What a wave showed: written once when it closes, and never counted again."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from agreements.motivation.kinds import Circle, Measure, Withheld
from agreements.motivation.models import guards
from agreements.motivation.models.items import PulseItem
from agreements.motivation.models.waves import PulseWave
from agreements.motivation.querysets import ResultQuerySet

FIGURES = ("median", "q1", "q3", "mean", "spread", "low", "high", "counts", "change")
OF_TEN = ("q1", "q3", "spread", "low", "high", "counts", "change")
ROUND = ("median", "q1", "q3", "mean", "low", "high")


def rounded(name):
    """As it is printed: more digits would tell more than the page does."""
    printed = Cast(Cast(name, models.DecimalField(max_digits=4, decimal_places=1)), FLOAT)
    return Q(**{name: None}) | Q(**{name: printed})


FLOAT = models.FloatField()


class PulseResult(models.Model):
    """The figures of one measure, or of one statement, in one circle of people.

    `n` of `invited` said something. `counts` holds how many chose each of the five steps, and
    how many did not know. What is withheld holds no figure at all; of fewer than ten there is a
    median and a mean at most, and every figure is as round as it is printed. `change` is 1 where
    it went up since the wave before, -1 where it went down, 0 where nothing clear can be said: that
    was judged from the exact figures, which are not kept. No event is kept of it: it never changes,
    and events are read before it is published.
    """

    wave = models.ForeignKey(PulseWave, on_delete=models.CASCADE, related_name="results")
    measure = models.CharField(_("measure"), max_length=2, choices=Measure, blank=True)
    item = models.ForeignKey(PulseItem, on_delete=models.PROTECT, null=True, related_name="+")
    circle = models.CharField(_("circle"), max_length=20, choices=Circle, default=Circle.ALL)
    n = models.PositiveIntegerField(_("answers"))
    invited = models.PositiveIntegerField(_("people asked"))
    median = models.FloatField(_("median"), null=True)
    q1 = models.FloatField(_("lower quartile"), null=True)
    q3 = models.FloatField(_("upper quartile"), null=True)
    mean = models.FloatField(_("mean"), null=True)
    spread = models.FloatField(_("standard deviation"), null=True)
    low = models.FloatField(_("interval from"), null=True)
    high = models.FloatField(_("interval to"), null=True)
    counts = ArrayField(models.PositiveIntegerField(), null=True, verbose_name=_("single steps"))
    change = models.SmallIntegerField(_("change since the one before"), null=True)
    suppressed = models.BooleanField(_("withheld"), default=False)
    reason = models.CharField(_("why"), max_length=12, choices=Withheld, blank=True)
    rule_version = models.PositiveSmallIntegerField(_("version of the rules"))

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["wave", "pk"]
        verbose_name = _("result of a pulse")
        verbose_name_plural = _("results of pulses")
        constraints = [
            models.CheckConstraint(
                name="pulse_result_min_n", condition=Q(suppressed=True) | Q(n__gte=5)
            ),
            models.CheckConstraint(
                name="pulse_result_suppressed_blank",
                condition=Q(suppressed=False) | Q(**{f"{name}": None for name in FIGURES}),
            ),
            models.CheckConstraint(
                name="pulse_result_steps_of_ten",
                condition=Q(n__gte=10) | Q(**dict.fromkeys(OF_TEN)),
            ),
            models.CheckConstraint(
                name="pulse_result_circles_are_bare",
                condition=Q(circle=Circle.ALL) | Q(**dict.fromkeys(OF_TEN)),
            ),
            *(
                models.CheckConstraint(
                    name=f"pulse_result_{name}_is_round", condition=rounded(name)
                )
                for name in ROUND
            ),
            models.CheckConstraint(
                name="pulse_result_change_of_a_measure",
                condition=Q(change=None) | Q(change__range=(-1, 1), item=None),
            ),
            models.CheckConstraint(
                name="pulse_result_is_about_one_thing",
                condition=(Q(item=None) & ~Q(measure="")) | (Q(item__isnull=False) & Q(measure="")),
            ),
            models.CheckConstraint(
                name="pulse_result_single_steps_of_all",
                condition=Q(item=None) | Q(circle=Circle.ALL),
            ),
            models.UniqueConstraint(
                fields=["wave", "measure", "item", "circle"],
                name="pulse_result_once",
                nulls_distinct=False,
            ),
        ]
        triggers = [
            guards.while_open("pulse_result_while_open", wave="NEW.wave_id"),
            guards.never_changed(),
            guards.never_taken(),
        ]

    def __str__(self):
        return str(self.item or self.get_measure_display())
