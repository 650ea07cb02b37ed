"""The only code that writes a training: planned, then held or cancelled."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.capacity.arrangement_kinds import TRAINING_MOVES, TrainingState
from agreements.capacity.models import Training, TrainingReceiver
from agreements.capacity.models.trainings import NOT_ONESELF
from agreements.capacity.transitions.days import past_day
from agreements.capacity.transitions.needs import require_party
from agreements.capacity.transitions.texts import tidied
from agreements.capacity.transitions.wording import (
    require_own,
    require_own_paper,
    write_line,
)
from agreements.charter.transitions.locking import lock_open, locked, require_reason
from collabgov.kit.errors import IllegalMove
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago
from collabgov.kit.states import require_move

S = TrainingState


@transaction.atomic
def plan_training(
    *, collaboration, giver, by, held_on, recipients=(), is_sample=False, on=None, **fields
):
    """One party will teach others, or has done so already; without recipients it is for all.

    `fields`: topic, and if known document. How many came is told by `hold_training`.
    """
    fresh = lock_open(collaboration.pk)
    said = {"collaboration": fresh, "giver": giver, "held_on": held_on, **tidied(fields, "topic")}
    training = Training(is_sample=is_sample, recorded_by=by, **said)
    require_own(giver, by, fresh.pk, field="giver")
    require_own_paper(training.document, fresh.pk)
    _require_recipients(training, recipients)
    sent = Training.objects.given_to_exactly(recipients)
    if twin := made_a_moment_ago(sent, when="created_at", recorded_by=by, **said):
        return twin
    save_checked(training)
    _set_recipients(training, recipients)
    write_line(training.changes, training, "", by=by, on=on)
    return training


@transaction.atomic
def edit_training(*, training, by, version, recipients=(), **fields):
    """Put right what is said of it, as long as it is only planned."""
    fresh = locked(training, training.collaboration_id)
    fresh.next_version(version)
    if fresh.state != S.PLANNED:
        raise IllegalMove(_("This training is over: nothing of it changes any more."))
    was = (fresh.giver_id, fresh.document_id)
    for name, value in tidied(fields, "topic").items():
        setattr(fresh, name, value)
    if fresh.giver_id != was[0]:
        require_own(fresh.giver, by, fresh.collaboration_id, field="giver")
    if fresh.document_id != was[1]:
        require_own_paper(fresh.document, fresh.collaboration_id)
    _require_recipients(fresh, recipients)
    fresh.receivers.exclude(organization__in=recipients).delete()
    save_checked(fresh)
    _set_recipients(fresh, recipients)
    write_line(fresh.changes, fresh, fresh.state, by=by)
    return fresh


@transaction.atomic
def hold_training(*, training, by, participants, document=None, held_on=None, on=None):
    """It took place: on which day, how many came, and the paper that tells of it."""
    fresh = locked(training, training.collaboration_id)
    source = S(fresh.state)
    require_move(TRAINING_MOVES, current=source, target=S.HELD)
    fresh.held_on = past_day(held_on or fresh.held_on, fresh.collaboration, field="held_on")
    if document is not None:
        require_own_paper(document, fresh.collaboration_id)
        fresh.document = document
    fresh.participants = participants
    return _move(fresh, source, S.HELD, by=by, on=on)


@transaction.atomic
def cancel_training(*, training, by, reason):
    """It does not take place; the reason says why."""
    note = require_reason(reason)
    fresh = locked(training, training.collaboration_id)
    source = S(fresh.state)
    require_move(TRAINING_MOVES, current=source, target=S.CANCELLED)
    return _move(fresh, source, S.CANCELLED, by=by, note=note)


def _move(fresh, source, target, *, by, note="", on=None):
    fresh.state = target
    fresh.version += 1
    save_checked(fresh)
    write_line(fresh.changes, fresh, source, by=by, note=note, on=on)
    return fresh


def _require_recipients(training, recipients):
    """Other parties of this collaboration; what was chosen before may have left it since."""
    there = set()
    if training.pk:
        there = set(training.receivers.values_list("organization", flat=True))
    for organization in recipients:
        if organization.pk == training.giver_id:
            raise ValidationError({"recipients": [NOT_ONESELF]})
        if organization.pk not in there:
            require_party(organization, training.collaboration_id, field="recipients")


def _set_recipients(training, recipients):
    there = set(training.receivers.values_list("organization", flat=True))
    for organization in recipients:
        if organization.pk not in there:
            row = TrainingReceiver(training=training, organization=organization)
            row.is_sample = training.is_sample
            save_checked(row)
