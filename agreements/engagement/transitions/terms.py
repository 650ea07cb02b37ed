"""Propose what a word means here, agree on it, or leave it; a changed term is a new version."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import (
    last_day,
    lock_open,
    locked,
    moment,
    require_reason,
)
from agreements.engagement.models import SharedTerm, TermChange
from agreements.engagement.models.terms import MOST_SYNONYMS
from agreements.engagement.states import TERM_MOVES, TermState
from agreements.goals.transitions.common import require_decision
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.seen import require_seen
from collabgov.kit.states import require_move

WORDS = ("term", "definition", "synonyms", "source_note")


@transaction.atomic
def propose_term(*, collaboration, by, replaces=None, is_sample=False, on=None, **fields):
    """A term, or with `replaces` the next version of an agreed one. `fields`: its words."""
    fresh = lock_open(collaboration.pk)
    row = SharedTerm(collaboration=fresh, is_sample=is_sample)
    _write(row, fields)
    if replaces is not None:
        row.replaces, row.order = _agreed(replaces, fresh), replaces.order + 1
    if twin := _twin(row):
        return twin  # a double click
    _require_free_names(row)
    save_checked(row)
    _log(row, by=by, came_from="", on=on)
    return row


@transaction.atomic
def edit_term(*, shared_term, by, version, **fields):
    """Other words of a proposal; EditConflict when the form is older."""
    fresh = locked(shared_term, shared_term.collaboration_id)
    if fresh.state != TermState.PROPOSED:
        raise Refused(_("Only a proposed term can be edited: propose a new version of it."))
    fresh.next_version(version)
    _write(fresh, fields)
    _require_free_names(fresh)
    save_checked(fresh)
    _log(fresh, by=by)
    return fresh


@transaction.atomic
def agree_on_term(*, shared_term, by, decision=None, seen="", on=None):
    """From then on it means this; the version that it replaces stays to be read."""
    fresh = _on_the_way(shared_term, TermState.AGREED)
    require_seen(fresh, seen)
    if decision is not None:
        require_decision(decision, fresh.collaboration_id)
    day = last_day(on, field="agreed_on")
    if fresh.replaces_id:
        before = locked(fresh.replaces, fresh.collaboration_id)
        _move(before, TermState.SUPERSEDED, by=by, on=on)
    return _move(fresh, TermState.AGREED, by=by, on=on, agreed_on=day, decision=decision)


@transaction.atomic
def drop_term(*, shared_term, by, reason, on=None):
    """The parties do not take the proposal up; it says why and can be proposed again."""
    words = require_reason(reason)
    fresh = _on_the_way(shared_term, TermState.DROPPED)
    return _move(fresh, TermState.DROPPED, by=by, note=words, on=on)


def _write(row, fields):
    """The words with single blanks between them; each other name once."""
    for name in WORDS:
        if name in fields:
            setattr(row, name, fields[name])
    row.term = " ".join(row.term.split())
    row.synonyms = cleaned(row.synonyms)


def cleaned(synonyms):
    """Without blanks around them and repetitions, in the order in which they were written."""
    names = (" ".join(name.split()) for name in synonyms)
    return list({name.lower(): name for name in names if name}.values())


def _agreed(term, collaboration):
    """The version that a new one would replace: the agreed one of this very collaboration."""
    fresh = locked(term, collaboration.pk)
    if fresh.collaboration_id != collaboration.pk or fresh.state != TermState.AGREED:
        raise Refused(_("Only an agreed term has a next version."))
    return fresh


def _twin(row):
    same = {name: getattr(row, name) for name in ("collaboration", "replaces", *WORDS)}
    return SharedTerm.objects.filter(state=TermState.PROPOSED, **same).first()


def _require_free_names(row):
    """No other name is the term itself, or goes for another term that is in use."""
    if len(row.synonyms) > MOST_SYNONYMS:
        raise ValidationError({"synonyms": [_("Twelve other names are the most.")]})
    if row.term.lower() in {name.lower() for name in row.synonyms}:
        raise ValidationError({"synonyms": [_("This is the term itself.")]})
    others = SharedTerm.objects.current().filter(collaboration=row.collaboration_id)
    taken = {}
    for other in others.exclude(pk__in=[row.pk or 0, row.replaces_id or 0]):
        taken |= {name.lower(): other.term for name in (other.term, *other.synonyms)}
    for field, names in (("term", [row.term]), ("synonyms", row.synonyms)):
        for name in names:
            if name.lower() in taken:
                sentence = _("“%(name)s” already goes for the term “%(term)s”.")
                facts = {"name": name, "term": taken[name.lower()]}
                raise ValidationError({field: [sentence % facts]})


def _on_the_way(term, target):
    fresh = locked(term, term.collaboration_id)
    require_move(TERM_MOVES, current=TermState(fresh.state), target=target)
    return fresh


def _move(fresh, target, *, by, note="", on=None, **facts):
    source = fresh.state
    for name, value in facts.items():
        setattr(fresh, name, value)
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    _log(fresh, by=by, came_from=source, note=note, on=on)
    return fresh


def _log(term, *, by, came_from=None, note="", on=None):
    """Write one line of the history; without `came_from` the words changed, not the state."""
    return TermChange.objects.create(
        term=term,
        from_state=term.state if came_from is None else came_from,
        to_state=term.state,
        note=note,
        made_by=by,
        made_at=moment(on),
    )
