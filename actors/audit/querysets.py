"""Every way events are read."""

from django.db import models
from django.db.models import Q

from actors.audit.kinds import DISCLOSES


class AccessEventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Admins and auditors read all events; what others read of them, `dashboards` knows."""
        if not user.is_authenticated:
            return self.none()
        return self if user.is_admin or user.is_auditor else self.filter(user=user)

    def newest_first(self):
        return self.order_by("-at", "-pk")

    def disclosing(self, *, since, until, person=None):
        """What showed or handed out personal data in that time.

        Of one person: the views of their page and account, and every list that left the site,
        which may have held them.
        """
        rows = self.filter(kind__in=DISCLOSES, at__gte=since, at__lt=until)
        if person is not None:
            account = getattr(person, "user", None)
            theirs = Q(about_model="actors.person", about_pk=str(person.pk))
            if account is not None:
                theirs |= Q(about_model="actors.user", about_pk=str(account.pk))
            rows = rows.filter(theirs | Q(about_pk=""))
        return rows.order_by("at", "pk")
