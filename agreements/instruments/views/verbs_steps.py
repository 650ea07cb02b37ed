"""The moves of an agreement, each with its words, its form and when it is offered."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from agreements.instruments import transitions
from agreements.instruments.forms import moves as forms
from agreements.instruments.forms.parts import ConfirmForm, ReasonForShown
from agreements.instruments.path import earlier, following, stage_after
from agreements.instruments.states import BINDING, PREPARING, AgreementState

S = AgreementState


@dataclass(frozen=True)
class Move:
    """One move: what it is called, what it asks, which verb carries it out."""

    title: str
    done: str
    verb: Callable
    form: type
    may: Callable  # whether the agreement's state allows it at all
    note: str = ""
    rule_name: str = "agreements.edit_agreement"
    is_final: bool = False


def in_states(*states):
    return lambda agreement: agreement.state in states


MOVES = {
    "forward": Move(
        _("Pass it on"),
        _("The agreement is passed on."),
        transitions.forward,
        forms.ForwardForm,
        lambda agreement: following(agreement) is not None,
    ),
    "next-stage": Move(
        _("Next stage"),
        _("The next stage begins today."),
        transitions.next_stage,
        forms.FromHere,
        lambda agreement: stage_after(agreement) is not None,
    ),
    "send-back": Move(
        _("Send it back"),
        _("The agreement is sent back."),
        transitions.send_back,
        forms.SendBackForm,
        lambda agreement: bool(earlier(agreement)),
        _("The text may change again. The reason stays in the history."),
    ),
    "approve": Move(
        _("Record the approval of the legislature"),
        _("The approval of the legislature is recorded."),
        transitions.approve_by_legislature,
        forms.ApproveForm,
        in_states(S.LEGISLATURE),
    ),
    "suspend": Move(
        _("Suspend it"),
        _("The agreement is suspended."),
        transitions.suspend,
        forms.SuspendForm,
        in_states(S.IN_FORCE),
        _("Until it is resumed it obliges nobody. Its last day stays where it is."),
    ),
    "resume": Move(
        _("Resume it"),
        _("The agreement is in force again."),
        transitions.resume,
        forms.NoteForm,
        in_states(S.SUSPENDED),
        _("It is in force again from today, with the agreements that were suspended along."),
    ),
    "request-termination": Move(
        _("Request its termination"),
        _("The request to terminate is recorded."),
        transitions.request_termination,
        forms.RequestForm,
        lambda agreement: agreement.state in BINDING and not agreement.termination_asked_on,
        _("The agreement holds until it is terminated. The other parties see the request."),
        rule_name="agreements.request_termination",
    ),
    "drop-termination": Move(
        _("Drop the request to terminate"),
        _("The request to terminate is dropped."),
        transitions.drop_termination,
        forms.ReasonForm,
        lambda agreement: agreement.state in BINDING and bool(agreement.termination_asked_on),
        _("The agreement goes on as before."),
        rule_name="agreements.drop_termination",
    ),
    "terminate": Move(
        _("Terminate it"),
        _("The termination is recorded."),
        transitions.terminate,
        forms.TerminateForm,
        lambda agreement: agreement.state in BINDING and not agreement.termination_decided_on,
        _("Before its last day, with a letter that says so. Once in effect it is final."),
        is_final=True,
    ),
    "end": Move(
        _("End it by common accord"),
        _("The agreement has ended."),
        transitions.end,
        forms.EndForm,
        in_states(*BINDING),
        _("Before its last day, because all parties want it. It cannot be taken back."),
        is_final=True,
    ),
    "abandon": Move(
        _("Abandon it"),
        _("The agreement is abandoned."),
        transitions.abandon,
        ReasonForShown,
        in_states(*PREPARING),
        _("It will not be signed. It stays on the register as abandoned, with the reason."),
        is_final=True,
    ),
    "review": Move(
        _("Record a review"),
        _("The review is recorded."),
        transitions.mark_reviewed,
        forms.ReviewForm,
        in_states(*BINDING),
    ),
    "renew": Move(
        _("Draft its renewal"),
        _("The renewal is drafted. Check what it says, then pass it on."),
        transitions.renew,
        ConfirmForm,
        in_states(*BINDING, S.ENDED),
        _("A new draft with the same parties, clauses and subject, from the day after its end."),
    ),
}
