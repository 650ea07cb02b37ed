"""What one party taught others: planned, then held, with how many took part."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_kinds import TRAINING_MOVES, TrainingState
from agreements.capacity.models.guards import gives_to_others, moves_only, not_for_the_giver
from agreements.capacity.querysets.trainings import (
    TrainingChangeQuerySet,
    TrainingQuerySet,
    TrainingReceiverQuerySet,
)
from agreements.charter.clock import today_in
from agreements.charter.models import Collaboration
from agreements.documents.models import Document
from agreements.engagement.models.discovery import author
from agreements.engagement.models.guards import of_document, of_one_collaboration
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

S = TrainingState
NOT_ONESELF = _("Nobody trains oneself: leave out the one that gives the training.")


@tracked
class Training(Timestamped, SampleMarked, Versioned):
    """Without receivers it is for all. People are counted here, never named."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="trainings"
    )
    topic = models.CharField(_("topic"), max_length=300)
    giver = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="trainings_given",
        verbose_name=_("who gives it"),
    )
    held_on = models.DateField(_("day"))
    participants = models.PositiveIntegerField(_("how many took part"), null=True, blank=True)
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="trainings",
        verbose_name=_("document"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=S, default=S.PLANNED, editable=False
    )
    recorded_by = author(_("recorded by"))

    objects = TrainingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        constraints = [
            models.CheckConstraint(
                name="training_has_a_topic",
                condition=~Q(topic=""),
                violation_error_code="topic",
                violation_error_message=_("Say what is taught."),
            ),
            models.CheckConstraint(name="training_state_is_known", condition=Q(state__in=S.values)),
            models.CheckConstraint(
                name="training_held_counts_who_came",
                condition=Q(state=S.HELD, participants__isnull=False, participants__gte=1)
                | (~Q(state=S.HELD) & Q(participants=None)),
                violation_error_code="participants",
                violation_error_message=_("Say how many took part, once it was held."),
            ),
        ]
        triggers = [
            moves_only("training_moves_only", TRAINING_MOVES),
            gives_to_others("training_given_to_others"),
            of_one_collaboration(
                "training_of_one_collaboration", "NEW.collaboration_id", of_document()
            ),
        ]

    def __str__(self):
        return self.topic

    def get_absolute_url(self):
        return reverse("agreements:training-detail", args=[self.pk])

    @property
    def is_planned(self):
        return self.state == S.PLANNED

    @property
    def is_over(self):
        """Its day has come, and nobody has said how it went."""
        return self.is_planned and self.held_on <= today_in(self.collaboration)


@tracked
class TrainingReceiver(SampleMarked):
    """One of the organizations whose people are trained."""

    training = models.ForeignKey(Training, on_delete=models.CASCADE, related_name="receivers")
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="trainings_received",
        verbose_name=_("organization"),
    )

    objects = TrainingReceiverQuerySet.as_manager()

    class Meta:
        ordering = ["training", "organization__name", "pk"]
        verbose_name = _("receiver of a training")
        verbose_name_plural = _("receivers of trainings")
        constraints = [
            models.UniqueConstraint(
                fields=["training", "organization"],
                name="training_receiver_once",
                violation_error_message=_("This organization is among the receivers already."),
            ),
        ]
        triggers = [not_for_the_giver("training_not_for_the_giver")]

    def __str__(self):
        return str(self.organization)


@tracked
class TrainingChange(ChangeRow):
    """One line of a training's history; an edit leaves the state as it is."""

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="changes")

    objects = TrainingChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the training's history")
        verbose_name_plural = _("lines of the trainings' history")
