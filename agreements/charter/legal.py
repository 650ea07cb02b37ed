"""The tables of the legal bases: the rules of the country, and which a collaboration rests on."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Cast, Concat, Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.search.fields import search_index, search_text
from agreements.charter.kinds import LegalLevel
from agreements.charter.legal_querysets import LegalBasisQuerySet, LegalLinkQuerySet
from agreements.charter.models import Collaboration
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned

OF_THE_STATE = (LegalLevel.UUD, LegalLevel.UU, LegalLevel.PP, LegalLevel.PERPRES)
WITHOUT_NUMBER = (LegalLevel.UUD, LegalLevel.OTHER)
FIRST_YEAR, LAST_YEAR = 1800, 2200  # some colonial ordinances are still in force


def numbered():
    """The number and the year as people write them: 23/2014."""
    year = Cast("year", models.TextField())
    return Concat("number", Value("/"), year, output_field=models.TextField())


@tracked
class LegalBasis(Timestamped, SampleMarked, Versioned):
    """One law, regulation, decree or circular; `is_verified` says whether somebody looked it up."""

    level = models.CharField(_("level"), max_length=10, choices=LegalLevel)
    short_form = models.CharField(
        _("short form"),
        max_length=40,
        blank=True,
        help_text=_("Such as Permendagri; empty: the level is written."),
    )
    number = models.CharField(_("number"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    title = models.CharField(
        _("about"), max_length=300, help_text=_("What it is about, such as Pemerintahan Daerah.")
    )
    issuer = models.CharField(_("issued by"), max_length=200, blank=True)
    url = models.URLField(
        _("where to read it"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"])],
    )
    articles = models.TextField(_("articles that matter"), blank=True)
    in_force = models.BooleanField(_("in force"), default=True)
    ended_on = models.DateField(_("no longer in force since"), null=True, blank=True)
    is_verified = models.BooleanField(_("verified"), default=False)
    verified_note = models.CharField(_("how it was verified"), max_length=300, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("added by"),
    )
    list_key = models.SlugField(
        _("key in the supplied list"),
        max_length=60,
        null=True,
        blank=True,
        editable=False,
        unique=True,
    )

    search_text = search_text("level", "short_form", numbered(), "title", "issuer")

    objects = LegalBasisQuerySet.as_manager()

    class Meta:
        ordering = ["year", "number", "pk"]
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
        indexes = [search_index("legal_basis_search")]
        constraints = [
            models.CheckConstraint(
                name="legal_basis_level_is_known", condition=Q(level__in=LegalLevel.values)
            ),
            models.CheckConstraint(
                name="legal_basis_year_makes_sense",
                condition=Q(year__gte=FIRST_YEAR, year__lte=LAST_YEAR),
                violation_error_code="year",
            ),
            models.CheckConstraint(
                name="legal_basis_has_a_number",
                condition=Q(level__in=WITHOUT_NUMBER) | ~Q(number=""),
                violation_error_code="number",
                violation_error_message=_("Write its number."),
            ),
            models.CheckConstraint(
                name="legal_basis_says_whose",
                condition=Q(level__in=[*OF_THE_STATE, LegalLevel.OTHER]) | ~Q(issuer=""),
                violation_error_code="issuer",
                violation_error_message=_("Say who issued it: several have the same number."),
            ),
            models.UniqueConstraint(
                "level",
                Lower("number"),
                "year",
                Lower("issuer"),
                name="legal_basis_once",
                violation_error_code="number",
                violation_error_message=_("This one is already on the register."),
            ),
            models.CheckConstraint(
                name="legal_basis_url_is_safe",
                condition=Q(url="") | Q(url__startswith="https://"),
                violation_error_code="url",
                violation_error_message=_("Write an address that begins with https://."),
            ),
            models.CheckConstraint(
                name="legal_basis_in_force_has_no_end",
                condition=Q(in_force=False) | Q(ended_on=None),
                violation_error_code="ended_on",
                violation_error_message=_("What is in force has no such day."),
            ),
            models.CheckConstraint(
                name="legal_basis_verified_says_how",
                condition=Q(is_verified=False) | ~Q(verified_note=""),
                violation_error_code="verified_note",
                violation_error_message=_("Say how it was verified, such as where it was read."),
            ),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("agreements:legal-basis-detail", args=[self.pk])

    @property
    def label(self):
        """As people cite it: UU 23/2014."""
        number = f"{self.number}/{self.year}" if self.number else self.year
        return f"{self.short_form or self.get_level_display()} {number}"


@tracked
class CollaborationLegalBasis(Timestamped, SampleMarked):
    """One legal basis that a collaboration rests on, and which of its articles."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="legal_bases"
    )
    legal_basis = models.ForeignKey(
        LegalBasis,
        on_delete=models.PROTECT,
        related_name="collaborations",
        verbose_name=_("legal basis"),
    )
    article = models.CharField(_("article"), max_length=100, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = LegalLinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("legal basis of a collaboration")
        verbose_name_plural = _("legal bases of collaborations")
        constraints = [
            models.UniqueConstraint(
                "collaboration",
                "legal_basis",
                name="collaboration_legal_basis_once",
                violation_error_code="legal_basis",
                violation_error_message=_("The collaboration rests on this one already."),
            ),
        ]

    def __str__(self):
        return (
            f"{self.legal_basis.label}, {self.article}" if self.article else str(self.legal_basis)
        )
