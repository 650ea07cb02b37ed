"""Which way an agreement takes to being signed, and the stages of its kind that lie on it."""

from agreements.instruments.states import MOVES, OPTIONAL, PATH, AgreementState

S = AgreementState


def states_of(agreement):
    """The states that it passes before signing, in their order."""
    staged = {stage.state for stage in agreement.type.stages.all()}
    return [state for state in PATH if _is_on_the_way(state, agreement, staged)]


def _is_on_the_way(state, agreement, staged):
    if state == S.LEGISLATURE:
        return agreement.legislature_needed
    return state not in OPTIONAL or state in staged


def following(agreement):
    """The next state on its way, or None when only signing is left."""
    if agreement.state not in PATH:
        return None
    here = PATH.index(S(agreement.state))
    return next((state for state in states_of(agreement) if PATH.index(state) > here), None)


def earlier(agreement):
    """The states to which it may be sent back; after negotiating, always to negotiation."""
    if agreement.state not in PATH:
        return []
    here = PATH.index(S(agreement.state))
    allowed, passed = MOVES[S(agreement.state)], states_of(agreement)
    return [
        state
        for state in PATH[:here]
        if state in allowed and (state in passed or here > PATH.index(S.NEGOTIATION))
    ]


def place_on_way(agreement):
    """Where it stands, as a form carries it: its state and the stage of its kind, if any."""
    return f"{agreement.state}.{agreement.stage_id or ''}"


def first_stage(kind, state):
    """The stage of the kind at which an agreement stands when it enters the state, if any."""
    return next((stage for stage in kind.stages.all() if stage.state == state), None)


def stage_after(agreement):
    """The stage that follows inside the same state, if any."""
    inside = [stage for stage in agreement.type.stages.all() if stage.state == agreement.state]
    here = agreement.stage.position if agreement.stage_id else -1
    return next((stage for stage in inside if stage.position > here), None)
