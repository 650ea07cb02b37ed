"""A table with two parties, somebody who speaks for each, and the coordinator."""

from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agreements.instruments import transitions as verbs
from agreements.instruments.models import AgreementParty
from agreements.models import AmendmentChange, Collaboration, Signature
from collabgov.kit.errors import Refused
from tests.factories.actors import AppointmentFactory
from tests.factories.charter import CollaborationFactory, coordinator_of, representative_in
from tests.factories.documents import DocumentFactory, small_pdf
from tests.factories.instruments import AgreementTypeFactory

TODAY = timezone.localdate


def day(offset):
    """So many days from today."""
    return TODAY() + timedelta(days=offset)


def a_file(name="naskah.pdf"):
    return SimpleUploadedFile(name, small_pdf(), content_type="application/pdf")


@dataclass
class Table:
    """Who sits at it; `first` and `second` are the parties, each with a speaker and a post."""

    collaboration: Collaboration = field(default_factory=CollaborationFactory)

    def __post_init__(self):
        self.coordinator = coordinator_of(self.collaboration)
        self.speakers = [representative_in(self.collaboration) for _ in range(2)]
        self.parties = [
            self.collaboration.parties.get(organization=user.organization) for user in self.speakers
        ]
        self.posts = [
            AppointmentFactory(person=user.person, organization=user.organization, post="Kepala")
            for user in self.speakers
        ]
        self.kind = AgreementTypeFactory()

    def draft(self, **fields):
        """A draft that lacks nothing but the way: subject, term and two parties that sign."""
        said = {
            "type": self.kind,
            "title": "Kerja sama penanganan stunting",
            "subject": "Penurunan stunting terintegrasi.",
            "starts_on": TODAY(),
            "ends_on": day(365),
            "parties": [(party, True, "") for party in self.parties],
        }
        return verbs.draft_agreement(
            collaboration=self.collaboration, by=self.coordinator, **said | fields
        )

    def ready(self, **fields):
        agreement = self.draft(**fields)
        while agreement.state != "ready_to_sign":
            agreement = verbs.forward(agreement=agreement, by=self.coordinator)
        return agreement

    def sign(self, agreement, number, *, amendment=None, by=None, **fields):
        """The party of that number signs, today unless told."""
        said = {"appointment": self.posts[number], "signed_on": TODAY(), "authority": "own"}
        place = AgreementParty.objects.get(agreement=agreement, party=self.parties[number])
        by = by or self.speakers[number]
        return verbs.sign(place=place, by=by, amendment=amendment, **said | fields)

    def signed(self, agreement, **fields):
        """Both parties sign; the agreement as it is then."""
        for number in range(2):
            self.sign(agreement, number, **fields)
        agreement.refresh_from_db()
        return agreement

    def in_force(self, **fields):
        return self.signed(self.ready(**fields))

    def letter(self):
        return DocumentFactory(collaboration=self.collaboration)

    def amendment(self, agreement, **fields):
        """A draft of an amendment that changes the subject."""
        said = {"kind": "change", "reason": "Sasaran bertambah.", "changes": {"subject": "Baru."}}
        return verbs.draft_amendment(agreement=agreement, by=self.coordinator, **said | fields)

    def offered(self, agreement, **fields):
        amendment = self.amendment(agreement, **fields)
        return verbs.offer_amendment(amendment=amendment, by=self.coordinator)


def last_line(agreement):
    """The newest line of its history."""
    return agreement.changes.order_by("-pk").first()


def same(record):
    """What is saved of a record, to see that nothing changed."""
    return type(record).objects.filter(pk=record.pk).values().get()


def refused_unchanged(agreement, act, words=""):
    """The act is refused, with these words where they are given; nothing that is saved changed."""
    before = everything_of(agreement)
    with pytest.raises((Refused, ValidationError), match=words or None):
        act()
    assert everything_of(agreement) == before


def everything_of(agreement):
    """Every row of an agreement and of what belongs to it."""
    rows = Signature.objects.filter(place__agreement=agreement)
    parts = [agreement.changes, agreement.papers, agreement.parties, agreement.clauses]
    parts += [agreement.amendments, AmendmentChange.objects.filter(amendment__agreement=agreement)]
    return [same(agreement), *(list(part.order_by("pk").values()) for part in (*parts, rows))]
