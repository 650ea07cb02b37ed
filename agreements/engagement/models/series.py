"""Meetings that come again: the rule they follow, and what happened to it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.engagement.kinds import MeetingKind, MeetingMode
from agreements.engagement.querysets import SeriesQuerySet
from agreements.engagement.recurrence import NOT_PLAIN, PLAIN_RULE, pattern_of, rule_in_words
from agreements.engagement.states import SeriesState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned


@tracked
class MeetingSeries(Timestamped, SampleMarked, Versioned):
    """A meeting that comes again by a rule; its planned meetings are rows of their own."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="meeting_series"
    )
    title = models.CharField(_("title"), max_length=180)
    kind = models.CharField(
        _("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.PLENARY
    )
    mode = models.CharField(
        _("mode"), max_length=10, choices=MeetingMode, default=MeetingMode.IN_PERSON
    )
    place = models.CharField(_("place or link"), max_length=300, blank=True)
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    facilitator = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="facilitated_series",
        verbose_name=_("facilitator"),
    )
    rule = models.CharField(_("how often"), max_length=80)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"), null=True, blank=True)
    skips_holidays = models.BooleanField(_("skip public holidays"), default=True)
    ended_on = models.DateField(_("ended on"), null=True, editable=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "title", "pk"]
        verbose_name = _("meeting series")
        verbose_name_plural = _("meeting series")
        constraints = [
            models.CheckConstraint(
                name="series_rule_is_plain",
                condition=Q(rule__regex=PLAIN_RULE),
                violation_error_code="rule",
                violation_error_message=NOT_PLAIN,
            ),
            models.CheckConstraint(
                name="series_last_after_first",
                condition=Q(last_on=None) | Q(last_on__gte=F("first_on")),
                violation_error_code="last_on",
                violation_error_message=_("The last day cannot be before the first."),
            ),
            models.CheckConstraint(
                name="series_ends_after_start",
                condition=Q(ends_at=None) | Q(starts_at=None) | Q(ends_at__gte=F("starts_at")),
                violation_error_code="ends_at",
                violation_error_message=_("A meeting cannot end before it starts."),
            ),
            models.UniqueConstraint(
                "collaboration",
                Lower("title"),
                name="series_title_once",
                condition=Q(ended_on=None),
                violation_error_code="title",
                violation_error_message=_(
                    "A series of this collaboration has this title already."
                    " Change that one, end it, or choose another title."
                ),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:series-detail", args=[self.pk])

    @property
    def zone(self):
        return self.collaboration.zone

    @property
    def state(self):
        return SeriesState.RUNNING if self.ended_on is None else SeriesState.ENDED

    @property
    def is_running(self):
        return self.ended_on is None

    @property
    def pattern(self):
        """How often, as the form offers it."""
        return pattern_of(self.rule)

    @property
    def words(self):
        """The rule as a reader would say it."""
        return rule_in_words(self.rule, self.first_on)


@tracked
class SeriesChange(ChangeRow):
    """One line of a series' history."""

    series = models.ForeignKey(MeetingSeries, on_delete=models.CASCADE, related_name="changes")

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the series' history")
        verbose_name_plural = _("lines of the series' history")

    @property
    def words(self):
        """What happened, in a word or two."""
        if not self.from_state:
            return _("Series begun")
        return _("Changed") if self.from_state == self.to_state else _("Series ended")
