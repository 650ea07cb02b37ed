"""The people and papers that the tests of the pages share."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.factories.actors import AppointmentFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
)
from tests.factories.documents import small_pdf
from tests.factories.instruments import AgreementFactory, AgreementPartyFactory


class Scene:
    """A collaboration with two parties, each with a head, and an agreement between them."""

    def __init__(self):
        self.today = timezone.localdate()
        self.collaboration = CollaborationFactory()
        self.coordinator = UserFactory()
        CoordinatorFactory(collaboration=self.collaboration, person=self.coordinator.person)
        self.representative = UserFactory()
        self.parties = [
            PartyFactory(
                collaboration=self.collaboration, organization=self.representative.organization
            ),
            PartyFactory(collaboration=self.collaboration),
        ]
        RepresentativeFactory(party=self.parties[0], person=self.representative.person)
        self.heads = [
            AppointmentFactory(organization=party.organization, post="Kepala Dinas")
            for party in self.parties
        ]

    def agreement(self, **fields):
        """One between the two parties, who have to sign."""
        agreement = AgreementFactory(collaboration=self.collaboration, **fields)
        for party in self.parties:
            AgreementPartyFactory(agreement=agreement, party=party)
        return agreement

    def days(self, number):
        return self.today + timedelta(days=number)


def url(name, *args, **query):
    address = reverse(f"agreements:{name}", args=args)
    return f"{address}?{'&'.join(f'{key}={value}' for key, value in query.items())}".rstrip("?")


def day(value):
    """A date as somebody types it."""
    return value.strftime("%d/%m/%Y")


def pdf(name="naskah.pdf"):
    """A file as a browser hands it in, another one each time."""
    return SimpleUploadedFile(name, small_pdf(), "application/pdf")


def sentences(response):
    """Every error of the form of an answer, as plain text."""
    form = response.context["form"]
    return " ".join(str(error) for errors in form.errors.values() for error in errors)
