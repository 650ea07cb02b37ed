"""The moves of an agreement, each with its words and its form."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from agreements.instruments import transitions
from agreements.instruments.forms import moves as forms
from agreements.instruments.forms.parts import ConfirmForm, ReasonForShown


@dataclass(frozen=True)
class Move:
    """One move: what it is called, what it asks, which verb carries it out."""

    title: str
    done: str
    verb: Callable
    form: type
    note: str = ""
    rule_name: str = "agreements.edit_agreement"
    is_final: bool = False


MOVES = {
    "forward": Move(
        _("Pass it on"),
        _("The agreement is passed on."),
        transitions.forward,
        forms.ForwardForm,
    ),
    "next-stage": Move(
        _("Next stage"),
        _("The next stage begins today."),
        transitions.next_stage,
        forms.FromHere,
    ),
    "send-back": Move(
        _("Send it back"),
        _("The agreement is sent back."),
        transitions.send_back,
        forms.SendBackForm,
        _("The text may change again. The reason stays in the history."),
    ),
    "approve": Move(
        _("Record the approval of the legislature"),
        _("The approval of the legislature is recorded."),
        transitions.approve_by_legislature,
        forms.ApproveForm,
    ),
    "suspend": Move(
        _("Suspend it"),
        _("The agreement is suspended."),
        transitions.suspend,
        forms.SuspendForm,
        _("Until it is resumed it obliges nobody. Its last day stays where it is."),
    ),
    "resume": Move(
        _("Resume it"),
        _("The agreement is in force again."),
        transitions.resume,
        forms.NoteForm,
        _("It is in force again from today, with the agreements that were suspended along."),
    ),
    "request-termination": Move(
        _("Request its termination"),
        _("The request to terminate is recorded."),
        transitions.request_termination,
        forms.RequestForm,
        _("The agreement holds until it is terminated. The other parties see the request."),
        rule_name="agreements.request_termination",
    ),
    "drop-termination": Move(
        _("Drop the request to terminate"),
        _("The request to terminate is dropped."),
        transitions.drop_termination,
        forms.ReasonForm,
        _("The agreement goes on as before."),
        rule_name="agreements.drop_termination",
    ),
    "terminate": Move(
        _("Terminate it"),
        _("The termination is recorded."),
        transitions.terminate,
        forms.TerminateForm,
        _("Before its last day, with a letter that says so. Once in effect it is final."),
        is_final=True,
    ),
    "end": Move(
        _("End it by common accord"),
        _("The agreement has ended."),
        transitions.end,
        forms.EndForm,
        _("Before its last day, because all parties want it. It cannot be taken back."),
        is_final=True,
    ),
    "abandon": Move(
        _("Abandon it"),
        _("The agreement is abandoned."),
        transitions.abandon,
        ReasonForShown,
        _("It will not be signed. It stays on the register as abandoned, with the reason."),
        is_final=True,
    ),
    "review": Move(
        _("Record a review"),
        _("The review is recorded."),
        transitions.mark_reviewed,
        forms.ReviewForm,
    ),
    "renew": Move(
        _("Draft its renewal"),
        _("The renewal is drafted. Check what it says, then pass it on."),
        transitions.renew,
        ConfirmForm,
        _("A new draft with the same parties, clauses and subject, from the day after its end."),
    ),
}
