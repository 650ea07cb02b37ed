"""Invitations: who was asked to open an account, by whom, and what became of it."""

import hashlib
from urllib.parse import quote

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.accounts.models import Language, SiteRole
from actors.invitations.querysets import InvitationQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import Timestamped


class InvitationState(models.TextChoices):
    """What an invitation is today; computed, never stored."""

    WAITING = "waiting", _("Waits for an answer")
    NOT_SENT = "not_sent", _("Not sent")
    EXPIRED = "expired", _("Expired")
    ACCEPTED = "accepted", _("Accepted")
    REVOKED = "revoked", _("Revoked")


def hash_of(token):
    """What is kept of a link: its token cannot be had back from this."""
    return hashlib.sha256(token.encode()).hexdigest()


@tracked
class Invitation(Timestamped):
    """An account offered to a person by mail. The link's token is stored nowhere."""

    email = models.EmailField(_("email"))
    person = models.ForeignKey(
        "actors.Person",
        on_delete=models.PROTECT,
        related_name="invitations",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name=_("organization"),
    )
    role = models.CharField(_("role"), max_length=10, choices=SiteRole, default=SiteRole.STAFF)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.INDONESIAN
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("invited by"),
    )
    tried_at = models.DateTimeField(_("last mail"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    expires_at = models.DateTimeField(_("works until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitation",
        verbose_name=_("account"),
    )
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        indexes = [models.Index(fields=["invited_by", "tried_at"], name="invitation_rate")]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=Q(accepted_at=None, revoked_at=None),
                name="invitation_waiting_once_per_email",
                violation_error_code="email",
                violation_error_message=_("This address has been invited already."),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(accepted_at=None, revoked_at=None),
                name="invitation_waiting_once_per_person",
                violation_error_code="person",
                violation_error_message=_("This person has been invited already."),
            ),
            models.CheckConstraint(
                name="invitation_role_is_known", condition=Q(role__in=SiteRole.values)
            ),
            models.CheckConstraint(
                name="invitation_language_is_known", condition=Q(language__in=Language.values)
            ),
            models.CheckConstraint(
                name="invitation_address_is_plain",
                condition=Q(email__regex=r"^[!-@\[-~]+$"),
                violation_error_code="email",
                violation_error_message=_("Write the address in plain letters without accents."),
            ),
            models.CheckConstraint(
                name="invitation_accepted_as_an_account",
                condition=Q(accepted_at=None, account=None)
                | Q(accepted_at__isnull=False, account__isnull=False, revoked_at=None),
            ),
        ]

    def __str__(self):
        return self.email

    def get_absolute_url(self):
        return f"{reverse('actors:invitation-list')}?q={quote(self.email)}"

    @property
    def state(self):
        """Its rows come with `invited_by` and `person`; see `for_list`."""
        if self.accepted_at:
            return InvitationState.ACCEPTED
        if self.revoked_at:
            return InvitationState.REVOKED
        is_vouched_for = self.invited_by.is_admin and self.person.is_active
        if self.expires_at <= timezone.now() or not is_vouched_for:
            return InvitationState.EXPIRED
        return InvitationState.WAITING if self.sent_at else InvitationState.NOT_SENT

    def get_state_display(self):
        return self.state.label

    @property
    def is_waiting(self):
        return not self.accepted_at and not self.revoked_at
