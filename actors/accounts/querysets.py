"""Every way accounts are read."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce, Lower

from actors.accounts.emails import folded

FACTORS = ("totp", "webauthn")  # recovery codes are no factor of their own


class ByAddressQuerySet(models.QuerySet):
    """Rows with an address, a person and an organization, found by any of them."""

    def search(self, text):
        """Every word stands in the address, the person's or the organization's name."""
        found = self
        for word in text.split()[:8]:
            found = found.filter(
                Q(email__icontains=word)
                | Q(person__full_name__icontains=word)
                | Q(organization__name__icontains=word)
                | Q(organization__short_name__icontains=word)
            )
        return found


class UserQuerySet(ByAddressQuerySet):
    def visible_to(self, user):
        """Accounts are the admins' business, the auditor looks on; everyone sees their own."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_admin or user.is_auditor else self.filter(pk=user.pk)

    def with_email(self, address):
        """The account of this address; letters that only look like its letters are others."""
        return self.filter(email=folded(address))

    def active(self):
        return self.filter(is_active=True)

    def for_list(self):
        return self.select_related("person", "organization")

    def with_second_factor(self):
        """Annotate `has_factor`: whether a second factor is asked for at the sign-in."""
        factors = apps.get_model("mfa", "Authenticator").objects
        return self.annotate(
            has_factor=Exists(factors.filter(user=OuterRef("pk"), type__in=FACTORS))
        )

    def by_name(self):
        """By the person's name, or the address of whoever has none."""
        return self.order_by(Lower(Coalesce(F("person__full_name"), F("email"))), "pk")

    def signed_in_since(self, day):
        return self.filter(last_login__date__gte=day)
