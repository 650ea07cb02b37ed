"""What may be done next with an agreement, as buttons: the main one first, the grave ones last."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agreements.instruments.path import first_stage, following, stage_after
from agreements.instruments.possible import DESPITE_AMENDMENT, POSSIBLE, in_states
from agreements.instruments.states import BINDING, WRITING, AgreementState

S = AgreementState
MAIN, OTHER, GRAVE = "main", "other", "grave"


@dataclass(frozen=True)
class Way:
    """One verb: its button, and how weighty it is; when it is offered: see `possible.py`."""

    verb: str
    label: str
    icon: str
    group: str


@dataclass(frozen=True)
class Button:
    label: str
    url: str
    icon: str


COORDINATOR = (
    Way("forward", _("Pass it on"), "arrow-right", MAIN),
    Way("approve", _("Record the approval"), "check-lg", MAIN),
    Way("resume", _("Resume it"), "arrow-repeat", MAIN),
    Way("next-stage", _("Next stage"), "arrow-right", OTHER),
    Way("send-back", _("Send it back"), "arrow-left", OTHER),
    Way("review", _("Record a review"), "clipboard-check", OTHER),
    Way("renew", _("Draft its renewal"), "arrow-repeat", OTHER),
    Way("suspend", _("Suspend it"), "pause-circle", GRAVE),
    Way("end", _("End it by common accord"), "check-circle", GRAVE),
    Way("terminate", _("Terminate it"), "slash-circle", GRAVE),
    Way("abandon", _("Abandon it"), "x-circle", GRAVE),
)
ANY_PARTY = (
    Way("request-termination", _("Request its termination"), "flag", GRAVE),
    Way("drop-termination", _("Drop the request to terminate"), "arrow-left", OTHER),
)


def address(name, *args):
    """The address of a page, or nothing where the site has no such page."""
    try:
        return reverse(f"agreements:{name}", args=args)
    except NoReverseMatch:
        return ""


def ways_of(agreement, *, runs_it, is_party, may_drop, is_held_up):
    """The buttons by group; an open amendment holds up nearly everything."""
    found = [
        way
        for way in (*COORDINATOR, *ANY_PARTY)
        if (runs_it or (is_party and way in ANY_PARTY))
        and (may_drop or way.verb != "drop-termination")
        and (way.verb in DESPITE_AMENDMENT or not (is_held_up and agreement.state in BINDING))
        and POSSIBLE[way.verb](agreement)
    ]
    groups = {MAIN: [], OTHER: [], GRAVE: []}
    for way in found:
        url = address("agreement-move", agreement.pk, way.verb)
        if url:
            groups[way.group].append(Button(_label(way, agreement), url, way.icon))
    if runs_it:
        groups[OTHER] += _pages(agreement, is_held_up)
    return groups | {"grave_label": _grave_label({way.verb for way in found})}


def _grave_label(verbs):
    """What the folded part offers, and nothing that its state does not allow."""
    if "abandon" in verbs:
        return gettext("Not to be signed after all?")
    if "suspend" in verbs:
        return gettext("Suspend or end it")
    return gettext("End it") if "end" in verbs else gettext("Ask to end it")


def _label(way, agreement):
    """The words on its button; a step along the way says where it leads."""
    if way.verb == "forward":
        state = following(agreement)
        return gettext("Pass it on to “%s”") % (first_stage(agreement.type, state) or state.label)
    if way.verb == "next-stage":
        return gettext("Next stage: “%s”") % stage_after(agreement)
    return way.label


def _edit_label(agreement):
    """What its first form still changes: all of a draft, little of what is in force."""
    if agreement.state in WRITING:
        return gettext("Edit")
    if agreement.is_registered:
        return gettext("Correct its record")
    return gettext("Set its day of review")


PAGES = (
    (_edit_label, "agreement-edit", "pencil", in_states(*WRITING, *BINDING)),
    (
        lambda _agreement: gettext("Amend or extend it"),
        "amendment-create",
        "pencil",
        in_states(S.IN_FORCE),
    ),
)


def _pages(agreement, is_held_up):
    for label, name, icon, is_open in PAGES:
        url = address(name, agreement.pk)
        if url and is_open(agreement) and not is_held_up:
            yield Button(label(agreement), url, icon)
