"""Figures of two parties that differ: raise the matter by hand, and resolve it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row, require_reason
from agreements.goals.measure_rules import gave_one_of_them
from agreements.goals.models import Measurement, Rivalry
from agreements.goals.states import (
    MEASUREMENT_MOVES,
    RIVALRY_MOVES,
    RIVALS,
    MeasurementState,
    RivalryState,
)
from agreements.goals.transitions.slots import lock_measurement, move, require_unlocked, slot_of
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


@transaction.atomic
def raise_rivalry(*, measurement, by, why):
    """Somebody knows of another figure: until it is resolved, this one does not count."""
    _collaboration, fresh = lock_measurement(measurement)
    reason = require_reason(why, field="why")
    if fresh.state not in RIVALS:
        raise Refused(_("Only figures that were submitted are compared."))
    there = Rivalry.objects.filter(**slot_of(fresh), state=RivalryState.OPEN).first()
    if there is not None:
        raise Refused(_("These figures are compared already."))
    rivalry = Rivalry(
        indicator=fresh.indicator,
        region=fresh.region,
        starts_on=fresh.starts_on,
        ends_on=fresh.ends_on,
        why=reason,
        raised_by=by,
        is_sample=fresh.is_sample,
    )
    return save_checked(rivalry)


@transaction.atomic
def resolve(*, rivalry, by, kept, resolution):
    """Say which figure stands (None: none of them) and why; the others are disputed from now on."""
    collaboration = lock_open(rivalry.indicator.goal.collaboration_id)
    fresh = lock_row(rivalry)
    require_unlocked(collaboration, fresh.starts_on, fresh.ends_on)
    require_move(RIVALRY_MOVES, current=RivalryState(fresh.state), target=RivalryState.RESOLVED)
    reason = require_reason(resolution, field="resolution")
    if gave_one_of_them(by, fresh):
        raise Refused(_("One of the figures is yours. Somebody else resolves this."))
    figures = list(Measurement.objects.figures_of(fresh).select_for_update(of=("self",)))
    if kept is not None and kept.pk not in {figure.pk for figure in figures}:
        raise Refused(_("This figure is not one of those that differ."))
    for figure in figures:
        if kept is None or figure.value != _value_of(kept, figures):
            nobody = {"verified_by": None, "verified_at": None}
            disputed = MeasurementState.DISPUTED
            move(figure, disputed, MEASUREMENT_MOVES, by=by, note=reason, **nobody)
    fresh.kept = kept
    fresh.resolution = reason
    fresh.resolved_by = by
    fresh.resolved_on = timezone.localdate()
    fresh.state = RivalryState.RESOLVED
    return save_checked(fresh)


def _value_of(kept, figures):
    return next(figure.value for figure in figures if figure.pk == kept.pk)
