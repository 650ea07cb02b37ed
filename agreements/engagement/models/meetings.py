"""Meetings: who was there, what was on the agenda, and drafts of them."""

import uuid

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.engagement.kinds import (
    Answer,
    AttendanceLevel,
    MeetingEvent,
    MeetingKind,
    MeetingMode,
    Phase,
)
from agreements.engagement.models import guards
from agreements.engagement.models.rescheduling import counts_changes
from agreements.engagement.querysets import (
    AgendaItemQuerySet,
    AttendanceQuerySet,
    MeetingDraftQuerySet,
    MeetingQuerySet,
)
from agreements.engagement.states import MeetingState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

SHORTEST, LONGEST = 1, 600  # minutes of one topic


@tracked(without=["calendar_uid", "sequence"])
class Meeting(Timestamped, SampleMarked, Versioned):
    """A meeting of a collaboration, planned or held."""

    collaboration = models.ForeignKey(
        Collaboration,
        on_delete=models.PROTECT,
        related_name="meetings",
        verbose_name=_("collaboration"),
    )
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(
        _("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.WORKING
    )
    mode = models.CharField(
        _("mode"), max_length=10, choices=MeetingMode, default=MeetingMode.IN_PERSON
    )
    place = models.CharField(_("place or link"), max_length=300, blank=True)
    held_on = models.DateField(_("date"))
    starts_at = models.TimeField(_("starts at"), null=True, blank=True)
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    facilitator = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="facilitated_meetings",
        verbose_name=_("facilitator"),
    )
    notes = models.TextField(_("notes"), blank=True)
    state = models.CharField(
        _("state"),
        max_length=20,
        choices=MeetingState,
        default=MeetingState.PLANNED,
        editable=False,
    )
    submission_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    # The event in other calendars: its one name for ever, and how often it changed there.
    calendar_uid = models.UUIDField(
        unique=True, default=uuid.uuid4, db_default=RandomUUID(), editable=False
    )
    sequence = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    series = models.ForeignKey(
        "agreements.MeetingSeries",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="meetings",
        verbose_name=_("meeting series"),
    )
    # The day that the rule gave it, whatever day it is held on; none once it fell out of the rule.
    series_slot = models.DateField(null=True, editable=False)
    # Nobody changed it by hand: when the series changes, it changes along.
    follows_series = models.BooleanField(default=False, db_default=False, editable=False)
    source_note = models.CharField(_("source"), max_length=200, blank=True)
    logged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="logged_meetings",
        verbose_name=_("logged by"),
    )

    is_repeat = False  # `log_meeting` found it: the same form made it before

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        triggers = [
            counts_changes(),
            guards.of_one_collaboration(
                "meeting_of_one_collaboration",
                "NEW.collaboration_id",
                guards.of_series("series_id"),
            ),
        ]
        indexes = [
            models.Index(
                F("collaboration"),
                F("held_on").desc(),
                F("id").desc(),
                name="meeting_newest_first",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_start",
                condition=Q(ends_at=None) | Q(starts_at=None) | Q(ends_at__gte=F("starts_at")),
                violation_error_message=_("A meeting cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="meeting_state_is_known", condition=Q(state__in=MeetingState.values)
            ),
            models.CheckConstraint(
                name="meeting_slot_is_of_a_series",
                condition=Q(series_slot=None) | Q(series__isnull=False),
            ),
            models.CheckConstraint(
                name="meeting_follows_its_slot",
                condition=Q(follows_series=False)
                | Q(series_slot__isnull=False, held_on=F("series_slot")),
            ),
            models.UniqueConstraint(
                fields=["series", "series_slot"],
                name="meeting_series_slot_once",
                violation_error_message=_("The series has this day already."),
            ),
            models.UniqueConstraint(
                fields=["series", "held_on"],
                name="meeting_series_day_once",
                condition=~Q(state=MeetingState.CANCELLED),
                violation_error_code="held_on",
                violation_error_message=_("Another meeting of this series is on that day."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:meeting-detail", args=[self.pk])

    @property
    def zone(self):
        return self.collaboration.zone


@tracked
class Attendance(SampleMarked):
    """An organization at a meeting, with the person who came for it when that is known."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name=_("organization"),
    )
    person = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("person"),
    )
    is_present = models.BooleanField(_("present"), default=True)
    level = models.CharField(_("level"), max_length=20, choices=AttendanceLevel, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer, blank=True)
    answer_note = models.CharField(_("note to the answer"), max_length=200, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "organization", "person"],
                name="attendance_once",
                nulls_distinct=False,
                violation_error_message=_("This attendee is already on the list."),
            ),
            models.CheckConstraint(
                name="attendance_answer_says_who_and_when",
                condition=Q(answer="", answer_note="", answered_at=None, answered_by=None)
                | Q(
                    answer__in=Answer.values,
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.organization}" if self.person_id else str(self.organization)

    @property
    def is_expected(self):
        """Before the meeting: who answered is counted as they said, the others as listed."""
        said = {Answer.YES: True, Answer.NO: False}
        return said.get(self.answer, self.is_present)


@tracked
class AgendaItem(SampleMarked):
    """One topic of a meeting, and which phase of engagement it served.

    Items of one `thread` are the same topic in several meetings. The thread goes on while its
    latest item `is_open`; closed by hand it says when, and takes no decision until reopened.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda_items")
    thread = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), editable=False)
    position = models.PositiveSmallIntegerField(_("position"))
    topic = models.CharField(_("topic"), max_length=300)
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, default=Phase.DELIBERATION)
    notes = models.TextField(_("notes"), blank=True)
    minutes_planned = models.PositiveSmallIntegerField(
        _("planned duration in minutes"), null=True, blank=True
    )
    presenter = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="presented_items",
        verbose_name=_("presenter"),
    )
    question = models.ForeignKey(
        "agreements.Question",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name=_("question"),
    )
    is_confidential = models.BooleanField(_("confidential"), default=False, db_default=False)
    is_open = models.BooleanField(
        _("continues in the next meeting"), default=False, db_default=False
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        indexes = [models.Index(fields=["thread"], name="agenda_item_thread")]
        triggers = [
            guards.of_one_collaboration(
                "agenda_item_of_one_collaboration",
                guards.of_meeting(),
                guards.of_question("question_id"),
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_item_position_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                fields=["meeting", "thread"],
                name="agenda_item_thread_once",
                violation_error_message=_("This topic is on the agenda of the meeting already."),
            ),
            models.CheckConstraint(
                name="agenda_item_phase_is_known", condition=Q(phase__in=Phase.values)
            ),
            models.CheckConstraint(
                name="agenda_item_lasts_minutes",
                condition=Q(minutes_planned=None) | Q(minutes_planned__range=(SHORTEST, LONGEST)),
                violation_error_message=_("A topic takes 1 to 600 minutes."),
            ),
            models.CheckConstraint(
                name="agenda_item_closed_is_not_open",
                condition=Q(closed_at=None) | Q(is_open=False),
            ),
        ]

    def __str__(self):
        return self.topic


@tracked
class MeetingChange(ChangeRow):
    """One line of a meeting's history."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="changes")
    event = models.CharField(_("what happened"), max_length=30, choices=MeetingEvent, blank=True)
    subject = models.TextField(_("about"), blank=True)

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the meeting's history")
        verbose_name_plural = _("lines of the meetings' history")
        constraints = [
            models.CheckConstraint(
                name="meeting_change_event_is_known",
                condition=Q(event__in=["", *MeetingEvent.values]),
            ),
        ]

    @property
    def words(self):
        """What happened, in a word or two."""
        if self.event:
            label = self.get_event_display()
            return f"{label}: {self.subject}" if self.subject else label
        if not self.from_state:
            return _("Logged")
        if self.from_state == self.to_state:
            return _("Changed")
        return MeetingState(self.to_state).label


class MeetingDraft(Timestamped):
    """What somebody typed into the meeting form and has not saved yet; theirs alone."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="meeting_drafts"
    )
    submission_id = models.UUIDField(default=uuid.uuid4)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="drafts"
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    fields = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    objects = MeetingDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at", "-pk"]
        verbose_name = _("draft")
        verbose_name_plural = _("drafts")
        constraints = [
            models.UniqueConstraint(fields=["user", "submission_id"], name="meeting_draft_once"),
        ]

    def __str__(self):
        return self.title
