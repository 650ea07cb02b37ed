"""The stages of an agreement's kind in their order, and where on them it stands."""

from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from agreements.instruments.kinds import AgreementEvent
from agreements.instruments.path import states_of
from agreements.instruments.states import OVER, PREPARING, SIGNING, WAY, AgreementState

S = AgreementState


@dataclass(frozen=True)
class Step:
    """One stage; `css` is done, here, next, or skipped for what it never stood at."""

    label: str
    css: str
    days: int | None = None

    @property
    def is_here(self):
        return self.css == "here"

    @property
    def is_skipped(self):
        return self.css == "skipped"


def strip_of(agreement, changes):
    """The stages of its kind, or its states; its history says at which of them it ever stood."""
    passed = {*states_of(agreement), S.PARTLY_SIGNED, S.IN_FORCE}
    stages = [stage for stage in agreement.type.stages.all() if stage.state in passed]
    steps = [(S(stage.state), str(stage), stage.days, stage.pk) for stage in stages]
    for state in (state for state in WAY if state in passed):
        if state not in {step[0] for step in steps}:
            steps.append((state, str(state.label), None, None))
    steps.sort(key=lambda step: WAY.index(step[0]))
    here, stood_at = _here(agreement, steps), _stood_at(changes)
    found, place = [], Counter()
    for at, (state, label, days, _pk) in enumerate(steps):
        place[state] += 1
        passed = "done" if place[state] <= stood_at[state] else "skipped"
        found.append(Step(label, "here" if at == here else passed if at < here else "next", days))
    return found


def _stood_at(changes):
    """At how many stages it stood in each state: the first, and one more for each next stage."""
    most, now = Counter(), 0
    for line in sorted(changes, key=lambda line: line.pk):
        if line.event == AgreementEvent.STAGE:
            now += 1
        elif line.from_state != line.to_state:
            now = 1
        most[line.to_state] = max(most[line.to_state], now)
    return most


def lost_its_stage(agreement):
    """Whether the stage at which it stood was taken off the list of its kind."""
    if agreement.stage_id or agreement.state not in PREPARING:
        return False
    return any(stage.state == agreement.state for stage in agreement.type.stages.all())


def days_here(agreement, *, today=None):
    since = max(agreement.stage_since, agreement.state_since)
    return ((today or timezone.localdate()) - since).days


def _here(agreement, steps):
    """The place of the step at which it stands; beyond the last one when it is over."""
    if agreement.state in OVER:
        return len(steps) if agreement.signed_on else -1
    state = S.IN_FORCE if agreement.state == S.SUSPENDED else agreement.state
    for at, step in enumerate(steps):
        if agreement.stage_id and step[3] == agreement.stage_id:
            return at
    for at, step in enumerate(steps):
        if step[0] == state:
            return at
    return next((at for at, step in enumerate(steps) if step[0] in SIGNING), 0)
