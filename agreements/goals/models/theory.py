"""The theory of change: which result leads to which, on what assumption, and who agrees."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.charter.stances import PartyStance, Stance, stance_constraints
from agreements.goals.kinds import ResultKind, TheoryEvent
from agreements.goals.querysets import OfTheoryQuerySet, ResultQuerySet, TheoryQuerySet
from agreements.goals.states import OPEN_THEORY, TheoryState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned


@tracked
class TheoryOfChange(Timestamped, SampleMarked, Versioned):
    """A version of how the collaboration expects its actions to lead to outcomes.

    Emerson 2012, propositions 8 and 9: action is likelier, and impact closer to the target, when
    the theory is explicit and shared.
    """

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="theories"
    )
    order = models.PositiveSmallIntegerField(_("version"), editable=False)
    summary = models.TextField(
        _("in short"), help_text=_("If we do …, then …, because …: two or three sentences.")
    )
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=TheoryState,
        default=TheoryState.DRAFT,
        editable=False,
    )
    agreed_on = models.DateField(_("agreed on"), null=True, editable=False)

    objects = TheoryQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "-order"]
        verbose_name = _("theory of change")
        verbose_name_plural = _("theories of change")
        constraints = [
            models.UniqueConstraint(fields=["collaboration", "order"], name="theory_version_once"),
            models.UniqueConstraint(
                fields=["collaboration"],
                name="theory_one_agreed",
                condition=Q(state=TheoryState.AGREED),
            ),
            models.UniqueConstraint(
                fields=["collaboration"],
                name="theory_one_open",
                condition=Q(state__in=OPEN_THEORY),
                violation_error_message=_("A version of the theory of change is open already."),
            ),
            models.CheckConstraint(
                name="theory_state_is_known", condition=Q(state__in=TheoryState.values)
            ),
            models.CheckConstraint(
                name="theory_agreed_has_a_date",
                condition=Q(state__in=[TheoryState.AGREED, TheoryState.SUPERSEDED])
                & Q(agreed_on__isnull=False)
                | (~Q(state__in=[TheoryState.AGREED, TheoryState.SUPERSEDED]) & Q(agreed_on=None)),
            ),
        ]

    def __str__(self):
        return f"{self.collaboration} · {self.order}"

    def get_absolute_url(self):
        return reverse("agreements:theory-detail", args=[self.pk])


@tracked
class Result(SampleMarked, Versioned):
    """A step in the theory: what is done, what comes out, what changes."""

    theory = models.ForeignKey(TheoryOfChange, on_delete=models.CASCADE, related_name="results")
    kind = models.CharField(_("kind"), max_length=10, choices=ResultKind)
    title = models.CharField(_("what"), max_length=200)
    goal = models.ForeignKey(
        "agreements.Goal",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="results",
        verbose_name=_("shared goal"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0, editable=False)

    objects = ResultQuerySet.as_manager()

    class Meta:
        ordering = ["theory", "position", "pk"]
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints = [
            models.CheckConstraint(
                name="result_kind_is_known", condition=Q(kind__in=ResultKind.values)
            ),
            models.CheckConstraint(
                name="result_says_what",
                condition=~Q(title=""),
                violation_error_code="title",
                violation_error_message=_("Say what it is."),
            ),
        ]

    def __str__(self):
        return self.title


@tracked
class ResultLink(SampleMarked, Versioned):
    """One result leads to another, if the assumption holds."""

    theory = models.ForeignKey(TheoryOfChange, on_delete=models.CASCADE, related_name="links")
    cause = models.ForeignKey(
        Result, on_delete=models.CASCADE, related_name="effects", verbose_name=_("this")
    )
    effect = models.ForeignKey(
        Result, on_delete=models.CASCADE, related_name="causes", verbose_name=_("leads to this")
    )
    assumption = models.TextField(
        _("on the assumption that"), help_text=_("What must hold so that the one leads on.")
    )

    objects = OfTheoryQuerySet.as_manager()

    class Meta:
        ordering = ["theory", "pk"]
        verbose_name = _("link between results")
        verbose_name_plural = _("links between results")
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "effect"],
                name="result_link_once",
                violation_error_message=_("These two are linked already."),
            ),
            models.CheckConstraint(
                name="result_link_between_two",
                condition=~Q(cause=F("effect")),
                violation_error_message=_("A result does not lead to itself."),
            ),
            models.CheckConstraint(
                name="result_link_names_its_assumption",
                condition=~Q(assumption=""),
                violation_error_code="assumption",
                violation_error_message=_("Write down the assumption."),
            ),
        ]

    def __str__(self):
        return f"{self.cause} → {self.effect}"


@tracked
class TheoryConsent(PartyStance):
    """Where one party stands on a version of the theory; an objection has a reason."""

    theory = models.ForeignKey(TheoryOfChange, on_delete=models.CASCADE, related_name="consents")

    objects = OfTheoryQuerySet.as_manager()

    class Meta:
        ordering = ["theory", "party__organization__name", "pk"]
        verbose_name = _("position on the theory of change")
        verbose_name_plural = _("positions on the theory of change")
        constraints = stance_constraints("theory_consent", about="theory")


@tracked
class TheoryChange(ChangeRow):
    """One line of the history of a theory of change."""

    theory = models.ForeignKey(TheoryOfChange, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=30, choices=TheoryEvent, default=TheoryEvent.MOVED
    )
    stance = models.CharField(_("position"), max_length=12, choices=Stance, blank=True)
    subject = models.TextField(_("about"), blank=True)

    objects = OfTheoryQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the theory's history")
        verbose_name_plural = _("lines of the theory's history")
        constraints = [
            models.CheckConstraint(
                name="theory_change_event_is_known", condition=Q(event__in=TheoryEvent.values)
            ),
            models.CheckConstraint(
                name="theory_change_stance_is_known", condition=Q(stance__in=["", *Stance.values])
            ),
        ]
