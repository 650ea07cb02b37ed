"""Builds agreements by the verbs that the site uses: some in force, some on their way."""

from actors.models import Appointment
from agreements.demo.papers import small_pdf
from agreements.demo.scene import history_of
from agreements.documents.kinds import DocumentKind
from agreements.documents.transitions import add_document
from agreements.instruments import transitions
from agreements.instruments.kinds import AmendmentKind
from agreements.instruments.transitions.loading import load_types
from agreements.models import (
    Agreement,
    AgreementChange,
    AgreementParty,
    AgreementType,
    Amendment,
    LegalBasis,
)


def build_agreements(papers, *, collaboration, scene):
    """Parents stand before their children; one file stands for every signed copy."""
    if not papers:
        return
    load_types()
    builder = Builder(collaboration, scene)
    for paper in papers:
        builder.build(paper)


class Builder:
    """What the agreements of one scenario share."""

    def __init__(self, collaboration, scene):
        self.collaboration, self.scene = collaboration, scene
        self.types = {row.code: row for row in AgreementType.objects.all()}
        parties = collaboration.parties.select_related("organization")
        keys = {row.pk: key for key, row in scene.organizations.items()}
        self.parties = {keys[party.organization_id]: party for party in parties}
        self.made = {}
        self.copy = add_document(
            collaboration=collaboration,
            by=scene.coordinator,
            title="Naskah kesepakatan (contoh)",
            kind=DocumentKind.SIGNED_COPY,
            file=small_pdf("Kesepakatan"),
            is_sample=True,
        )

    def build(self, paper):
        agreement = self._register(paper) if paper.signed else self._draft(paper)
        self.made[paper.key] = agreement
        if paper.extension:
            self._extend(agreement, paper.extension)

    def _facts(self, paper):
        calendar = self.scene.calendar
        return {
            "collaboration": self.collaboration,
            "by": self.scene.coordinator,
            "submission_id": self.scene.uuid(f"agreement-{paper.key}"),
            "is_sample": True,
            "type": self.types[paper.kind],
            "number": paper.number,
            "title": paper.title,
            "subject": paper.about,
            "scope": paper.scope,
            "benefits": list(paper.benefits),
            "parent": self.made.get(paper.parent),
            "starts_on": calendar.day(paper.starts),
            "ends_on": calendar.day(paper.ends) if paper.ends else None,
            "source_note": paper.source,
            "parties": [(self.parties[body], True, "") for body in paper.bodies],
        }

    def _register(self, paper):
        """It was signed elsewhere; one office signs a decree, and the others are told of it."""
        day = self.scene.calendar.day(paper.signed)
        with history_of(AgreementChange.objects, day):
            return transitions.register_agreement(
                signed_on=day, document=self.copy, **self._facts(paper)
            )

    def _extend(self, agreement, extension):
        day = self.scene.calendar.day(extension.drafted)
        with history_of(AgreementChange.objects, day):
            amendment = transitions.draft_amendment(
                agreement=agreement,
                by=self.scene.coordinator,
                kind=AmendmentKind.EXTENSION,
                reason=extension.reason,
                changes={"ends_on": self.scene.calendar.day(extension.until)},
            )
        Amendment.objects.filter(pk=amendment.pk).update(state_since=day)

    def _draft(self, paper):
        day = self.scene.calendar.day(paper.drafted)
        by = self.scene.coordinator
        with history_of(AgreementChange.objects, day):
            agreement = transitions.draft_agreement(**self._facts(paper))
            for key, article in paper.rules:
                rule = self.scene.rules.get(key) or LegalBasis.objects.get(list_key=key)
                transitions.add_legal_basis(
                    agreement=agreement, by=by, legal_basis=rule, article=article
                )
            for one in paper.paragraphs:
                owed_by = self._place(agreement, one.owed_by)
                transitions.add_clause(
                    agreement=agreement,
                    by=by,
                    number=one.number,
                    text=one.text,
                    is_obligation=owed_by is not None,
                    owed_by=owed_by,
                )
        self._date(agreement, day)
        for when, what in paper.steps:
            self._step(agreement, self.scene.calendar.day(when), what)
        agreement.refresh_from_db()
        return agreement

    def _step(self, agreement, day, what):
        """On to the next state, or somebody's signature; it has been so since that day."""
        by, was = self.scene.coordinator, Agreement.objects.get(pk=agreement.pk).state
        with history_of(AgreementChange.objects, day):
            if what == "forward":
                transitions.forward(agreement=agreement, by=by)
            else:
                post = Appointment.objects.get(person=self.scene.people[what])
                place = AgreementParty.objects.get(
                    agreement=agreement, party__organization=post.organization
                )
                transitions.sign(place=place, by=by, appointment=post, signed_on=day)
        if Agreement.objects.get(pk=agreement.pk).state != was:
            self._date(agreement, day)

    @staticmethod
    def _date(agreement, day):
        rows = Agreement.objects.filter(pk=agreement.pk)
        rows.update(state_since=day, stage_since=day)

    def _place(self, agreement, body):
        party = self.parties.get(body)
        return AgreementParty.objects.get(agreement=agreement, party=party) if party else None
