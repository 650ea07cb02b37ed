"""What a move of an agreement brings about, in sentences: said before somebody makes it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agreements.instruments.family import binding_children, unfinished_children
from agreements.instruments.path import first_stage, following, stage_after
from agreements.instruments.states import AgreementState


def follows(agreement, verb):
    """What happens when the verb is carried out."""
    tell = TOLD.get(verb)
    return list(tell(agreement)) if tell else []


def _forward(agreement):
    target = following(agreement)
    yield _("From “%(here)s” it goes to “%(there)s”.") % {
        "here": agreement.get_state_display(),
        "there": target.label,
    }
    yield from _stage(first_stage(agreement.type, target))
    if target == AgreementState.READY_TO_SIGN:
        yield _("The text is then closed: whoever wants to change it sends it back.")


def _next_stage(agreement):
    yield from _stage(stage_after(agreement))


def _stage(stage):
    if stage is None:
        return
    yield _("Its stage is then “%s”.") % stage
    if stage.days:
        words = ngettext(
            "This stage may take %(days)s day; the register counts from today.",
            "This stage may take %(days)s days; the register counts from today.",
            stage.days,
        )
        yield words % {"days": stage.days}


def _children(agreement):
    number = len(binding_children(agreement))
    if number:
        yield ngettext(
            "%(number)s agreement rests on it. Say what happens to it.",
            "%(number)s agreements rest on it. Say for each what happens to it.",
            number,
        ) % {"number": number}


def _over(agreement):
    yield from _children(agreement)
    if unfinished := unfinished_children(agreement):
        names = ", ".join(f"“{child}”" for child in unfinished)
        yield _("Still being prepared under it, and then never in force: %s.") % names


TOLD = {
    "forward": _forward,
    "next-stage": _next_stage,
    "suspend": _children,
    "terminate": _over,
    "end": _over,
}
