"""A collaboration whose parties define a problem together."""

from agreements.charter.stances import Stance
from agreements.engagement.transitions import definition as verbs
from tests.agreements.goals.scenes import Scene

TEXTS = {
    "text": "Anak balita tumbuh lebih pendek daripada seharusnya.",
    "in_scope": "Gizi dan air bersih.",
    "out_scope": "Pelayanan rumah sakit.",
}


class Defining(Scene):
    """Two parties that decide and one that is consulted, as in shared goals."""

    def drafted(self, **said):
        return verbs.draft_definition(
            collaboration=self.collaboration, by=self.coordinator, **{**TEXTS, **said}
        )

    def asked_about(self, **said):
        return verbs.offer_definition(definition=self.drafted(**said), by=self.coordinator)

    def says(self, definition, party, stance=Stance.SUPPORT, *, by=None, reason=""):
        by = by or {self.health: self.health_speaker, self.works: self.works_speaker}[party]
        return verbs.state_definition_position(
            definition=definition, party=party, by=by, stance=stance, reason=reason
        )

    def settled(self, **said):
        definition = self.asked_about(**said)
        self.says(definition, self.health)
        self.says(definition, self.works, Stance.ACCEPT)
        return verbs.agree_on_definition(definition=definition, by=self.coordinator)
