"""Imports: what came in which file, who confirmed it, what it wrote."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.importing.querysets import ImportRunQuerySet
from actors.importing.states import ImportState
from collabgov.kit.audit import tracked
from collabgov.kit.models import Timestamped


@tracked
class ImportRun(Timestamped):
    """One file on its way into the register; `about_id` is the collaboration of parties."""

    kind = models.CharField(_("kind"), max_length=30)
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    file_name = models.CharField(_("file name"), max_length=120)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(
        _("state"), max_length=10, choices=ImportState, default=ImportState.READ
    )
    row_count = models.PositiveIntegerField(_("rows"), default=0)
    new_count = models.PositiveIntegerField(_("new"), default=0)
    changed_count = models.PositiveIntegerField(_("changed"), default=0)
    wrong_count = models.PositiveIntegerField(_("wrong"), default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="imports",
        verbose_name=_("by"),
    )
    applied_at = models.DateTimeField(_("imported at"), null=True, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        constraints = [
            models.CheckConstraint(
                name="import_run_state_is_known", condition=Q(state__in=ImportState.values)
            ),
            models.CheckConstraint(
                name="import_run_applied_has_a_time",
                condition=Q(state__in=["applied", "undone"], applied_at__isnull=False)
                | (~Q(state__in=["applied", "undone"]) & Q(applied_at=None)),
            ),
            models.CheckConstraint(
                name="import_run_undone_has_a_time",
                condition=Q(state="undone", undone_at__isnull=False)
                | (~Q(state="undone") & Q(undone_at=None)),
            ),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("actors:import-detail", args=[self.pk])


class ImportContent(models.Model):
    """What the file held and what was there before: personal data, so it is kept for a while.

    `rows` are [number, cells] with the headers first; `columns` say which cell is which field;
    `written` are the records made or changed, with what they were and became; `preview` is what
    was shown last.
    """

    run = models.OneToOneField(ImportRun, on_delete=models.CASCADE, related_name="content")
    rows = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    written = models.JSONField(default=list)
    preview = models.JSONField(default=dict)

    def __str__(self):
        return str(self.run)
