"""Accounts: who may sign in, and with which site role."""

import rules
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.accounts.querysets import UserQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked


class SiteRole(models.TextChoices):
    STAFF = "staff", _("Staff")
    ADMIN = "admin", _("Admin")
    AUDITOR = "auditor", _("Auditor")


class TimeZone(models.TextChoices):
    WIB = "Asia/Jakarta", _("Western Indonesia (WIB)")
    WITA = "Asia/Makassar", _("Central Indonesia (WITA)")
    WIT = "Asia/Jayapura", _("Eastern Indonesia (WIT)")


class Language(models.TextChoices):
    INDONESIAN = "id", "Bahasa Indonesia"
    ENGLISH = "en", "English"


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email, password=None, **fields):
        """Make an account; without a password nobody can sign in with it until one is set."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save()
        return user

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


@tracked
class User(AbstractBaseUser, SampleMarked):
    """An account. What it may do in a collaboration follows from facts, not from `role`."""

    email = models.EmailField(_("email"), unique=True)
    person = models.OneToOneField(
        "actors.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="user",
        verbose_name=_("person"),
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="users",
        verbose_name=_("organization"),
    )
    role = models.CharField(_("role"), max_length=10, choices=SiteRole, default=SiteRole.STAFF)
    language = models.CharField(
        _("language"), max_length=2, choices=Language, default=Language.INDONESIAN
    )
    time_zone = models.CharField(
        _("time zone"), max_length=20, choices=TimeZone, default=TimeZone.WITA
    )
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    never_removed = True  # put out of use instead: see `collabgov.roles`

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["email"]
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_code="email",
                violation_error_message=_("There is already an account with this email."),
            ),
            models.CheckConstraint(
                name="user_role_is_known", condition=Q(role__in=SiteRole.values)
            ),
            models.CheckConstraint(
                name="user_language_is_known", condition=Q(language__in=Language.values)
            ),
            models.CheckConstraint(
                name="user_time_zone_is_known", condition=Q(time_zone__in=TimeZone.values)
            ),
        ]

    def __str__(self):
        return str(self.person) if self.person_id else self.email

    def get_absolute_url(self):
        return reverse("dashboards:user", args=[self.pk])

    @property
    def is_admin(self):
        return self.is_active and self.role == SiteRole.ADMIN

    @property
    def is_auditor(self):
        return self.is_active and self.role == SiteRole.AUDITOR

    def has_perm(self, rule_name, record=None):
        """Whether a rule lets this account act on the record; an unknown rule is an error."""
        if not self.is_active:
            return False
        return rules.permissions.permissions[rule_name].test(self, record)
