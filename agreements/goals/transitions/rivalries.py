"""Figures that differ: put one from elsewhere beside a party's own, and resolve what differs."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open, lock_row, require_reason
from agreements.goals.measure_rules import gave_it, gave_one_of_them
from agreements.goals.models import Measurement, Rivalry
from agreements.goals.states import (
    MEASUREMENT_MOVES,
    RIVALRY_MOVES,
    RIVALS,
    MeasurementState,
    RivalryState,
)
from agreements.goals.transitions.slots import (
    close,
    lock_measurement,
    move,
    require_unlocked,
)
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.states import require_move


@transaction.atomic
def raise_rivalry(*, measurement, by, value, source, why):
    """Somebody knows of another figure and says where it stands: until it is resolved, none counts.

    Whoever has a figure of a party of their own reports it; that compares the two by itself.
    """
    _collaboration, fresh = lock_measurement(measurement)
    if gave_it(by, fresh):
        raise Refused(_("Correct it instead: it is your own."))
    reason = require_reason(why, field="why")
    if fresh.state not in RIVALS:
        raise Refused(_("Only figures that were submitted are compared."))
    if Rivalry.objects.unresolved().of_slot(fresh).exists():
        raise Refused(_("These figures are compared already."))
    _require_new(fresh, value)
    told_source = " ".join((source or "").split())
    if not told_source:
        raise ValidationError({"source": _("Say where the other figure stands.")})
    rivalry = Rivalry(
        indicator=fresh.indicator,
        region=fresh.region,
        starts_on=fresh.starts_on,
        ends_on=fresh.ends_on,
        told_value=value,
        told_source=told_source,
        why=reason,
        raised_by=by,
        is_sample=fresh.is_sample,
    )
    return save_checked(rivalry)


def _require_new(measurement, value):
    """Another figure than this one, and none that was weighed against it already."""
    if value is None:
        raise ValidationError({"value": _("Give the other figure.")})
    if value == measurement.value:
        raise ValidationError({"value": _("That is the same figure. Nothing differs.")})
    told = Rivalry.objects.of_slot(measurement).filter(
        told_value=value,
        state=RivalryState.RESOLVED,
        updated_at__gte=measurement.submitted_at,
    )
    lost = Measurement.objects.standing().of_slot(measurement)
    if told.exists() or lost.filter(value=value, state=MeasurementState.DISPUTED).exists():
        raise ValidationError({"value": _("This figure was compared already, and it is resolved.")})


@transaction.atomic
def resolve(*, rivalry, by, kept, resolution, told_stands=False):
    """Say which figure stands and why; the others are disputed from now on.

    `kept` is one that a party reported, None where none of them stands: perhaps the one told from
    elsewhere does, and the parties correct theirs.
    """
    collaboration = lock_open(rivalry.indicator.goal.collaboration_id)
    fresh = lock_row(rivalry)
    require_unlocked(collaboration, fresh.starts_on, fresh.ends_on)
    require_move(RIVALRY_MOVES, current=RivalryState(fresh.state), target=RivalryState.RESOLVED)
    reason = require_reason(resolution, field="resolution")
    if gave_one_of_them(by, fresh):
        raise Refused(_("One of the figures is yours. Somebody else resolves this."))
    figures = list(Measurement.objects.figures_of(fresh).select_for_update(of=("self",)))
    stands = _standing_value(fresh, figures, kept, told_stands=told_stands)
    for figure in figures:
        if figure.value != stands:
            nobody = {"verified_by": None, "verified_at": None}
            disputed = MeasurementState.DISPUTED
            move(figure, disputed, MEASUREMENT_MOVES, by=by, note=reason, **nobody)
    return close(fresh, by=by, kept=kept, told_stands=told_stands, resolution=reason)


def _standing_value(rivalry, figures, kept, *, told_stands):
    """What the figure says that stands; None where none does."""
    reported = {figure.pk: figure.value for figure in figures}
    is_strange = kept is not None and kept.pk not in reported
    if is_strange or (told_stands and (kept is not None or rivalry.told_value is None)):
        raise Refused(_("This figure is not one of those that differ."))
    return rivalry.told_value if told_stands else reported.get(kept and kept.pk)
