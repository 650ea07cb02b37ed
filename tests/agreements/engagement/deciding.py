"""A collaboration whose parties deliberate: two decide, one is consulted, each with a speaker."""

from agreements.charter.stances import Stance
from agreements.engagement import transitions
from agreements.engagement.states import DecisionState
from tests.agreements.goals.scenes import Scene as Parties
from tests.factories.charter import days_ago
from tests.factories.engagement import AgendaItemFactory, MeetingFactory


class Scene(Parties):
    def __init__(self):
        super().__init__()
        self.first = MeetingFactory(
            collaboration=self.collaboration, held_on=days_ago(20).function()
        )
        self.later = MeetingFactory(
            collaboration=self.collaboration, held_on=days_ago(5).function()
        )
        self.item = AgendaItemFactory(meeting=self.first)

    def put_forward(self, by=None, **facts):
        facts = {"text": "Verifikasi ulang data", **facts}
        return transitions.put_forward(agenda_item=self.item, by=by or self.health_speaker, **facts)

    def deliberated(self, **facts):
        """Put forward, and the parties are asked."""
        decision = self.put_forward(**facts)
        return transitions.begin_deliberation(decision=decision, by=self.coordinator)

    def says(self, decision, party, stance=Stance.SUPPORT, *, by=None, reason="", on=None):
        by = by or {self.health: self.health_speaker, self.works: self.works_speaker}[party]
        return transitions.state_decision_position(
            decision=decision, party=party, by=by, stance=stance, reason=reason, on=on
        )

    def objected(self, **facts):
        """The one supports it, the other objects."""
        decision = self.deliberated(**facts)
        self.says(decision, self.health)
        row = self.says(decision, self.works, Stance.OBJECT, reason="Belum dianggarkan.")
        return decision, row

    def decide(self, decision, **facts):
        return transitions.decide(decision=decision, by=self.coordinator, **facts)

    def decided(self, **facts):
        return self.decide(self.deliberated(**facts))

    def answer(self, row, by=None, text="Anggaran perubahan menampungnya."):
        return transitions.answer_objection(position=row, by=by or self.health_speaker, text=text)


def moves(decision):
    """The states it went through."""
    rows = decision.changes.order_by("pk")
    return [DecisionState(row.to_state).value for row in rows]
