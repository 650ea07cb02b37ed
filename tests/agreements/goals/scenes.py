"""A collaboration with parties, speakers and a coordinator, for tests of shared goals."""

from itertools import pairwise

from agreements.charter.kinds import Voice
from agreements.charter.stances import Stance
from agreements.goals import transitions
from agreements.goals.kinds import ResultKind
from tests.factories.actors import UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    PartyFactory,
    RepresentativeFactory,
    coordinator_of,
)
from tests.factories.engagement import DecisionFactory


class Scene:
    """Two parties that decide, one that is consulted; each with somebody who speaks for it."""

    def __init__(self):
        self.collaboration = CollaborationFactory()
        self.coordinator = coordinator_of(self.collaboration)
        self.health, self.health_speaker = self.joins("Dinas Kesehatan")
        self.works, self.works_speaker = self.joins("Dinas PU")
        self.asked, self.asked_speaker = self.joins("Universitas", voice=Voice.CONSULTED)

    def joins(self, name, **fields):
        """An organization becomes a party; returns it with who speaks for it."""
        party = PartyFactory(collaboration=self.collaboration, organization__name=name, **fields)
        speaker = UserFactory(organization=party.organization)
        RepresentativeFactory(party=party, person=speaker.person)
        return party, speaker

    def decision(self, **fields):
        return DecisionFactory(meeting__collaboration=self.collaboration, **fields)

    def draft(self):
        """A draft with three steps, one leading to the next."""
        by = self.coordinator
        theory = transitions.draft_theory(
            collaboration=self.collaboration, by=by, summary="Bila kader dilatih, stunting turun."
        )
        kinds = (ResultKind.ACTION, ResultKind.OUTPUT, ResultKind.OUTCOME)
        steps = [
            transitions.add_result(theory=theory, by=by, kind=kind, title=f"Langkah {kind}")
            for kind in kinds
        ]
        for cause, effect in pairwise(steps):
            transitions.link(
                theory=theory, cause=cause, effect=effect, assumption="Orang tua datang.", by=by
            )
        return theory, steps

    def offered(self):
        theory, _steps = self.draft()
        return transitions.offer(theory=theory, by=self.coordinator)

    def states(self, theory, party, stance=Stance.SUPPORT, *, by=None, reason=""):
        by = by or {self.health: self.health_speaker, self.works: self.works_speaker}[party]
        return transitions.state_position(
            theory=theory, party=party, by=by, stance=stance, reason=reason
        )

    def agreed(self):
        theory = self.offered()
        self.states(theory, self.health)
        self.states(theory, self.works, Stance.ACCEPT)
        return transitions.agree(theory=theory, by=self.coordinator)


def lines(record):
    """The history of a theory or goal, oldest first: what happened and about what."""
    return [(row.event, row.subject) for row in record.changes.order_by("pk")]
