"""What people may try with a theory of change, goals and indicators, as steps of a walk."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from agreements.charter.stances import Stance
from agreements.charter.states import PartyState
from agreements.goals import transitions as verbs
from agreements.goals.kinds import Direction, ResultKind
from agreements.models import (
    Baseline,
    Goal,
    GoalSupport,
    Indicator,
    ReportingDuty,
    Result,
    ResultLink,
    Target,
    TheoryConsent,
    TheoryOfChange,
)

KINDS, STANCES, WAYS = list(ResultKind), list(Stance), list(Direction)


def day(days):
    return timezone.localdate() + timedelta(days)


class Walk:
    """Every verb as a step: its name, and two numbers that choose with what it is tried."""

    def __init__(self, scene, *, begins, decisions, region):
        self.scene, self.by, self.region = scene, scene.coordinator, region
        self.parties = [scene.health, scene.works, scene.asked]
        self.decisions = decisions  # own, own, of another collaboration, revoked, none
        getattr(self, f"begin_{begins}")()

    def begin_empty(self):
        pass

    def begin_draft(self):
        self.scene.draft()

    def begin_offered(self):
        self.scene.offered()

    def begin_said(self):
        theory = self.scene.offered()
        self.scene.states(theory, self.scene.health)
        self.scene.states(theory, self.scene.works, by=self.by)

    def begin_agreed(self):
        self.scene.agreed()
        goal = verbs.propose_goal(
            collaboration=self.scene.collaboration, by=self.by, title="Awal", lead=self.parties[0]
        )
        verbs.agree_goal(goal=goal, by=self.by, decision=self.decisions[0])
        self.add_indicator(0, 1)
        indicator = verbs.agree_definition(
            indicator=Indicator.objects.get(), by=self.by, decision=self.decisions[0]
        )
        said = {"indicator": indicator, "by": self.by}
        verbs.give_duty(party=self.parties[0], starts_on=day(-9), ends_on=None, **said)
        said["decision"] = self.decisions[0]
        verbs.set_target(value=Decimal(60), due_on=day(8), **said)

    def take(self, name, one, other):
        """Try a step; LookupError where there is nothing yet that it could be tried with."""
        getattr(self, name)(one, other)

    # What is chosen by a number.
    def pick(self, model, number):
        rows = list(model.objects.order_by("-pk")[:4])
        return rows[number % len(rows)] if rows else self.nothing()

    def nothing(self):
        raise LookupError

    def party(self, number):
        return self.parties[number % 3]

    def decision(self, number):
        return self.decisions[number % len(self.decisions)]

    def place(self, number):
        return self.region if number % 3 == 0 else None

    def speaker(self, number):
        speakers = (self.scene.health_speaker, self.scene.works_speaker, self.scene.asked_speaker)
        return (*speakers, self.by)[number % 4]

    # Theories of change.
    def draft(self, _one, other):
        verbs.draft_theory(
            collaboration=self.scene.collaboration, by=self.by, summary=f"Bila {other}, maka."
        )

    def edit_theory(self, one, other):
        theory = self.pick(TheoryOfChange, one)
        version = theory.version - (other % 3 == 0)
        verbs.edit_theory(theory=theory, by=self.by, version=version, summary=f"Maka {other}.")

    def add_result(self, one, other):
        verbs.add_result(
            theory=self.pick(TheoryOfChange, one % 2),
            by=self.by,
            kind=KINDS[other % 4],
            title=f"Langkah {other % 6}",
        )

    def edit_result(self, one, other):
        result = self.pick(Result, one)
        verbs.edit_result(result=result, by=self.by, version=result.version, kind=KINDS[other % 4])

    def remove_result(self, one, _other):
        verbs.remove_result(result=self.pick(Result, one), by=self.by)

    def link(self, one, other):
        cause, effect = self.pick(Result, one), self.pick(Result, other)
        assumption = "Orang tua datang." if other % 5 else " "
        theory = self.pick(TheoryOfChange, one % 2)
        verbs.link(theory=theory, cause=cause, effect=effect, assumption=assumption, by=self.by)

    def edit_link(self, one, other):
        link = self.pick(ResultLink, one)
        words = f"Dana {other} cair." if other % 5 else " "
        verbs.edit_link(link=link, by=self.by, version=link.version, assumption=words)

    def unlink(self, one, _other):
        verbs.unlink(link=self.pick(ResultLink, one), by=self.by)

    def offer(self, one, _other):
        verbs.offer(theory=self.pick(TheoryOfChange, one % 2), by=self.by)

    def recall(self, one, other):
        reason = "Kurang." if other % 3 else " "
        verbs.recall(theory=self.pick(TheoryOfChange, one % 2), by=self.by, reason=reason)

    def state(self, one, other):
        verbs.state_position(
            theory=self.pick(TheoryOfChange, one % 2),
            party=self.party(one),
            by=self.speaker(one % 3 if other % 4 else other // 4),
            stance=STANCES[other % 5],
            reason="Belum jelas." if other % 2 else "",
        )

    def confirm(self, one, other):
        verbs.confirm_position(consent=self.pick(TheoryConsent, one), by=self.speaker(other))

    def agree(self, one, _other):
        verbs.agree(theory=self.pick(TheoryOfChange, one % 2), by=self.by)

    def pause_or_return(self, one, _other):
        party = self.party(one)
        party.refresh_from_db()
        is_active = party.state == PartyState.ACTIVE
        party.state = PartyState.PAUSED if is_active else PartyState.ACTIVE
        party.save()

    # Goals.
    def propose(self, one, other):
        lead = self.party(one) if other % 3 else None
        verbs.propose_goal(
            collaboration=self.scene.collaboration, by=self.by, title=f"Tujuan {one}", lead=lead
        )

    def edit_goal(self, one, other):
        goal = self.pick(Goal, one)
        lead = self.party(other) if other % 4 else None
        verbs.edit_goal(goal=goal, by=self.by, version=goal.version - (one % 5 == 0), lead=lead)

    def agree_goal(self, one, other):
        verbs.agree_goal(goal=self.pick(Goal, one), by=self.by, decision=self.decision(other))

    def close_goal(self, one, other):
        reason = "Tercapai." if other % 3 else ""
        verbs.close_goal(goal=self.pick(Goal, one), by=self.by, reason=reason)

    def reopen_goal(self, one, _other):
        verbs.reopen_goal(goal=self.pick(Goal, one), by=self.by, reason="Belum selesai.")

    def drop_goal(self, one, other):
        reason = "Dana tidak ada." if other % 3 else ""
        verbs.drop_goal(goal=self.pick(Goal, one), by=self.by, reason=reason)

    def add_support(self, one, other):
        verbs.add_support(goal=self.pick(Goal, one), party=self.party(other), by=self.by)

    def edit_support(self, one, other):
        row = self.pick(GoalSupport, one)
        verbs.edit_support(support=row, by=self.by, version=row.version, role=f"Data {other}")

    def remove_support(self, one, _other):
        verbs.remove_support(support=self.pick(GoalSupport, one), by=self.by)

    def align(self, one, other):
        plan = {"plan": "renja", "title": "Air", "year_from": 2026, "year_to": 2025 + other % 3}
        verbs.align(goal=self.pick(Goal, one), party=self.party(other), by=self.by, **plan)

    # Indicators.
    def add_indicator(self, one, other):
        verbs.add_indicator(
            goal=self.pick(Goal, one),
            by=self.by,
            name=f"Angka {other % 4}",
            level="outcome",
            unit="anak",
            definition="Yang tingginya sesuai umur." if other % 3 else "",
            direction=WAYS[one % 3],
            is_share=other % 2 == 0,
        )

    def edit_indicator(self, one, other):
        indicator = self.pick(Indicator, one)
        words = ({"definition": ""}, {"definition": f"Lain {one}."}, {"unit": "rumah"})
        said = (*words, {"direction": WAYS[one % 3]}, {"is_share": one % 2 == 0})[other % 5]
        verbs.edit_indicator(indicator=indicator, by=self.by, version=indicator.version, **said)

    def agree_definition(self, one, other):
        verbs.agree_definition(
            indicator=self.pick(Indicator, one), by=self.by, decision=self.decision(other)
        )

    def retire(self, one, _other):
        verbs.retire_indicator(indicator=self.pick(Indicator, one), by=self.by, reason="Sulit.")

    def revive(self, one, _other):
        verbs.revive_indicator(indicator=self.pick(Indicator, one), by=self.by)

    def baseline(self, one, other):
        verbs.set_baseline(
            indicator=self.pick(Indicator, one % 2),
            by=self.by,
            value=Decimal(other % 13 * 10 - 10),
            as_of=day(-(one % 7)),
            decision=self.decision(other),
            region=self.place(one),
        )

    def target(self, one, other):
        numbers = {"value": Decimal(one % 13 * 10 - 10)}
        if other % 3 == 0:
            numbers = {"lower": Decimal(one % 5), "upper": Decimal(other % 5)}
        verbs.set_target(
            indicator=self.pick(Indicator, one % 2),
            by=self.by,
            due_on=day(other % 9 - 4),
            decision=self.decision(other),
            region=self.place(one),
            **numbers,
        )

    def drop_target(self, one, other):
        reason = "Dipotong." if other % 3 else ""
        verbs.drop_target(target=self.pick(Target, one), by=self.by, reason=reason)

    # Duties to report.
    def duty(self, one, other):
        verbs.give_duty(
            indicator=self.pick(Indicator, one % 2),
            party=self.party(other),
            by=self.by,
            starts_on=day(one % 9 - 5),
            ends_on=day(other % 9 - 3) if other % 2 else None,
            region=self.place(one),
        )

    def edit_duty(self, one, other):
        duty = self.pick(ReportingDuty, one)
        ends = {"ends_on": None} if other % 4 else {"ends_on": day(other % 9 - 5)}
        said = {"party": self.party(other), "starts_on": day(one % 9 - 5), **ends}
        verbs.edit_duty(duty=duty, by=self.by, version=duty.version, **said)

    def end_duty(self, one, other):
        duty = self.pick(ReportingDuty, one)
        verbs.end_duty(duty=duty, by=self.by, version=duty.version, ends_on=day(other % 9 - 5))

    def call_off(self, one, _other):
        verbs.call_off_duty(duty=self.pick(ReportingDuty, one), by=self.by)


STEPS = tuple(
    name
    for name in vars(Walk)
    if not name.startswith(("_", "begin"))
    and name not in ("take", "pick", "nothing", "party", "decision", "place", "speaker")
)
ROWS = (TheoryOfChange, Goal, GoalSupport, Indicator, Baseline, Target, ReportingDuty, Result)
