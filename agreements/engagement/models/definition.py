"""Definition: the problem as the parties agreed to see it, and the words they share."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.charter.stances import PartyStance, Stance, stance_constraints
from agreements.charter.states import OPEN_VERSION, SETTLED_VERSION, VersionState
from agreements.engagement.kinds import DefinitionEvent
from agreements.engagement.models.determination import Decision
from agreements.engagement.models.frozen import frozen_once_agreed, of_definition
from agreements.engagement.models.guards import of_decision, of_one_collaboration, of_party
from agreements.engagement.querysets import DefinitionQuerySet, OfDefinitionQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned


def decision_that_agreed():
    """The decision by which the parties agreed, where one was written down."""
    return models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decision"),
    )


def dated_once_agreed(name, *, settled):
    """The day is known of what was agreed, and of nothing else."""
    is_settled = Q(state__in=list(settled))
    return models.CheckConstraint(
        name=name,
        condition=(is_settled & Q(agreed_on__isnull=False))
        | (~is_settled & Q(agreed_on=None, decision=None)),
    )


@tracked
class ProblemDefinition(Timestamped, SampleMarked, Versioned):
    """A version of what the problem is, what belongs to it and what does not.

    Emerson 2012: definition builds shared meaning. Ansell & Gash 2008: a common problem
    definition is a part of shared understanding.
    """

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="definitions"
    )
    order = models.PositiveSmallIntegerField(_("version"), editable=False)
    text = models.TextField(_("the problem"))
    in_scope = models.TextField(_("what belongs to it"), blank=True)
    out_scope = models.TextField(_("what does not belong to it"), blank=True)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=VersionState,
        default=VersionState.DRAFT,
        editable=False,
    )
    agreed_on = models.DateField(_("agreed on"), null=True, editable=False)
    decision = decision_that_agreed()
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = DefinitionQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "-order"]
        verbose_name = _("problem definition")
        verbose_name_plural = _("problem definitions")
        triggers = [
            frozen_once_agreed(
                "definition_frozen", "collaboration_id", "order", "text", "in_scope", "out_scope"
            ),
            of_one_collaboration(
                "definition_of_one_collaboration", "NEW.collaboration_id", of_decision()
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["collaboration", "order"], name="definition_version_once"
            ),
            models.UniqueConstraint(
                fields=["collaboration"],
                name="definition_one_agreed",
                condition=Q(state=VersionState.AGREED),
            ),
            models.UniqueConstraint(
                fields=["collaboration"],
                name="definition_one_open",
                condition=Q(state__in=OPEN_VERSION),
                violation_error_message=_("A version of the definition is open already."),
            ),
            models.CheckConstraint(
                name="definition_state_is_known", condition=Q(state__in=VersionState.values)
            ),
            models.CheckConstraint(
                name="definition_says_what",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Say what the problem is."),
            ),
            dated_once_agreed("definition_agreed_has_a_date", settled=SETTLED_VERSION),
        ]

    def __str__(self):
        return f"{self.collaboration} · {self.order}"

    def get_absolute_url(self):
        return reverse("agreements:definition-detail", args=[self.pk])


@tracked
class DefinitionConsent(PartyStance):
    """Where one party stands on a version of the definition; an objection has a reason."""

    definition = models.ForeignKey(
        ProblemDefinition, on_delete=models.CASCADE, related_name="consents"
    )

    objects = OfDefinitionQuerySet.as_manager()

    class Meta:
        ordering = ["definition", "party__organization__name", "pk"]
        verbose_name = _("position on the problem definition")
        verbose_name_plural = _("positions on the problem definition")
        constraints = stance_constraints("definition_consent", about="definition")
        triggers = [
            of_one_collaboration(
                "definition_consent_of_one_collaboration", of_party("party_id"), of_definition()
            )
        ]


@tracked
class DefinitionChange(ChangeRow):
    """One line of the history of a problem definition."""

    definition = models.ForeignKey(
        ProblemDefinition, on_delete=models.PROTECT, related_name="changes"
    )
    event = models.CharField(
        _("what happened"), max_length=30, choices=DefinitionEvent, default=DefinitionEvent.MOVED
    )
    stance = models.CharField(_("position"), max_length=12, choices=Stance, blank=True)
    subject = models.TextField(_("about"), blank=True)

    objects = OfDefinitionQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the definition's history")
        verbose_name_plural = _("lines of the definition's history")
        constraints = [
            models.CheckConstraint(
                name="definition_change_event_is_known",
                condition=Q(event__in=DefinitionEvent.values),
            ),
            models.CheckConstraint(
                name="definition_change_stance_is_known",
                condition=Q(stance__in=["", *Stance.values]),
            ),
        ]
