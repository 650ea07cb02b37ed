"""Where: the country's administrative regions."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.regions.querysets import RegionQuerySet
from actors.search.fields import search_index, search_text
from collabgov.kit.audit import tracked


class RegionLevel(models.TextChoices):
    PROVINCE = "province", _("Province")
    REGENCY = "regency", _("Regency or city")
    DISTRICT = "district", _("District")
    VILLAGE = "village", _("Village")


@tracked
class Region(models.Model):
    """A province, regency, district or village, by its Kemendagri code (such as 76.02)."""

    code = models.CharField(_("Kemendagri code"), max_length=13, unique=True)
    name = models.CharField(_("name"), max_length=120)
    aliases = models.CharField(
        _("other names"), max_length=200, blank=True, help_text=_("Such as Sulbar, Polman.")
    )
    level = models.CharField(_("level"), max_length=10, choices=RegionLevel)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )

    source_note = models.CharField(_("source"), max_length=120, blank=True, editable=False)
    as_of = models.DateField(_("as of"), null=True, blank=True, editable=False)

    search_text = search_text("name", "aliases", "code")

    objects = RegionQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        indexes = [search_index("region_search")]
        constraints = [
            models.CheckConstraint(
                name="region_level_is_known", condition=Q(level__in=RegionLevel.values)
            ),
            models.CheckConstraint(
                name="region_province_has_no_parent",
                condition=Q(level=RegionLevel.PROVINCE, parent=None)
                | (~Q(level=RegionLevel.PROVINCE) & Q(parent__isnull=False)),
                violation_error_code="parent",
                violation_error_message=_("Only a province is part of no other region."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("actors:region-detail", args=[self.pk])
