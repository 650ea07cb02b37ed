"""Enter, submit, verify, return, dispute, settle and correct values of indicators."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, require_reason
from agreements.documents.holding import require_standing
from agreements.goals.comparing import lost_to
from agreements.goals.entering import (
    figure_of,
    next_number,
    require_in_use,
    require_own_evidence,
    require_period,
    require_reporter,
    with_file,
)
from agreements.goals.kinds import Precision
from agreements.goals.measure_rules import gave_it, oversees
from agreements.goals.models import Measurement
from agreements.goals.states import MEASUREMENT_MOVES, MeasurementState
from agreements.goals.telling import figure_words
from agreements.goals.transitions.slots import (
    compare,
    lock_measurement,
    log,
    move,
    require_seen,
    require_unlocked,
)
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked

M = MeasurementState
REPORTED = frozenset({M.SUBMITTED, M.RETURNED, M.DISPUTED, M.VERIFIED})


class WrongCells(Refused):
    """Some cells of a grid cannot be saved, so none was; `cells` are (key, sentence)."""

    def __init__(self, cells):
        super().__init__(_("Nothing was saved. Put the marked cells right first."))
        self.cells = cells


@transaction.atomic
def enter(
    *,
    indicator,
    party,
    by,
    starts_on,
    ends_on,
    region=None,
    evidence_file=None,
    submission_id=None,
    version=None,
    is_sample=False,
    **figure,
):
    """Write a value down as a draft; the draft of the same slot is overwritten.

    `figure`: value, or numerator and denominator of a share; precision, source, evidence, note.
    `evidence_file` becomes a document of the collaboration. `version` of the draft that was
    edited, 0 where none was: another one that is there by now is not overwritten.
    A returned value is followed by the new draft; any other has to be corrected knowingly.
    """
    collaboration = lock_open(indicator.goal.collaboration_id)
    require_reporter(by, party, collaboration)
    fresh = require_in_use(indicator)
    require_period(fresh, starts_on, ends_on)
    require_unlocked(collaboration, starts_on, ends_on)
    slot = {"indicator": fresh, "region": region, "starts_on": starts_on, "ends_on": ends_on}
    figure = with_file(collaboration, fresh, figure, evidence_file, by=by)
    said = _figure(collaboration, fresh, **figure)
    there = Measurement.objects.standing().filter(party=party, **slot).first()
    if there is not None and there.state == M.DRAFT:
        return _overwrite(there, said, by=by, version=version)
    if there is not None and there.state != M.RETURNED:
        raise Refused(_("This value has been reported already. Correct it on its own page."))
    if version and there is None:
        raise Refused(_("Somebody else has removed this in the meantime."))
    new = Measurement(
        **slot, **said, party=party, entered_by=by, is_sample=is_sample, pk=next_number()
    )
    if submission_id:
        if twin := Measurement.objects.filter(submission_id=submission_id, entered_by=by).first():
            return twin
        new.submission_id = submission_id
    return _write(new, there, by=by)


@transaction.atomic
def enter_many(*, rows, by):
    """Write a grid down: all of it or nothing; `rows` are (key, what `enter` takes)."""
    entered, wrong = [], []
    for key, facts in rows:
        try:
            entered.append(enter(by=by, **facts))
        except (Refused, ValidationError) as refusal:
            wrong.append((key, _words(refusal)))
    if wrong:
        raise WrongCells(wrong)
    return entered


@transaction.atomic
def write_grid(*, by, rows, emptied=(), drafts=(), final=()):
    """A grid as somebody leaves it: enter, throw emptied drafts away, submit what is final.

    `final` are the keys of rows that are submitted; `drafts` were there already and are submitted
    with them. Returns how many were saved only, and how many submitted.
    """
    entered = enter_many(rows=rows, by=by)
    for draft in emptied:
        discard(measurement=draft, by=by)
    ready = [one for (key, _facts), one in zip(rows, entered, strict=True) if key in final]
    submitted = submit_many(measurements=[*ready, *drafts], by=by)
    return len(entered) - len(ready) + len(emptied), len(submitted)


@transaction.atomic
def submit(*, measurement, by, version=None):
    """Say that the draft may be looked at; from now on it is not edited any more."""
    collaboration, fresh = lock_measurement(measurement)
    require_reporter(by, fresh.party, collaboration)
    require_in_use(fresh.indicator)
    if fresh.state != M.DRAFT:
        raise IllegalMove(_("This value has been submitted already."))
    require_seen(fresh, version)
    require_standing(fresh.evidence)
    moment = {"submitted_by": by, "submitted_at": timezone.now()}
    move(fresh, M.SUBMITTED, MEASUREMENT_MOVES, by=by, **moment)
    compare(fresh, by=by)
    return fresh


@transaction.atomic
def submit_many(*, measurements, by):
    """The drafts among them, as they are here."""
    drafts = [one for one in measurements if one.state == M.DRAFT]
    return [submit(measurement=one, by=by, version=one.version) for one in drafts]


@transaction.atomic
def discard(*, measurement, by):
    """Throw a draft away; what was submitted stays."""
    collaboration, fresh = lock_measurement(measurement)
    require_reporter(by, fresh.party, collaboration)
    if fresh.state != M.DRAFT:
        raise IllegalMove(_("What was submitted stays. It can be corrected."))
    if fresh.supersedes.exists():
        raise Refused(_("It follows a value that was returned. Correct the figure instead."))
    fresh.changes.all().delete()
    fresh.delete()
    return collaboration


@transaction.atomic
def verify(*, measurement, by, version=None):
    """Somebody else has checked it: it counts. `version`: of the value that they looked at."""
    _collaboration, fresh = lock_measurement(measurement)
    _require_another(by, fresh, _("Somebody else verifies what you entered or submitted."))
    if fresh.state == M.SUBMITTED:
        require_seen(fresh, version)
    moment = {"verified_by": by, "verified_at": timezone.now()}
    return move(fresh, M.VERIFIED, MEASUREMENT_MOVES, by=by, **moment)


def verify_many(*, picks, by):
    """Each judged by itself: (those that are verified, [(value, why it is not)]).

    `picks` are (value, version of it that was looked at).
    """
    verified, refused = [], []
    for value, version in picks:
        try:
            if not oversees.test(by, value):
                raise Refused(_("Its coordinator or an auditor verifies it."))
            verified.append(verify(measurement=value, by=by, version=version))
        except (Refused, ValidationError) as refusal:
            refused.append((value, _words(refusal)))
    return verified, refused


@transaction.atomic
def give_back(*, measurement, by, note):
    """It cannot be verified so, and what is missing: the party reports it again."""
    _collaboration, fresh = lock_measurement(measurement)
    _require_another(by, fresh, _("Correct it instead: it is your own."))
    why = require_reason(note, field="note")
    return move(fresh, M.RETURNED, MEASUREMENT_MOVES, by=by, note=why)


@transaction.atomic
def dispute(*, measurement, by, reason):
    """Somebody doubts a value, verified or not: until it is settled it does not count."""
    _collaboration, fresh = lock_measurement(measurement)
    _require_another(by, fresh, _("Correct it instead: it is your own."))
    why = require_reason(reason)
    nobody = {"verified_by": None, "verified_at": None}
    return move(fresh, M.DISPUTED, MEASUREMENT_MOVES, by=by, note=why, **nobody)


@transaction.atomic
def settle(*, measurement, by, resolution):
    """The dispute is over and the value stands: it waits for verification again.

    What was found not to stand when figures were compared comes back by a correction only.
    """
    _collaboration, fresh = lock_measurement(measurement)
    _require_another(by, fresh, _("Somebody else settles a dispute about your value."))
    if lost_to(fresh) is not None:
        raise Refused(_("It was compared and does not stand. Its party corrects it instead."))
    why = require_reason(resolution, field="resolution")
    move(fresh, M.SUBMITTED, MEASUREMENT_MOVES, by=by, note=why)
    compare(fresh, by=by)
    return fresh


@transaction.atomic
def correct(*, measurement, by, reason, evidence_file=None, **figure):
    """A new value takes the place of one that was submitted, and waits for verification.

    The old one keeps its text; `figure` is what `enter` takes.
    """
    collaboration, fresh = lock_measurement(measurement)
    require_reporter(by, fresh.party, collaboration)
    indicator = require_in_use(fresh.indicator)
    if fresh.state not in REPORTED:
        raise IllegalMove(_("A draft is simply entered again."))
    why = require_reason(reason)
    slot = ("indicator", "region", "party", "starts_on", "ends_on", "is_sample")
    figure = with_file(collaboration, indicator, figure, evidence_file, by=by)
    new = Measurement(
        **{name: getattr(fresh, name) for name in slot},
        **_figure(collaboration, indicator, **figure),
        entered_by=by,
        submitted_by=by,
        submitted_at=timezone.now(),
        state=M.SUBMITTED,
        pk=next_number(),
    )
    _write(new, fresh, by=by, note=why)
    compare(new, by=by)
    return new


def _figure(
    collaboration,
    indicator,
    *,
    value=None,
    numerator=None,
    denominator=None,
    precision=Precision.EXACT,
    source="",
    evidence=None,
    note="",
):
    require_own_evidence(collaboration, evidence)
    return {
        **figure_of(indicator, value=value, numerator=numerator, denominator=denominator),
        "precision": precision,
        "source": " ".join(source.split()),
        "evidence": evidence,
        "note": note.strip(),
    }


def _overwrite(draft, said, *, by, version):
    """The same figures again change nothing."""
    if all(getattr(draft, name) == value for name, value in said.items()):
        return draft
    if version == 0:
        raise Refused(_("There is a draft of it already: %s. Open it.") % figure_words(draft))
    draft.next_version(draft.version if version is None else version)
    for name, value in said.items():
        setattr(draft, name, value)
    draft.entered_by = by
    save_checked(draft)
    log(draft, M.DRAFT, by=by)
    return draft


def _write(new, old, *, by, note=""):
    """Save a new value; the old one steps aside first, for one of a party counts in a slot."""
    if old is not None:
        old.superseded_by_id = new.pk
        old.version += 1
        old.save(update_fields=["superseded_by", "version", "updated_at"])
        log(old, old.state, by=by, note=note)
    new.full_clean(exclude=["id"])
    new.save(force_insert=True)
    log(new, "", by=by, note=note)
    return new


def _words(refusal):
    return " ".join(getattr(refusal, "messages", [str(refusal)]))


def _require_another(by, fresh, sentence):
    if gave_it(by, fresh):
        raise Refused(sentence)
