"""Which moves an agreement allows as it stands; asked by their buttons and by their pages."""

from django.utils.translation import gettext as _

from agreements.instruments.path import earlier, following, stage_after
from agreements.instruments.states import BINDING, PREPARING, AgreementState

S = AgreementState
# An open amendment lets these through: they make another agreement.
DESPITE_AMENDMENT = frozenset({"renew"})


def in_states(*states):
    return lambda agreement: agreement.state in states


def _may_be_asked_about(agreement):
    return agreement.state in BINDING and not agreement.termination_asked_on


def _is_asked_about(agreement):
    return agreement.state in BINDING and bool(agreement.termination_asked_on)


def _may_be_terminated(agreement):
    return agreement.state in BINDING and not agreement.termination_decided_on


def _may_be_renewed(agreement):
    return not renewal_refusal(agreement)


def renewal_refusal(agreement):
    """Why it is not renewed, in a sentence; empty when it may be."""
    if agreement.state not in (*BINDING, S.ENDED):
        return _("Only what is or was in force can be renewed.")
    if agreement.over_on is None and agreement.ends_on is None:
        return _("It has no last day, so there is nothing to renew.")
    if other := agreement.renewals.not_given_up().first():
        return _("“%s” already renews it.") % other
    return ""


POSSIBLE = {
    "forward": lambda agreement: following(agreement) is not None,
    "next-stage": lambda agreement: stage_after(agreement) is not None,
    "send-back": lambda agreement: bool(earlier(agreement)),
    "approve": in_states(S.LEGISLATURE),
    "suspend": in_states(S.IN_FORCE),
    "resume": in_states(S.SUSPENDED),
    "request-termination": _may_be_asked_about,
    "drop-termination": _is_asked_about,
    "terminate": _may_be_terminated,
    "end": in_states(*BINDING),
    "abandon": in_states(*PREPARING),
    "review": in_states(*BINDING),
    "renew": _may_be_renewed,
}
