"""Who signed for which party, by what right; and what was checked on paper."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from agreements.documents.models import Document
from agreements.instruments.kinds import Authority, SigningItem
from agreements.instruments.models.agreements import AgreementParty
from agreements.instruments.models.amendments import Amendment
from agreements.instruments.querysets import OfPlaceQuerySet, SignatureQuerySet
from collabgov.kit.audit import tracked
from collabgov.kit.models import SampleMarked, Timestamped


@tracked
class Signature(Timestamped, SampleMarked):
    """One party's signature, by somebody in a post; under the agreement or under an amendment.

    Recorded by the party's representative, or by the coordinator on its behalf: then it stays
    marked until the party confirms it.
    """

    place = models.ForeignKey(
        AgreementParty, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("party")
    )
    amendment = models.ForeignKey(
        Amendment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="signatures",
        verbose_name=_("amendment"),
    )
    appointment = models.ForeignKey(
        "actors.Appointment",
        on_delete=models.PROTECT,
        related_name="signatures",
        verbose_name=_("who signed, in which post"),
    )
    authority = models.CharField(
        _("by what right"), max_length=20, choices=Authority, default=Authority.OWN
    )
    power = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signatures",
        verbose_name=_("power of attorney"),
    )
    signed_on = models.DateField(_("signed on"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("recorded by"),
    )
    is_on_behalf = models.BooleanField(
        _("recorded on behalf, not yet confirmed by the party"), default=False, editable=False
    )
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("confirmed by"),
    )
    withdrawn_on = models.DateField(_("taken back on"), null=True, editable=False)
    withdrawn_reason = models.TextField(_("why it was taken back"), blank=True, editable=False)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        ordering = ["signed_on", "pk"]
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "amendment"],
                name="signature_once_per_party",
                condition=Q(withdrawn_on=None),
                nulls_distinct=False,
                violation_error_message=_("This party has signed already."),
            ),
            models.CheckConstraint(
                name="signature_power_of_attorney_has_its_document",
                condition=Q(authority=Authority.OWN, power=None)
                | Q(authority=Authority.POWER_OF_ATTORNEY, power__isnull=False),
                violation_error_code="power",
                violation_error_message=_(
                    "Signing by power of attorney needs its document; by one's own authority none."
                ),
            ),
            models.CheckConstraint(
                name="signature_taken_back_with_a_reason",
                condition=Q(withdrawn_on=None, withdrawn_reason="")
                | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_reason="")),
                violation_error_message=_("Say why the signature is taken back."),
            ),
        ]

    def __str__(self):
        return f"{self.place}: {self.appointment}"


@tracked
class SigningCheck(SampleMarked):
    """One thing checked on paper for one party: done, when and noted by whom."""

    place = models.ForeignKey(
        AgreementParty, on_delete=models.CASCADE, related_name="checks", verbose_name=_("party")
    )
    item = models.CharField(_("what"), max_length=20, choices=SigningItem)
    done_on = models.DateField(_("checked on"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("noted by"),
    )

    objects = OfPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["place", "item"]
        verbose_name = _("check of the paper")
        verbose_name_plural = _("checks of the paper")
        constraints = [
            models.UniqueConstraint(
                fields=["place", "item"],
                name="signing_check_once",
                violation_error_message=_("This is checked already."),
            ),
            models.CheckConstraint(
                name="signing_check_item_is_known", condition=Q(item__in=SigningItem.values)
            ),
        ]

    def __str__(self):
        return f"{self.place}: {SigningItem(self.item).label}"
