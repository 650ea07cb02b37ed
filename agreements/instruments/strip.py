"""The stages of an agreement's kind in their order, and where on them it stands."""

from dataclasses import dataclass

from django.utils import timezone

from agreements.instruments.path import states_of
from agreements.instruments.states import OVER, PATH, PREPARING, SIGNING, AgreementState

S = AgreementState
ORDER = (*PATH, S.PARTLY_SIGNED, S.IN_FORCE)


@dataclass(frozen=True)
class Step:
    """One stage; `css` is done, here or next."""

    label: str
    css: str
    days: int | None = None

    @property
    def is_here(self):
        return self.css == "here"


def strip_of(agreement):
    """The stages that it passes; a kind without stages goes by the states alone."""
    passed = {*states_of(agreement), S.PARTLY_SIGNED, S.IN_FORCE}
    stages = [stage for stage in agreement.type.stages.all() if stage.state in passed]
    steps = [(S(stage.state), str(stage), stage.days, stage.pk) for stage in stages]
    for state in (state for state in ORDER if state in passed):
        if state not in {step[0] for step in steps}:
            steps.append((state, str(state.label), None, None))
    steps.sort(key=lambda step: ORDER.index(step[0]))
    here = _here(agreement, steps)
    return [
        Step(label, "here" if at == here else "done" if at < here else "next", days)
        for at, (_state, label, days, _pk) in enumerate(steps)
    ]


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
