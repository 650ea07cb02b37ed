"""Every way joint services, their standards, requests and stated costs are read."""

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery, Sum
from django.db.models.functions import Coalesce

from actors.search.ranking import Among
from agreements.capacity.querysets.clock import on_its_day
from agreements.capacity.querysets.standing import Reader
from agreements.capacity.querysets.words import having, stands_in
from agreements.capacity.service_kinds import OPEN_REQUESTS, RequestState, ServiceState
from agreements.charter.querysets import ChangeQuerySet, OfCollaborationQuerySet
from agreements.charter.states import CollaborationState


def is_overdue(*, today=None, path="", place="service__collaboration"):
    """Not closed, and the day that the standard promised has passed where the service is."""
    passed = on_its_day(lambda day: Q(**{f"{path}due_on__lt": day}), today=today, path=place)
    return Q(**{f"{path}state__in": OPEN_REQUESTS}) & passed


def _number_of(rows):
    """How many rows stand behind each service, as a column; 0 where there are none."""
    counted = rows.order_by().values("service").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def open_first():
    """What sorts open requests before the others; an index has the same words."""
    return models.Case(models.When(state__in=OPEN_REQUESTS, then=0), default=1)


def _ids(rows):
    return rows.order_by().values("pk")


def _table(name, app="agreements"):
    return apps.get_model(app, name).objects


class JointServiceQuerySet(OfCollaborationQuerySet):
    def running(self):
        return self.filter(state=ServiceState.RUNNING)

    def held(self):
        """Those that took place: they run, or have run before they ended."""
        return self.exclude(state=ServiceState.PLANNED).exclude(starts_on=None)

    def of_organization(self, organization):
        """Given by it, or serving a purpose of it."""
        mine = {"service": OuterRef("pk"), "party__organization": organization}
        parts = (_table(name).filter(**mine) for name in ("ServiceGiver", "ServicePurpose"))
        gives, serves = (Exists(rows.order_by()) for rows in parts)
        return self.filter(gives | serves)

    def mentioning(self, words):
        """Every word stands in the name, in what is offered, or at which place."""
        return having(self, words, "name", "about", "place")

    def with_parties(self):
        beside = {
            "givers": _table("ServiceGiver").select_related("party__organization"),
            "purposes": _table("ServicePurpose").select_related("party__organization"),
        }
        return self.prefetch_related(
            *(Prefetch(name, queryset=rows.order_by("pk")) for name, rows in beside.items())
        )

    def with_requests(self, *, today=None):
        """Annotate how many requests are `open_requests`, and of these `overdue_requests`.

        Each is counted for itself, after the page is cut, and only among what is open: joined,
        every request ever made would be read for one page.
        """
        here = _table("ServiceRequest").filter(service=OuterRef("pk")).open()
        return self.annotate(
            open_requests=_number_of(here), overdue_requests=_number_of(here.overdue(today=today))
        )

    def for_list(self):
        """What runs first, then what is planned, then what has ended."""
        place = models.Case(
            models.When(state=ServiceState.RUNNING, then=0),
            models.When(state=ServiceState.PLANNED, then=1),
            default=2,
        )
        return (
            self.with_parties()
            .with_requests()
            .select_related("collaboration", "region")
            .order_by(place, "name", "pk")
        )

    def for_page(self):
        return self.with_parties().select_related("collaboration", "region", "recorded_by__person")


class OfServiceQuerySet(OfCollaborationQuerySet):
    """What belongs to a service is seen by whoever sees the service."""

    collaboration_path = "service__collaboration"


class ServiceGiverQuerySet(OfServiceQuerySet):
    def in_their_own_word(self):
        """Those that said so themselves: whom others only named owes nothing yet."""
        return self.filter(is_on_behalf=False)

    def to_stand_by_for(self, user):
        """Parties that others named and for which the user speaks; nothing that is over."""
        here = self.exclude(service__collaboration__state=CollaborationState.CLOSED)
        here = here.exclude(service__state=ServiceState.ENDED)
        voices = Reader(user).voices().filter(party=OuterRef("party"))
        return here.filter(Exists(voices), is_on_behalf=True)


class ServiceChangeQuerySet(ChangeQuerySet):
    collaboration_path = "service__collaboration"


class StandardQuerySet(OfCollaborationQuerySet):
    collaboration_path = "service__collaboration"

    def published(self):
        return self.exclude(published_from=None)

    def holding(self, *, on=None):
        """Those that were published by that day, the one that holds first."""
        by_then = on_its_day(
            lambda day: Q(published_from__lte=day), today=on, path=self.collaboration_path
        )
        return self.filter(by_then).order_by("-published_from", "-number")

    def for_list(self):
        return self.order_by("-number")

    def for_page(self):
        return self.select_related("service__collaboration", "published_by__person")


class ServiceRequestQuerySet(OfCollaborationQuerySet):
    collaboration_path = "service__collaboration"

    def visible_to(self, user):
        """Whoever takes part in the collaboration, and the people of whoever asked."""
        if not user.is_authenticated:
            return self.none()
        seen = Q(service__collaboration__in=_table("Collaboration").visible_to(user))
        if user.organization_id is not None:
            seen |= Q(organization=user.organization_id)
        return self.filter(seen)

    def of_services(self, services, user):
        """The same for a list, by the services that the user sees, which were read before.

        They are few beside their requests, and with their numbers PostgreSQL knows by which index
        to read. Who sees everything needs none.
        """
        if user.is_admin or user.is_auditor:
            return self
        seen = Q(service__in=[row.pk for row in services])
        if user.organization_id is not None:
            seen |= Q(organization=user.organization_id)
        return self.filter(seen)

    def open(self):
        return self.filter(state__in=OPEN_REQUESTS)

    def overdue(self, *, today=None):
        return self.filter(is_overdue(today=today))

    def worked_on_by(self, user):
        """To services that the user's organization, or one the user speaks for, gives."""
        reader = Reader(user)
        if not reader.acts:
            return self.none()
        ours = Q(party__in=reader.voices().values("party"))
        if user.organization_id is not None:
            ours |= Q(party__organization=user.organization_id)
        givers = _table("ServiceGiver").in_their_own_word().order_by()
        gives = givers.filter(ours, service=OuterRef("service"))
        here = self.exclude(service__collaboration__state=CollaborationState.CLOSED)
        return here.filter(Exists(gives))

    def asked_by(self, user):
        """Of the user's own organization."""
        if user.organization_id is None:
            return self.none()
        return self.filter(organization=user.organization_id)

    def mentioning(self, words):
        """Every word stands in what is asked, in its reference, or in who asked.

        Found first and sorted afterwards: how rare a word is PostgreSQL only guesses, and read in
        the order of the list a rare one would cost every row.
        """
        rows = self
        for word in words:
            services = (
                _table("JointService").filter(name__icontains=word).values_list("pk", flat=True)
            )
            askers = _table("Organization", "actors").filter(stands_in(word, "name", "short_name"))
            beside = Q(service__in=list(services)) | Q(Among("organization", _ids(askers)))
            rows = rows.filter(stands_in(word, "what", "reference") | beside)
        return self.filter(Among("pk", _ids(rows))) if words else self

    def for_list(self):
        """Open ones first, the most urgent before the others."""
        rows = self.select_related("service__collaboration", "organization")
        return rows.order_by(open_first(), "due_on", "-pk")

    def for_page(self):
        return self.select_related(
            "service__collaboration", "standard", "organization", "recorded_by__person"
        )

    def for_slip(self):
        """Those that are known by the number of a slip."""
        return self.exclude(reference="").for_page()

    def tally(self):
        """{state: how many}, of every state."""
        rows = self.order_by().values("state").annotate(total=Count("pk"))
        counted = {row["state"]: row["total"] for row in rows}
        return {state: counted.get(state, 0) for state in RequestState.values}


class RequestChangeQuerySet(ChangeQuerySet):
    """Whoever sees the request sees how it gets on."""

    def visible_to(self, user):
        return self.filter(request__in=_table("ServiceRequest").visible_to(user))


class ServiceCostQuerySet(OfCollaborationQuerySet):
    collaboration_path = "service__collaboration"

    def to_confirm_by(self, user):
        """Stated by somebody else for a party that the user speaks for."""
        here = self.exclude(service__collaboration__state=CollaborationState.CLOSED)
        voices = Reader(user).voices().filter(party=OuterRef("party"))
        return here.filter(Exists(voices), confirmed_on=None)

    def sums_of_bases(self):
        """Of each basis: how many are stated, and of those that are added how many and the sums."""
        whole = Q(confirmed_on__isnull=False, together__isnull=False, alone__isnull=False)
        return (
            self.order_by()
            .values("basis")
            .annotate(
                stated=Count("pk"),
                counted=Count("pk", filter=whole),
                sum_together=Sum("together", filter=whole),
                sum_alone=Sum("alone", filter=whole),
            )
        )

    def for_page(self):
        return self.select_related(
            "party__organization", "document", "stated_by__person", "confirmed_by__person"
        ).order_by("-held_on", "basis", "party__organization__name", "pk")
