"""Reference lists of official assistance: grounds to ask, grounds to refuse, and the clocks.

What the law says is data: an admin corrects and verifies it, no program has to change.
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agreements.capacity.querysets.assistance import ReferenceQuerySet, RefusalGroundQuerySet
from agreements.engagement.models.guards import refuse
from collabgov.kit.audit import tracked
from collabgov.kit.models import Timestamped, Versioned


class Reference(Timestamped, Versioned):
    """A row of a list in both languages, with the rule it rests on; unverified until checked."""

    code = models.SlugField(_("code"), max_length=40, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    law = models.CharField(_("rule it rests on"), max_length=200, blank=True)
    is_verified = models.BooleanField(_("checked against the rule"), default=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.label

    @property
    def label(self):
        """Its name in the reader's language."""
        return self.name_en if get_language() == "en" and self.name_en else self.name


def _rules(prefix):
    return [
        models.CheckConstraint(
            name=f"{prefix}_has_a_name",
            condition=~Q(name=""),
            violation_error_code="name",
            violation_error_message=_("Give it a name."),
        ),
        models.CheckConstraint(
            name=f"{prefix}_verified_names_its_rule",
            condition=Q(is_verified=False) | ~Q(law=""),
            violation_error_code="law",
            violation_error_message=_("Say against which rule it was checked."),
        ),
    ]


@tracked
class GroundKind(Reference):
    """A ground on which one body may ask another for assistance."""

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("ground for assistance")
        verbose_name_plural = _("grounds for assistance")
        constraints = _rules("ground_kind")


@tracked
class RefusalGround(Reference):
    """A ground on which a request may be refused; one that is divided is named by its parts."""

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )

    objects = RefusalGroundQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("ground for refusal")
        verbose_name_plural = _("grounds for refusal")
        constraints = _rules("refusal_ground")
        triggers = [
            pgtrigger.Trigger(
                name="two_levels",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=f"""
                    IF NEW.parent_id IS NOT NULL AND (
                        EXISTS (SELECT FROM agreements_refusalground
                                WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
                        OR EXISTS (SELECT FROM agreements_refusalground WHERE parent_id = NEW.id)
                        OR NEW.parent_id = NEW.id
                    ) THEN
                        {refuse("refusal_ground_has_two_levels", "a part has no parts")}
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    @property
    def whole(self):
        """With the ground that it is a part of."""
        return f"{self.parent}: {self}" if self.parent else str(self)


@tracked
class AssistanceTerm(Timestamped, Versioned):
    """How long an answer may take, ordinarily and in an emergency; a request keeps its day."""

    is_emergency = models.BooleanField(_("for emergencies"), unique=True, editable=False)
    days = models.PositiveSmallIntegerField(_("days until the answer is due"))
    superior_days = models.PositiveSmallIntegerField(_("days until the superior's answer is due"))
    counts_working_days = models.BooleanField(
        _("only working days count"),
        default=True,
        help_text=_("Saturdays, Sundays and public holidays are then left out."),
    )
    law = models.CharField(_("rule it rests on"), max_length=200, blank=True)
    is_verified = models.BooleanField(_("checked against the rule"), default=False)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["is_emergency"]
        verbose_name = _("clock of assistance")
        verbose_name_plural = _("clocks of assistance")
        constraints = [
            models.CheckConstraint(
                name="assistance_term_takes_a_day",
                condition=Q(days__gte=1, days__lte=365, superior_days__gte=1)
                & Q(superior_days__lte=365),
                violation_error_message=_("Between 1 and 365 days."),
            ),
            models.CheckConstraint(
                name="assistance_term_verified_names_its_rule",
                condition=Q(is_verified=False) | ~Q(law=""),
                violation_error_code="law",
                violation_error_message=_("Say against which rule it was checked."),
            ),
        ]

    def __str__(self):
        return str(_("In an emergency") if self.is_emergency else _("Ordinarily"))
