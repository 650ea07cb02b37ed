"""Every way letterheads are read."""

from django.db import models
from django.db.models import F, Q

from agreements.letters.kinds import Purpose


class LetterheadQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those who look after the site."""
        return self if user.is_authenticated and user.is_admin else self.none()

    def in_use(self):
        return self.filter(is_active=True)

    def for_organization(self, organization_id, purpose=Purpose.AGREEMENT):
        """The one an organization writes on: its own, or else the site's; None for the plain."""
        fitting = (
            self.in_use()
            .filter(purpose=purpose)
            .filter(Q(organization=None) | Q(organization_id=organization_id))
        )
        own_first = F("organization_id").desc(nulls_last=True)
        return fitting.order_by(own_first, "-uploaded_at", "-pk").first()

    def for_list(self):
        site_first = F("organization__name").asc(nulls_first=True)
        return self.select_related("organization", "uploaded_by__person").order_by(
            site_first, "purpose", "-uploaded_at", "-pk"
        )
