"""The only code that changes agreements; every verb is named here, by what it does."""

from agreements.instruments.transitions.amending import (
    draft_amendment,
    drop_change,
    edit_amendment,
    offer_amendment,
    recall_amendment,
    withdraw_amendment,
)
from agreements.instruments.transitions.amending_clauses import (
    change_clause,
    new_clause,
    take_out_clause,
)
from agreements.instruments.transitions.bases import add_legal_basis, remove_legal_basis
from agreements.instruments.transitions.calendar import advance
from agreements.instruments.transitions.checking import check_paper, uncheck_paper
from agreements.instruments.transitions.clauses import (
    add_clause,
    edit_clause,
    promise_obligation,
    remove_clause,
)
from agreements.instruments.transitions.drafting import (
    draft_agreement,
    edit_agreement,
    register_agreement,
    renew,
)
from agreements.instruments.transitions.ending import (
    drop_termination,
    end,
    request_termination,
    terminate,
)
from agreements.instruments.transitions.holding import mark_reviewed, resume, suspend
from agreements.instruments.transitions.papers import attach_document, detach_document
from agreements.instruments.transitions.parties import add_party, edit_party, remove_party
from agreements.instruments.transitions.signing import (
    confirm_signature,
    sign,
    take_back_signature,
)
from agreements.instruments.transitions.steps import (
    abandon,
    approve_by_legislature,
    forward,
    next_stage,
    send_back,
)

__all__ = [
    "abandon",
    "add_clause",
    "add_legal_basis",
    "add_party",
    "advance",
    "approve_by_legislature",
    "attach_document",
    "change_clause",
    "check_paper",
    "confirm_signature",
    "detach_document",
    "draft_agreement",
    "draft_amendment",
    "drop_change",
    "drop_termination",
    "edit_agreement",
    "edit_amendment",
    "edit_clause",
    "edit_party",
    "end",
    "forward",
    "mark_reviewed",
    "new_clause",
    "next_stage",
    "offer_amendment",
    "promise_obligation",
    "recall_amendment",
    "register_agreement",
    "remove_clause",
    "remove_legal_basis",
    "remove_party",
    "renew",
    "request_termination",
    "resume",
    "send_back",
    "sign",
    "suspend",
    "take_back_signature",
    "take_out_clause",
    "terminate",
    "uncheck_paper",
    "withdraw_amendment",
]
