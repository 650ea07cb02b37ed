"""Write a theory of change, ask the parties, and agree on it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agreements.charter.stances import Stance, deciding
from agreements.charter.transitions.locking import locked
from agreements.charter.transitions.versions import Versions
from agreements.goals.models import ResultLink, TheoryChange, TheoryConsent, TheoryOfChange
from agreements.goals.states import TheoryState
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

THEORIES = Versions(
    model=TheoryOfChange,
    consent=TheoryConsent,
    change=TheoryChange,
    about="theory",
    rule="agreements.state_theory_position",
    open_already=gettext_lazy("A version of the theory of change is open already."),
)
draft_of, log_theory = THEORIES.draft_of, THEORIES.log


@transaction.atomic
def draft_theory(*, collaboration, by, summary="", is_sample=False, on=None):
    """A new version: it begins with what was agreed before, or empty."""
    said = {"summary": summary, "is_sample": is_sample}
    theory, before = THEORIES.begin(collaboration, by=by, on=on, copied=("summary",), **said)
    if before:
        _copy(before, theory, is_sample=is_sample)
    return theory


def _copy(before, theory, *, is_sample):
    """The results and links of an older version, as the beginning of this one."""
    twins = {}
    for result in before.results.all():
        old = result.pk
        result.pk, result.theory, result.version = None, theory, 1
        result.is_sample, result._state.adding = is_sample, True
        twins[old] = save_checked(result)
    for link in before.links.all():
        copy = ResultLink(
            theory=theory,
            cause=twins[link.cause_id],
            effect=twins[link.effect_id],
            assumption=link.assumption,
            is_sample=is_sample,
        )
        save_checked(copy)


@transaction.atomic
def edit_theory(*, theory, by, version, summary):
    """The theory in a few sentences; EditConflict when the form is older."""
    return THEORIES.edit(theory, by=by, version=version, summary=summary)


@transaction.atomic
def offer(*, theory, by, on=None):
    """The draft is ready: every active party that decides is asked where it stands."""
    fresh = locked(theory, theory.collaboration_id)
    if fresh.state == TheoryState.DRAFT and not fresh.links.exists():
        raise Refused(_("Link at least two results first: what leads to what, and why."))
    return THEORIES.offer(fresh, by=by, on=on)


@transaction.atomic
def recall(*, theory, by, reason, on=None):
    """Back to the draft: what the parties said was about this text, and is asked again."""
    return THEORIES.recall(theory, by=by, reason=reason, on=on)


@transaction.atomic
def agree(*, theory, by, on=None):
    """Every active deciding party has spoken and none objects; it replaces the one before."""
    return THEORIES.agree(theory, by=by, on=on)


def objecting(theory):
    """The parties that take part, decide, and say no to this version."""
    said_no = theory.consents.filter(stance=Stance.OBJECT).order_by().values("party")
    return deciding(theory.collaboration_id).filter(pk__in=said_no)
