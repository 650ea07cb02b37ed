"""Write a theory of change, ask the parties, and agree on it."""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from agreements.charter.stances import Stance, deciding
from agreements.charter.transitions.locking import lock_open, require_reason
from agreements.charter.transitions.stances import require_consent
from agreements.goals.kinds import TheoryEvent
from agreements.goals.models import ResultLink, TheoryChange, TheoryConsent, TheoryOfChange
from agreements.goals.states import OPEN_THEORY, THEORY_MOVES, TheoryState
from agreements.goals.transitions.common import locked, moment, past_day
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


@transaction.atomic
def draft_theory(*, collaboration, by, summary="", is_sample=False, on=None):
    """A new version: it begins with what was agreed before, or empty."""
    fresh = lock_open(collaboration.pk)
    versions = TheoryOfChange.objects.filter(collaboration=fresh)
    if versions.filter(state__in=OPEN_THEORY).exists():
        raise Refused(_("A version of the theory of change is open already."))
    before = versions.agreed().first()
    last = versions.aggregate(last=Max("order"))["last"] or 0
    theory = TheoryOfChange(
        collaboration=fresh,
        order=last + 1,
        summary=summary or (before.summary if before else ""),
        is_sample=is_sample,
    )
    save_checked(theory)
    if before:
        _copy(before, theory, is_sample=is_sample)
    log_theory(theory, TheoryEvent.DRAFTED, by=by, came_from="", on=on)
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
    fresh = draft_of(theory)
    fresh.next_version(version)
    fresh.summary = summary
    save_checked(fresh)
    log_theory(fresh, TheoryEvent.EDITED, by=by)
    return fresh


@transaction.atomic
def offer(*, theory, by, on=None):
    """The draft is ready: every active party that decides is asked where it stands."""
    fresh = locked(theory, theory.collaboration_id)
    require_move(THEORY_MOVES, current=TheoryState(fresh.state), target=TheoryState.FOR_CONSENT)
    if not fresh.links.exists():
        raise Refused(_("Link at least two results first: what leads to what, and why."))
    parties = list(deciding(fresh.collaboration_id, today=on))
    if not parties:
        raise Refused(_("No active party decides here yet, so nobody can be asked."))
    for party in parties:
        save_checked(TheoryConsent(theory=fresh, party=party, is_sample=fresh.is_sample))
    return _move(fresh, TheoryState.FOR_CONSENT, by=by, on=on)


@transaction.atomic
def recall(*, theory, by, reason, on=None):
    """Back to the draft: what the parties said was about this text, and is asked again."""
    words = require_reason(reason)
    fresh = locked(theory, theory.collaboration_id)
    require_move(THEORY_MOVES, current=TheoryState(fresh.state), target=TheoryState.DRAFT)
    fresh.consents.all().delete()
    return _move(fresh, TheoryState.DRAFT, by=by, note=words, on=on)


@transaction.atomic
def agree(*, theory, by, on=None):
    """Every active deciding party has spoken and none objects; it replaces the one before."""
    fresh = locked(theory, theory.collaboration_id)
    require_move(THEORY_MOVES, current=TheoryState(fresh.state), target=TheoryState.AGREED)
    day = past_day(on, field="agreed_on")
    require_consent(fresh.consents, fresh.collaboration_id, today=day)
    before = TheoryOfChange.objects.select_for_update().agreed()
    for old in before.filter(collaboration=fresh.collaboration_id):
        _move(old, TheoryState.SUPERSEDED, by=by, on=on)
    return _move(fresh, TheoryState.AGREED, by=by, on=on, agreed_on=day)


def objecting(theory):
    """The parties that take part, decide, and say no to this version."""
    said_no = theory.consents.filter(stance=Stance.OBJECT).order_by().values("party")
    return deciding(theory.collaboration_id).filter(pk__in=said_no)


def draft_of(theory):
    """The theory as it is now, locked; only a draft can be changed."""
    fresh = locked(theory, theory.collaboration_id)
    if fresh.state != TheoryState.DRAFT:
        raise Refused(_("Only a draft can be changed: call this version back, or begin a new one."))
    return fresh


def _move(fresh, target, *, by, note="", on=None, **facts):
    source = fresh.state
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    log_theory(fresh, TheoryEvent.MOVED, by=by, came_from=source, note=note, on=on)
    return fresh


def log_theory(theory, event, *, by, came_from=None, on=None, **said):
    """Write one line of the history; without `came_from` the state stays. `said`: subject, note."""
    return TheoryChange.objects.create(
        theory=theory,
        event=event,
        from_state=theory.state if came_from is None else came_from,
        to_state=theory.state,
        made_by=by,
        made_at=moment(on),
        **said,
    )
