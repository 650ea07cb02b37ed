"""Builds rules, guidelines, knowledge and trainings by the verbs of the pages, each on its day."""

from dataclasses import dataclass

from django.utils import translation

from actors.models import User
from agreements.capacity.arrangement_kinds import GuidelineKind, KnowledgeAccess, KnowledgeKind
from agreements.capacity.transitions import ground_rules, guidelines, knowledge, trainings
from agreements.demo.papers import small_pdf
from agreements.demo.scene import history_of
from agreements.demo.shapes import Day
from agreements.documents.kinds import DocumentKind
from agreements.documents.transitions import add_document
from agreements.models import GroundRule, GroundRuleChange, JointFinding


@dataclass(frozen=True)
class Proposed:
    """The template, proposed on a day; `adopted_by` names the decision that took it over."""

    on: Day
    adopted_by: str = ""
    more: tuple[str, ...] = ()  # rules that are still proposals


@dataclass(frozen=True)
class Guided:
    """A guideline: who issues it, who reviews it, until when, and how far it is."""

    body: str
    title: str
    begun: Day
    due: Day
    kind: GuidelineKind = GuidelineKind.JUKLAK
    reviewer: str = ""
    handed_in: Day | None = None
    issued: tuple[Day, str] | None = None  # the day, and the number


@dataclass(frozen=True)
class Known:
    """An asset, and what rested on it: decisions, meetings, or the first joint finding."""

    body: str
    title: str
    kind: KnowledgeKind
    about: str
    on: Day
    address: str = ""
    access: KnowledgeAccess = KnowledgeAccess.PARTIES
    decisions: tuple[tuple[str, str], ...] = ()
    meetings: tuple[tuple[str, str], ...] = ()
    in_finding: bool = False


@dataclass(frozen=True)
class Taught:
    """A training from one body to others; with `came` it was held."""

    body: str
    topic: str
    to: tuple[str, ...]
    on: Day
    written: Day
    came: int = 0


@dataclass(frozen=True)
class AgreedWays:
    """All of it, of one collaboration."""

    rules: Proposed | None = None
    guided: tuple[Guided, ...] = ()
    known: tuple[Known, ...] = ()
    taught: tuple[Taught, ...] = ()


def build_arrangements(plan, *, collaboration, scene):
    if plan is None:
        return
    builder = Builder(collaboration, scene)
    if plan.rules:
        builder.rules(plan.rules)
    for one in plan.guided:
        builder.guideline(one)
    for one in plan.known:
        builder.asset(one)
    for one in plan.taught:
        builder.training(one)


class Builder:
    """What the records of one scenario share: whoever coordinates it writes them down."""

    def __init__(self, collaboration, scene):
        self.collaboration, self.scene = collaboration, scene
        self.by = scene.coordinator

    def day(self, on):
        return self.scene.calendar.day(on)

    def new(self):
        return {"collaboration": self.collaboration, "by": self.by, "is_sample": True}

    def rules(self, plan):
        with translation.override("id"):
            made = ground_rules.propose_template(**self.new(), on=self.day(plan.on))
        if plan.adopted_by:
            decision = self.scene.rulings[plan.adopted_by]
            lines = GroundRuleChange.objects.filter(rule__collaboration=self.collaboration)
            with history_of(lines, decision.decided_on):
                ground_rules.adopt_rules(
                    collaboration=self.collaboration,
                    rules=GroundRule.objects.filter(pk__in=[rule.pk for rule in made]),
                    decision=decision,
                    by=self.by,
                )
        for text in plan.more:
            ground_rules.propose_rule(**self.new(), text=text)

    def guideline(self, one):
        bodies = self.scene.organizations
        made = guidelines.begin_guideline(
            **self.new(),
            on=self.day(one.begun),
            owner=bodies[one.body],
            reviewer=bodies.get(one.reviewer),
            kind=one.kind,
            title=one.title,
            due_on=self.day(one.due),
        )
        if one.handed_in:
            on = self.day(one.handed_in)
            paper = add_document(
                **self.new(),
                title=one.title,
                kind=DocumentKind.OTHER,
                file=small_pdf(one.title),
            )
            made = guidelines.send_for_review(guideline=made, by=self.by, document=paper, on=on)
        if one.issued:
            on, number = one.issued
            reader = User.objects.filter(organization=made.reviewer).order_by("pk").first()
            guidelines.approve_guideline(guideline=made, by=reader, on=self.day(on))
            facts = {"number": number, "document": paper, "issued_on": self.day(on)}
            guidelines.issue_guideline(guideline=made, by=self.by, on=self.day(on), **facts)

    def asset(self, one):
        made = knowledge.share_knowledge(
            **self.new(),
            on=self.day(one.on),
            custodian=self.scene.organizations[one.body],
            title=one.title,
            kind=one.kind,
            about=one.about,
            access=one.access,
            address=one.address,
            made_on=self.day(one.on),
        )
        targets = [({"decision": self.scene.rulings[key]}, why) for key, why in one.decisions]
        targets += [({"meeting": self.scene.meetings[key]}, why) for key, why in one.meetings]
        found = JointFinding.objects.filter(collaboration=self.collaboration).order_by("pk")
        if one.in_finding and found.exists():
            targets.append(({"finding": found.first()}, ""))
        for target, why in targets:
            knowledge.record_use(asset=made, by=self.by, note=why, is_sample=True, **target)

    def training(self, one):
        bodies = self.scene.organizations
        made = trainings.plan_training(
            **self.new(),
            on=self.day(one.written),
            giver=bodies[one.body],
            recipients=[bodies[key] for key in one.to],
            topic=one.topic,
            held_on=self.day(one.on),
        )
        if one.came:
            facts = {"participants": one.came, "on": self.day(one.on)}
            trainings.hold_training(training=made, by=self.by, **facts)
