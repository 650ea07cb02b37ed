"""Organizations: the actors that join, attend, promise and sign."""

import re

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.organizations.kinds import GovernmentLevel, OrganizationKind, Sector
from actors.organizations.querysets import OrganizationQuerySet
from actors.search.fields import search_index, search_text
from actors.search.merged import UnmergedManager, merged_into, merged_is_out_of_use
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned

PHONE = RegexValidator(
    r"^\+?[0-9][0-9 ().,/-]{1,38}[0-9)]$", _("Write a telephone number, such as 0426-21234.")
)
WEBSITE = URLValidator(schemes=["http", "https"])


@tracked
class Organization(Timestamped, SampleMarked, Versioned):
    """An agency, enterprise, university, association or group that can act in a collaboration."""

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60, blank=True)
    aliases = models.TextField(
        _("other names"), blank=True, help_text=_("One a line: abbreviations, former names.")
    )
    kind = models.CharField(_("kind"), max_length=30, choices=OrganizationKind)
    sector = models.CharField(_("sector"), max_length=20, choices=Sector)
    is_state_owned = models.BooleanField(_("owned by the state"), default=False)
    level = models.CharField(_("level"), max_length=10, choices=GovernmentLevel, blank=True)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs to"),
    )
    region = models.ForeignKey(
        "actors.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name=_("region"),
    )
    mandate = models.TextField(_("mandate"), blank=True, help_text=_("What it is there to do."))
    address = models.TextField(_("address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True, validators=[PHONE])
    email = models.EmailField(_("email"), blank=True)
    website = models.URLField(_("website"), blank=True, validators=[WEBSITE])
    is_active = models.BooleanField(_("active"), default=True)
    merged_into = merged_into()

    search_text = search_text(
        "name",
        "short_name",
        "aliases",
        Case(When(level=GovernmentLevel.PROVINCE, then=Value("provinsi")), default=Value("")),
    )

    objects = UnmergedManager.from_queryset(OrganizationQuerySet)()
    everything = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = [Lower("name"), "pk"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        indexes = [
            search_index("organization_search"),
            models.Index(Lower("name"), "id", name="organization_by_name"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                F("region"),
                name="organization_name_once_per_region",
                nulls_distinct=False,
                condition=Q(merged_into=None),
                violation_error_code="name",
                violation_error_message=_("This region already has an organization of this name."),
            ),
            models.CheckConstraint(
                name="organization_not_its_own_parent",
                condition=Q(parent=None) | ~Q(parent=F("id")),
                violation_error_code="parent",
                violation_error_message=_("An organization cannot belong to itself."),
            ),
            merged_is_out_of_use("organization_merged_is_out_of_use"),
            models.CheckConstraint(
                name="organization_kind_is_known", condition=Q(kind__in=OrganizationKind.values)
            ),
            models.CheckConstraint(
                name="organization_sector_is_known", condition=Q(sector__in=Sector.values)
            ),
            models.CheckConstraint(
                name="organization_website_is_a_page",
                condition=Q(website="") | Q(website__iregex=r"^https?://"),
                violation_error_code="website",
                violation_error_message=_("Write the address of a page, beginning with https://."),
            ),
            models.CheckConstraint(
                name="organization_level_is_known",
                condition=Q(level__in=["", *GovernmentLevel.values]),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("dashboards:organization", args=[self.pk])

    @property
    def label(self):
        """The short name where there is one: for tables, charts and select lists."""
        return self.short_name or self.name

    @property
    def dial(self):
        """The first of its telephone numbers as a telephone wants it."""
        first = re.split(r"[,/]", self.phone)[0]
        return re.sub(r"[^0-9+]", "", first)
