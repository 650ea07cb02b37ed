"""Builds what the parties discovered by the verbs that the pages use, each thing on its day."""

from dataclasses import dataclass

from actors.models import User
from agreements.demo.scene import history_of
from agreements.demo.shapes import Day
from agreements.engagement.transitions import assessments, proposals, questions, statements
from agreements.models import ProposalChange


@dataclass(frozen=True)
class Said:
    """A statement of a party, by whose account, in which meeting; who confirmed or understood."""

    body: str
    kind: str
    text: str
    on: Day
    by: str
    meeting: str = ""
    entry: str = ""
    confirmed: tuple[Day, str] | None = None
    understood: tuple[tuple[str, str, Day], ...] = ()


@dataclass(frozen=True)
class Asked:
    """A question, and what was found out about it."""

    key: str
    body: str
    text: str
    on: Day
    by: str
    meeting: str = ""
    entry: str = ""


@dataclass(frozen=True)
class Found:
    """A joint finding: which bodies contributed, and what each of them brought."""

    text: str
    on: Day
    by: str
    brought: dict[str, str]
    question: str = ""
    meeting: str = ""
    source: str = ""


@dataclass(frozen=True)
class Proposed:
    """A proposal and its answer; without `to` it is put before all."""

    body: str
    kind: str
    title: str
    text: str
    on: Day
    by: str
    to: str = ""
    accepted: tuple[Day, str, str] | None = None
    returned: tuple[Day, str, str] | None = None


@dataclass(frozen=True)
class Look:
    """An assessment with its entries: (key, section, body or none, text, account)."""

    title: str
    on: Day
    by: str
    meeting: str
    entries: tuple[tuple[str, str, str, str, str], ...]


@dataclass(frozen=True)
class Discovered:
    """Everything that the parties of one scenario discovered."""

    look: Look | None = None
    said: tuple[Said, ...] = ()
    asked: tuple[Asked, ...] = ()
    found: tuple[Found, ...] = ()
    proposed: tuple[Proposed, ...] = ()


def build_discovery(plan, *, collaboration, scene):
    """The assessment first: some of its entries become statements and questions."""
    if plan is None:
        return
    builder = Builder(collaboration, scene)
    if plan.look:
        builder.look(plan.look)
    for one in plan.said:
        builder.statement(one)
    for one in plan.asked:
        builder.question(one)
    for one in plan.found:
        builder.finding(one)
    for one in plan.proposed:
        builder.proposal(one)


class Builder:
    """What the parts of one scenario's discovery share."""

    def __init__(self, collaboration, scene):
        self.collaboration, self.scene = collaboration, scene
        parties = collaboration.parties.select_related("organization")
        keys = {row.pk: key for key, row in scene.organizations.items()}
        self.parties = {keys[party.organization_id]: party for party in parties}
        self.entries, self.questions = {}, {}

    def day(self, on):
        return self.scene.calendar.day(on)

    def by(self, post):
        return User.objects.get(person=self.scene.people[post])

    def written(self, on):
        """The lines of the history that are written inside carry that day."""
        return history_of(self.collaboration.discovery_changes, self.day(on))

    def facts(self, one):
        """What a statement, a question and a finding are made with."""
        return {
            "by": self.by(one.by),
            "meeting": self.scene.meetings[one.meeting] if one.meeting else None,
            "is_sample": True,
        }

    def look(self, look):
        with self.written(look.on):
            assessment = assessments.begin_assessment(
                collaboration=self.collaboration,
                title=look.title,
                held_on=self.day(look.on),
                **self.facts(look),
            )
            for key, section, body, text, post in look.entries:
                self.entries[key] = assessments.add_entry(
                    assessment=assessment,
                    by=self.by(post),
                    section=section,
                    text=text,
                    party=self.parties[body] if body else None,
                    is_sample=True,
                )

    def statement(self, one):
        with self.written(one.on):
            made = statements.record_statement(
                party=self.parties[one.body],
                kind=one.kind,
                text=one.text,
                stated_on=self.day(one.on),
                entry=self.entries[one.entry] if one.entry else None,
                **self.facts(one),
            )
        if one.confirmed:
            on, post = one.confirmed
            with self.written(on):
                statements.confirm_statement(statement=made, by=self.by(post), on=self.day(on))
        for body, post, on in one.understood:
            with self.written(on):
                statements.acknowledge(
                    statement=made,
                    party=self.parties[body],
                    by=self.by(post),
                    on=self.day(on),
                    is_sample=True,
                )

    def question(self, one):
        with self.written(one.on):
            self.questions[one.key] = questions.raise_question(
                party=self.parties[one.body],
                text=one.text,
                raised_on=self.day(one.on),
                entry=self.entries[one.entry] if one.entry else None,
                **self.facts(one),
            )

    def finding(self, one):
        brought = {self.parties[body]: note for body, note in one.brought.items()}
        with self.written(one.on):
            questions.record_finding(
                collaboration=self.collaboration,
                text=one.text,
                contributors=list(brought),
                notes=brought,
                question=self.questions[one.question] if one.question else None,
                source_note=one.source,
                found_on=self.day(one.on),
                **self.facts(one),
            )

    def proposal(self, one):
        lines = ProposalChange.objects.filter(proposal__collaboration=self.collaboration)
        with history_of(lines, self.day(one.on)):
            made = proposals.submit_proposal(
                from_party=self.parties[one.body],
                to_party=self.parties[one.to] if one.to else None,
                by=self.by(one.by),
                kind=one.kind,
                title=one.title,
                text=one.text,
                submitted_on=self.day(one.on),
                is_sample=True,
            )
        if one.accepted:
            on, post, words = one.accepted
            facts = {"by": self.by(post), "on": self.day(on)}
            with history_of(lines, self.day(on)):
                proposals.accept_proposal(proposal=made, answer=words, **facts)
        if one.returned:
            on, post, words = one.returned
            facts = {"by": self.by(post), "on": self.day(on)}
            with history_of(lines, self.day(on)):
                proposals.return_proposal(proposal=made, reason=words, **facts)
