"""What was resolved of rival figures: which value lost, which figure of another source stands."""

from agreements.goals.models import Rivalry
from agreements.goals.states import MeasurementState, RivalryState


def lost_to(measurement):
    """The comparison that made this value a disputed one; None where somebody doubted it alone."""
    if measurement.state != MeasurementState.DISPUTED:
        return None
    last = measurement.changes.filter(to_state=MeasurementState.DISPUTED).order_by("-pk").first()
    if last is None:
        return None
    rows = Rivalry.objects.of_slot(measurement).filter(
        state=RivalryState.RESOLVED,
        resolved_by=last.made_by,
        resolution=last.note,
        updated_at__gte=last.made_at,
    )
    return rows.order_by("-pk").first()


def told_that_stands(record):
    """What is said of the figure that a resolved comparison took from another source."""
    rows = Rivalry.objects.of_slot(record).filter(state=RivalryState.RESOLVED)
    last = rows.order_by("-pk").first()
    if last is None or not last.told_stands:
        return {}
    return {
        name: getattr(last, name) for name in ("told_value", "told_source", "why", "raised_by_id")
    }
