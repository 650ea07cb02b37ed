"""Two parties of which one asks the other for help, for tests of official assistance."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from agreements.capacity.assistance_kinds import AssistanceOutcome, HelpKind
from agreements.capacity.transitions import assistance, assistance_answers
from agreements.documents.kinds import DocumentKind
from tests.agreements.goals.scenes import Scene
from tests.factories.actors import UserFactory
from tests.factories.assistance import GroundKindFactory, RefusalGroundFactory
from tests.factories.charter import PartyFactory, RepresentativeFactory
from tests.factories.documents import DocumentFactory, small_pdf

REASON = "Anggaran tahun ini sudah habis terpakai."


class Help(Scene):
    """Dinas Kesehatan asks Dinas PU."""

    def __init__(self):
        super().__init__()
        self.ground = GroundKindFactory()
        self.refusal = RefusalGroundFactory()

    def drafted(self, **fields):
        said = {
            "from_party": self.health,
            "to_party": self.works,
            "by": self.health_speaker,
            "subject": "Dua enumerator",
            "kind": HelpKind.STAFF,
            "what": "Dua orang selama dua minggu.",
            "needed_by": timezone.localdate() + dt.timedelta(days=30),
            "grounds": [self.ground],
        }
        return assistance.draft_assistance(**{**said, **fields})

    def submitted(self, *, on=None, **fields):
        by = fields.get("by", self.health_speaker)
        return assistance.submit_assistance(request=self.drafted(**fields), by=by, on=on)

    def emergency(self, **fields):
        why = {"is_emergency": True, "emergency_reason": "Banjir di tiga desa."}
        return self.submitted(**{"subject": "Perahu karet", **why, **fields})

    def quiet(self, name="Balai Data", **fields):
        """A party for which nobody speaks yet."""
        return PartyFactory(collaboration=self.collaboration, organization__name=name, **fields)

    def speaker_of(self, party, **fields):
        """From now on somebody speaks for the party."""
        speaker = UserFactory(organization=party.organization, **fields)
        RepresentativeFactory(party=party, person=speaker.person)
        return speaker

    def lent(self, outcome=AssistanceOutcome.ACCEPT, *, ask=None, name="Balai Data", **fields):
        """Answered by the coordinator while nobody spoke for the party; since then somebody does.

        Returns the request and who speaks for the party asked.
        """
        quiet = self.quiet(name)
        asked = (ask or self.submitted)(to_party=quiet, **fields)
        give = self.refused if outcome == AssistanceOutcome.REFUSE else self.answered
        said = {} if outcome == AssistanceOutcome.REFUSE else {"outcome": outcome}
        return give(asked, by=self.coordinator, **said), self.speaker_of(quiet)

    def missed(self, request, *, days=1, **fields):
        """The days of the request have passed."""
        ago = timezone.localdate() - dt.timedelta(days=days)
        facts = {"submitted_on": ago - dt.timedelta(days=20), "answer_due_on": ago}
        type(request).objects.filter(pk=request.pk).update(needed_by=ago, **{**facts, **fields})
        request.refresh_from_db()
        return request

    def letter(self, by=None):
        """A letter on file; added by somebody of the party asked."""
        facts = {"kind": DocumentKind.LETTER, "added_by": by or self.works_speaker}
        return DocumentFactory(collaboration=self.collaboration, **facts)

    def answered(self, request, outcome=AssistanceOutcome.ACCEPT, *, by=None, **said):
        return assistance_answers.answer_assistance(
            request=request, by=by or self.works_speaker, outcome=outcome, **said
        )

    def refused(self, request, **said):
        return self.answered(
            request, AssistanceOutcome.REFUSE, **{**self.refusing(said.get("by")), **said}
        )

    def corrected(self, request, *, by):
        """Its own party refuses what was answered on its behalf."""
        said = {"outcome": AssistanceOutcome.REFUSE, **self.refusing(by)}
        return assistance_answers.correct_answer(request=request, by=by, **said)

    def refusing(self, by=None):
        letter = self.letter(by)
        return {"refusal_ground": self.refusal, "reason": REASON, "letter": letter}


def pdf(name="surat.pdf"):
    return SimpleUploadedFile(name, small_pdf(), content_type="application/pdf")


def moves(request):
    """The history, oldest first."""
    rows = request.changes.order_by("pk")
    return [(row.event, row.from_state, row.to_state, row.note) for row in rows]
