"""Every way people and their posts are read."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class PersonQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Names and posts are open to everyone who is signed in; contact details are a verb."""
        return self if user.is_authenticated else self.none()

    def active(self):
        return self.filter(is_active=True)


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if user.is_authenticated else self.none()

    def current(self, *, today=None):
        """Posts held on that day."""
        day = today or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def for_list(self):
        return self.select_related("person", "organization").order_by("-starts_on", "pk")
