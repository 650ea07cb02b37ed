"""Letterheads: the DOCX templates into which agreements, agendas and minutes are written."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.documents.models import LONGEST_NAME, new_stored_name
from agreements.letters.kinds import Purpose
from agreements.letters.querysets import LetterheadQuerySet
from collabgov.kit.audit import tracked


@tracked
class Letterhead(models.Model):
    """A template of an organization, or of the whole site; the newest one in use counts."""

    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letterheads",
        verbose_name=_("organization"),
    )
    purpose = models.CharField(
        _("for"), max_length=10, choices=Purpose, default=Purpose.AGREEMENT, editable=False
    )
    original_name = models.CharField(_("name of the file"), max_length=LONGEST_NAME)
    stored_name = models.CharField(
        _("name in the store"), max_length=40, unique=True, default=new_stored_name, editable=False
    )
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), default=timezone.now, editable=False)
    is_active = models.BooleanField(_("in use"), default=True, editable=False)

    objects = LetterheadQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("letterhead")
        verbose_name_plural = _("letterheads")
        constraints = [
            models.CheckConstraint(
                name="letterhead_purpose_is_known", condition=Q(purpose__in=Purpose.values)
            )
        ]

    def __str__(self):
        return self.original_name
