"""Private calendar feeds: an address that shows one account's meetings to a calendar program."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.engagement.querysets.feeds import CalendarFeedQuerySet
from collabgov.kit.audit import tracked


@tracked(without=["last_used_on"])
class CalendarFeed(models.Model):
    """The address is a key and stored nowhere: only a hash of it, as of a password."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="calendar_feeds",
        verbose_name=_("account"),
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    with_due_dates = models.BooleanField(_("with due dates"), default=False)
    made_on = models.DateField(_("made on"))
    expires_on = models.DateField(_("works until"))
    last_used_on = models.DateField(_("last read on"), null=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True, editable=False)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(revoked_at=None), name="calendar_feed_one_live"
            ),
            models.CheckConstraint(
                name="calendar_feed_keeps_a_hash", condition=Q(token_hash__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(
                name="calendar_feed_expires_after_it_was_made",
                condition=Q(expires_on__gt=F("made_on")),
            ),
        ]

    def __str__(self):
        return str(self.user)

    @property
    def is_over(self):
        return self.expires_on < timezone.localdate()
