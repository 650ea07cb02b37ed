"""Builds requests for assistance by the verbs that the pages use, each step on its day."""

from dataclasses import dataclass
from decimal import Decimal

from actors.models import User
from agreements.capacity.assistance_kinds import AssistanceOutcome, HelpKind, Usefulness
from agreements.capacity.transitions import (
    assistance,
    assistance_answers,
    assistance_costs,
    assistance_ends,
)
from agreements.demo.papers import small_pdf
from agreements.demo.shapes import Day
from agreements.models import GroundKind, RefusalGround


@dataclass(frozen=True)
class Cost:
    """An item with its two shares; `agreed` are the accounts that said yes."""

    item: str
    requester: int
    giver: int
    line: str = ""
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Helped:
    """A request, by whom to whom, and what became of it."""

    body: str
    to: str
    by: str
    subject: str
    kind: HelpKind
    what: str
    grounds: tuple[str, ...]
    on: Day
    needed: Day
    emergency: str = ""
    again: str = ""  # the subject of the refused request that it follows
    # the answer: day, account, outcome, words; of a refusal also its ground
    answer: tuple[Day, str, str, str] | None = None
    refusal: str = ""
    withheld: str = ""  # of a part: what is not given, and why
    costs: tuple[Cost, ...] = ()
    result: tuple[Day, str, str] | None = None
    # each a day, an account and words: it did not come, it was brought up, the superior's answer
    unfulfilled: tuple[Day, str, str] | None = None
    escalated: tuple[Day, str, str] | None = None
    directed: tuple[Day, str, str] | None = None


def build_assistance(plan, *, collaboration, scene):
    built = {}
    for one in plan:
        built[one.subject] = Builder(collaboration, scene, one).build(built.get(one.again))


class Builder:
    """One request from its draft to where it stands today."""

    def __init__(self, collaboration, scene, one):
        self.scene, self.one = scene, one
        parties = collaboration.parties.select_related("organization")
        keys = {row.pk: key for key, row in scene.organizations.items()}
        self.parties = {keys[party.organization_id]: party for party in parties}

    def by(self, post):
        return User.objects.get(person=self.scene.people[post])

    def day(self, on):
        return self.scene.calendar.day(on)

    def build(self, follows=None):
        self.request = self._submitted(follows)
        if self.one.answer:
            self._answer(*self.one.answer)
        for cost in self.one.costs:
            self._cost(cost)
        self._go_on()
        if self.one.result:
            self._end(*self.one.result)
        return self.request

    def _go_on(self):
        """What is told in words alone, in the order in which it can happen."""
        ends = assistance_ends
        for told, verb, name in (
            (self.one.unfulfilled, ends.mark_unfulfilled, "result"),
            (self.one.escalated, ends.escalate_assistance, "reason"),
            (self.one.directed, ends.record_superior, "answer"),
        ):
            if told:
                on, post, words = told
                facts = {"by": self.by(post), "on": self.day(on), name: words}
                self.request = verb(request=self.request, **facts)

    def _submitted(self, follows):
        one, day = self.one, self.day(self.one.on)
        drafted = assistance.draft_assistance(
            from_party=self.parties[one.body],
            to_party=self.parties[one.to],
            by=self.by(one.by),
            subject=one.subject,
            what=one.what,
            needed_by=self.day(one.needed),
            grounds=GroundKind.objects.filter(code__in=one.grounds),
            is_emergency=bool(one.emergency),
            emergency_reason=one.emergency,
            kind=one.kind,
            follows=follows,
            is_sample=True,
            on=day,
        )
        return assistance.submit_assistance(request=drafted, by=self.by(one.by), on=day)

    def _answer(self, on, post, outcome, words):
        said = {"offered": words, "withheld": self.one.withheld}
        if outcome == AssistanceOutcome.REFUSE:
            ground = RefusalGround.objects.get(code=self.one.refusal)
            letter = small_pdf(f"Surat penolakan: {self.one.subject}")
            said = {"reason": words, "refusal_ground": ground, "file": letter}
        self.request = assistance_answers.answer_assistance(
            request=self.request, by=self.by(post), outcome=outcome, on=self.day(on), **said
        )

    def _cost(self, cost):
        """Settled on the day on which the help was promised."""
        on = self.day(self.one.answer[0])
        made = assistance_costs.add_cost(
            request=self.request,
            by=self.by(self.one.by),
            item=cost.item,
            amount=Decimal(cost.requester + cost.giver),
            requester_share=Decimal(cost.requester),
            giver_share=Decimal(cost.giver),
            budget_line=cost.line,
            line_of="requester" if cost.line else "",
            on=on,
        )
        for post in cost.agreed:
            made = assistance_costs.agree_cost(cost=made, by=self.by(post), on=on)

    def _end(self, on, post, words):
        assistance_ends.complete_assistance(
            request=self.request,
            by=self.by(post),
            result=words,
            usefulness=Usefulness.FULLY,
            feedback="Terima kasih atas bantuannya.",
            on=self.day(on),
        )
