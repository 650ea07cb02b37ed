"""What may happen next to a commitment, and who may do it: the buttons of its page."""

from dataclasses import dataclass, replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.action.rules import speaks_for_promiser
from agreements.action.states import CORRECTIONS, OPEN, OWED, CommitmentState

S = CommitmentState


@dataclass(frozen=True)
class Step:
    """One verb: its address ends in `name`, `rule` says who, `states` when."""

    name: str
    label: str
    rule: str
    states: tuple
    icon: str
    asks: bool = False  # opens a form: a reason, a date, a note
    style: str = "secondary"

    @property
    def url_name(self):
        return f"agreements:commitment-{self.name}"


STEPS = (
    Step(
        "confirm-answer",
        gettext_lazy("Confirm the coordinator's answer"),
        "agreements.settle_answer",
        tuple(CORRECTIONS),
        "check-lg",
        style="primary",
    ),
    Step(
        "correct-answer",
        gettext_lazy("Correct the coordinator's answer"),
        "agreements.settle_answer",
        tuple(CORRECTIONS),
        "pencil",
        asks=True,
    ),
    Step(
        "accept",
        gettext_lazy("Accept"),
        "agreements.answer_commitment",
        (S.PROPOSED,),
        "check-lg",
        style="primary",
    ),
    Step(
        "decline",
        gettext_lazy("Decline"),
        "agreements.answer_commitment",
        (S.PROPOSED,),
        "x-lg",
        asks=True,
    ),
    Step(
        "progress",
        gettext_lazy("Update progress"),
        "agreements.update_progress",
        OWED,
        "arrow-repeat",
        asks=True,
        style="primary",
    ),
    Step(
        "confirm",
        gettext_lazy("Confirm that it was kept"),
        "agreements.confirm_commitment",
        (S.REPORTED_DONE,),
        "check-circle",
        style="primary",
    ),
    Step(
        "send-back",
        gettext_lazy("Send back: not done yet"),
        "agreements.send_back_commitment",
        (S.REPORTED_DONE,),
        "arrow-left",
        asks=True,
    ),
    Step(
        "take-back",
        gettext_lazy("Undo: it is not done yet"),
        "agreements.take_back_report",
        (S.REPORTED_DONE,),
        "arrow-left",
    ),
    Step(
        "due-date",
        gettext_lazy("Move the due date"),
        "agreements.change_due_date",
        OPEN,
        "calendar-event",
        asks=True,
    ),
    Step(
        "not-kept",
        gettext_lazy("Mark as not kept"),
        "agreements.mark_not_kept",
        OWED,
        "x-circle",
        asks=True,
        style="danger",
    ),
    Step(
        "cancel",
        gettext_lazy("Cancel this commitment"),
        "agreements.cancel_commitment",
        OPEN,
        "slash-circle",
        asks=True,
        style="danger",
    ),
)
BY_NAME = {step.name: step for step in STEPS}
ON_BEHALF = {
    "accept": gettext_lazy("Accept on behalf of %s"),
    "decline": gettext_lazy("Decline on behalf of %s"),
}
NEEDS_ON_BEHALF = frozenset({"confirm-answer", "correct-answer"})


def steps_for(user, commitment, *, today=None):
    """Return the steps that this user may take now; the first primary one stays the only one."""
    today = today or timezone.localdate()
    steps = []
    for step in STEPS:
        if _is_open(step, commitment, today) and user.has_perm(step.rule, commitment):
            has_primary = any(other.style == "primary" for other in steps)
            is_second = has_primary and step.style == "primary"
            steps.append(replace(step, style="secondary") if is_second else step)
    return _named_for(commitment, steps) if answers_on_behalf(user, commitment) else steps


def answers_on_behalf(user, commitment):
    """Whether an answer of this user's would be one on behalf of the party."""
    return commitment.state == S.PROPOSED and not speaks_for_promiser(user, commitment)


def waits_for(commitment, *, is_party=True):
    """Return the sentence that says who has to move next, or nothing."""
    who = {"organization": commitment.organization.label}
    if not is_party and commitment.state in OPEN:
        return _("%(organization)s is no party: the coordinator answers and speaks for it.") % who
    if commitment.is_answered_on_behalf and commitment.state in CORRECTIONS:
        return _("The coordinator answered. %(organization)s has to confirm or correct it.") % who
    return {
        S.PROPOSED: _("%(organization)s has to answer: does it take this on?"),
        S.ACCEPTED: _("%(organization)s works on it and tells how it goes."),
        S.UNDER_WAY: _("%(organization)s works on it and tells how it goes."),
        S.REPORTED_DONE: _("Another party than %(organization)s confirms that it was kept."),
    }.get(commitment.state, "") % who


def _named_for(commitment, steps):
    """Say on whose behalf an answer would be."""
    return [
        replace(step, label=ON_BEHALF[step.name] % commitment.organization.label)
        if step.name in ON_BEHALF
        else step
        for step in steps
    ]


def _is_open(step, commitment, today):
    if commitment.state not in step.states:
        return False
    if step.name in NEEDS_ON_BEHALF:
        return commitment.is_answered_on_behalf
    return step.name != "not-kept" or commitment.due_on < today
