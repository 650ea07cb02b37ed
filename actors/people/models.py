"""People and the posts they hold; a person needs no account."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.people.querysets import AppointmentQuerySet, PersonQuerySet
from actors.search.fields import search_index, search_text
from actors.search.merged import UnmergedManager, merged_into, merged_is_out_of_use
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped, Versioned
from collabgov.kit.periods import Dated, days, ends_after_start


@tracked
class Person(Timestamped, SampleMarked, Versioned):
    """Someone who attends, is named or signs. One name field: single-word names are normal."""

    full_name = models.CharField(_("full name"), max_length=150)
    title_before = models.CharField(_("title before the name"), max_length=40, blank=True)
    title_after = models.CharField(_("title after the name"), max_length=80, blank=True)
    email = models.EmailField(_("email"), blank=True)
    phone = models.CharField(_("phone"), max_length=20, blank=True)
    consent_note = models.CharField(
        _("purpose and consent"),
        max_length=300,
        blank=True,
        help_text=_("Why these contact details are kept, and who agreed to it."),
    )
    is_active = models.BooleanField(_("active"), default=True)
    merged_into = merged_into()

    search_text = search_text("title_before", "full_name", "title_after")

    objects = UnmergedManager.from_queryset(PersonQuerySet)()
    everything = PersonQuerySet.as_manager()

    class Meta:
        ordering = [Lower("full_name"), "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            search_index("person_search"),
            models.Index(Lower("full_name"), "id", name="person_by_name"),
        ]
        constraints = [
            merged_is_out_of_use("person_merged_is_out_of_use"),
            models.CheckConstraint(
                name="person_contact_has_a_purpose",
                condition=Q(phone="") | ~Q(consent_note=""),
                violation_error_code="consent_note",
                violation_error_message=_("Say why the phone number is kept."),
            ),
        ]

    def __str__(self):
        before = f"{self.title_before} " if self.title_before else ""
        after = f", {self.title_after}" if self.title_after else ""
        return f"{before}{self.full_name}{after}"

    def get_absolute_url(self):
        return reverse("dashboards:person", args=[self.pk])


@tracked
class Appointment(Dated, Timestamped, SampleMarked, Versioned):
    """A post that a person holds in an organization, from one day to another."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("person")
    )
    organization = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name=_("organization"),
    )
    post = models.CharField(_("post"), max_length=150)
    is_acting = models.BooleanField(
        _("acting"),
        default=False,
        help_text=_("Holds the post for the time being (Pj., Plt., Plh.)."),
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            ends_after_start("appointment_ends_after_start"),
            ExclusionConstraint(
                name="appointment_no_overlap",
                expressions=[
                    (F("person"), RangeOperators.EQUAL),
                    (F("organization"), RangeOperators.EQUAL),
                    (F("post"), RangeOperators.EQUAL),
                    (days(), RangeOperators.OVERLAPS),
                ],
                violation_error_code="starts_on",
                violation_error_message=_("This person already holds this post in that time."),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.post}" if self.post else str(self.person)
