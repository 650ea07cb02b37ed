"""Events that are no change of a row: sign-ins, refusals, exports, views of personal data."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.audit.kinds import EventKind, Outcome
from actors.audit.querysets import AccessEventQuerySet
from collabgov.kit.audit import append_only_triggers

READ_BY = (  # every filter of the page is a walk along one index, newest first
    ("user", "user"),
    ("kind", "kind"),
    ("record", "about_model", "about_pk"),
    ("organization", "organization_id"),
    ("collab", "collaboration_id"),
    ("ip", "ip"),
)


class AccessEvent(models.Model):
    """One line of the event log, written once by `record_event`.

    Who is written out as it was at that time: a later name, role or organization changes no
    line. Nothing points at these rows, and they hold no row of others in place.
    """

    kind = models.CharField(_("event"), max_length=30)
    outcome = models.CharField(_("outcome"), max_length=10, default=Outcome.DONE)
    at = models.DateTimeField(_("when"), default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        null=True,
        related_name="+",
        verbose_name=_("account"),
    )
    user_label = models.CharField(_("who"), max_length=200, blank=True)
    user_email = models.CharField(_("email"), max_length=254, blank=True)
    user_role = models.CharField(_("role"), max_length=20, blank=True)
    organization_id = models.BigIntegerField(null=True)
    organization_label = models.CharField(_("organization"), max_length=200, blank=True)
    ip = models.GenericIPAddressField(_("IP address"), null=True)
    request_id = models.CharField(_("request"), max_length=40, blank=True)
    path = models.CharField(_("address"), max_length=200, blank=True)
    about_model = models.CharField(_("kind of record"), max_length=60, blank=True)
    about_pk = models.CharField(max_length=40, blank=True)
    about_label = models.CharField(_("record"), max_length=200, blank=True)
    collaboration_id = models.BigIntegerField(null=True)
    details = models.JSONField(_("details"), default=dict)

    append_only_log = "at"  # when a line came; the site's role adds lines, see `collabgov.roles`

    objects = AccessEventQuerySet.as_manager()

    class Meta:
        triggers = [*append_only_triggers("at")]
        ordering = ["-at", "-pk"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            models.Index(fields=["-at", "-id"], name="access_event_newest"),
            *(
                models.Index(fields=[*columns, "-at", "-id"], name=f"access_event_by_{name}")
                for name, *columns in READ_BY
            ),
            models.Index(fields=["request_id"], name="access_event_by_request"),
        ]
        constraints = [
            models.CheckConstraint(
                name="access_event_has_a_kind",
                condition=~models.Q(kind="") & models.Q(outcome__in=Outcome.values),
                violation_error_message=_("An event says what happened and how it ended."),
            )
        ]

    def __str__(self):
        return f"{self.kind_label}: {self.about_label or self.path or self.user_label}"

    @property
    def kind_label(self):
        return EventKind(self.kind).label if self.kind in EventKind.values else self.kind

    @property
    def outcome_label(self):
        return Outcome(self.outcome).label


class AuditSeal(models.Model):
    """One day of the audit trail, counted and hashed; each seal holds the hash of the one before.

    `tables` says of every table how many rows it has of that day, their digest, and over which
    columns: a column that a later release adds does not break an old seal. A day may be sealed
    again: when it was not over yet, or when somebody's data was erased; the old seal stays.
    """

    day = models.DateField(_("day"))
    until = models.DateTimeField(_("until"))
    tables = models.JSONField(default=dict, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("sealed at"), default=timezone.now)

    owner_writes_only = True  # see `collabgov.roles`

    class Meta:
        ordering = ["pk"]
        verbose_name = _("seal")
        verbose_name_plural = _("seals")
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["previous_digest"],
                name="audit_seal_has_one_successor",
                violation_error_message=_("Another seal already follows this one."),
            )
        ]

    def __str__(self):
        return f"{self.day} {self.digest[:12]}"
