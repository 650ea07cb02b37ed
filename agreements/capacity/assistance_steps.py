"""What may happen next to a request for assistance: whose turn it is, and the reader's buttons."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.capacity.assistance_kinds import (
    CORRECTIONS,
    OPEN,
    PROMISED,
    AssistanceState,
)
from agreements.capacity.rules.assistance import is_requester, speaks_for_giver
from agreements.capacity.transitions.assistance import may_be_withdrawn
from agreements.capacity.transitions.assistance_ends import (
    SAID_BY_GIVER,
    may_be_called_unfulfilled,
    may_be_escalated,
)

S = AssistanceState


@dataclass(frozen=True)
class Step:
    """One verb: its address ends in `name`, `rule` says who, `fits` when; a post asks nothing."""

    name: str
    label: str
    rule: str
    icon: str
    fits: object
    style: str = "outline-primary"
    is_post: bool = False
    on_behalf: str = ""
    query: str = ""
    is_seen: bool = False

    @property
    def url_name(self):
        return f"agreements:assistance-{self.name}"


def _in(*states):
    return lambda page: page.request.state in states


def _settles(page):
    is_lent = page.answer is not None and page.answer.is_on_behalf
    return is_lent and page.request.state != S.WITHDRAWN


def _may_be_judged(page):
    """As the verb says: a coordinator does not end what the party can still correct."""
    is_lent = page.answer is not None and page.answer.is_on_behalf
    is_theirs = not is_lent or is_requester(page.user, page.request)
    return page.request.state in (*PROMISED, S.UNFULFILLED) and is_theirs


def _may_be_withdrawn(page):
    has_agreed_costs = any(cost.is_agreed for cost in page.costs)
    return may_be_withdrawn(page.request, has_agreed_costs=has_agreed_costs)


def _may_be_asked_again(page):
    return page.request.state == S.REFUSED and not page.asked_again


STEPS = (
    Step(
        "submit",
        gettext_lazy("Submit the request"),
        "agreements.edit_assistance",
        "send",
        _in(S.DRAFT),
        "primary",
        is_post=True,
    ),
    Step(
        "edit",
        gettext_lazy("Edit the draft"),
        "agreements.edit_assistance",
        "pencil",
        _in(S.DRAFT),
    ),
    Step(
        "answer",
        gettext_lazy("Answer the request"),
        "agreements.answer_assistance",
        "pencil",
        _in(S.SUBMITTED),
        "primary",
        on_behalf=gettext_lazy("Answer on behalf of %s"),
    ),
    Step(
        "confirm-answer",
        gettext_lazy("Confirm the coordinator's answer"),
        "agreements.settle_assistance",
        "check-lg",
        _settles,
        "primary",
        is_post=True,
        is_seen=True,
    ),
    Step(
        "correct-answer",
        gettext_lazy("Correct the coordinator's answer"),
        "agreements.settle_assistance",
        "pencil",
        lambda page: _settles(page) and page.request.state in CORRECTIONS,
    ),
    Step(
        "again",
        gettext_lazy("Ask again, as an emergency"),
        "agreements.edit_assistance",
        "arrow-repeat",
        _may_be_asked_again,
        "primary",
    ),
    Step(
        "again",
        gettext_lazy("Ask again"),
        "agreements.edit_assistance",
        "arrow-repeat",
        _may_be_asked_again,
        query="?ordinary=1",
    ),
    Step(
        "begin",
        gettext_lazy("Help is on its way"),
        "agreements.give_assistance",
        "arrow-right",
        _in(S.ACCEPTED, S.PARTLY),
        is_post=True,
    ),
    Step(
        "given",
        gettext_lazy("We gave the help: say what and when"),
        "agreements.say_assistance_was_given",
        "check-lg",
        _in(*SAID_BY_GIVER),
    ),
    Step(
        "complete",
        gettext_lazy("Help was given: say what came of it"),
        "agreements.judge_assistance",
        "check-circle",
        _may_be_judged,
        "primary",
    ),
    Step(
        "emergency",
        gettext_lazy("It has become an emergency"),
        "agreements.edit_assistance",
        "exclamation-circle",
        lambda page: page.request.state == S.SUBMITTED and not page.request.is_emergency,
    ),
    Step(
        "unfulfilled",
        gettext_lazy("Help was not given"),
        "agreements.judge_assistance",
        "x-circle",
        lambda page: page.request.state in OPEN and may_be_called_unfulfilled(page.request),
    ),
    Step(
        "escalate",
        gettext_lazy("Bring it before the superior"),
        "agreements.judge_assistance",
        "flag",
        lambda page: page.open_escalation is None and may_be_escalated(page.request),
    ),
    Step(
        "superior",
        gettext_lazy("Record what the superior answered"),
        "agreements.record_superior",
        "pencil",
        lambda page: page.open_escalation is not None,
        "primary",
    ),
    Step(
        "withdraw",
        gettext_lazy("Withdraw the request"),
        "agreements.edit_assistance",
        "slash-circle",
        _may_be_withdrawn,
        "outline-secondary",
    ),
)


@dataclass(frozen=True)
class Button:
    """A step as the page draws it."""

    step: Step
    label: str
    style: str


def buttons_for(user, page):
    """The steps that this reader may take now; only the first primary one stays so."""
    found, has_primary = [], False
    for step in STEPS:
        if not step.fits(page) or not user.has_perm(step.rule, page.request):
            continue
        style = "outline-primary" if has_primary and step.style == "primary" else step.style
        has_primary = has_primary or style == "primary"
        found.append(Button(step, _label(step, user, page.request), style))
    return found


def _label(step, user, request):
    if step.on_behalf and not speaks_for_giver(user, request):
        return step.on_behalf % request.to_party.organization.label
    return step.label


def waits_for(page):
    """The sentence that says who has to move next, or nothing."""
    request = page.request
    who = {
        "giver": request.to_party.organization.label,
        "requester": request.from_party.organization.label,
    }
    if page.open_escalation is not None:
        return _("It lies before the superior: the coordinator records the answer.")
    if request.giver_says and request.state in SAID_BY_GIVER:
        return _("%(giver)s says that it gave the help; %(requester)s says what came of it.") % who
    if _settles(page):
        return _("The coordinator answered. %(giver)s has to confirm or correct it.") % who
    return {
        S.DRAFT: _("%(requester)s has to submit it. Others do not see it yet."),
        S.SUBMITTED: _("%(giver)s has to answer."),
        S.ACCEPTED: _("%(giver)s gives the help; then %(requester)s says what came of it."),
        S.PARTLY: _("%(giver)s gives a part; then %(requester)s says what came of it."),
        S.DELIVERING: _("%(giver)s is giving the help; %(requester)s says what came of it."),
        S.REFUSED: _("%(requester)s may ask again; an emergency cannot be refused."),
        S.UNFULFILLED: _("The help did not come. It may still be given."),
    }.get(request.state, "") % who
