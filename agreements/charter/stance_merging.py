"""What remains of two positions when two parties turn out to be one."""

from agreements.charter.stances import Stance


def position_says(target, source):
    """An objection is never merged away; otherwise whoever has said something is heard."""
    is_theirs = source.stance == Stance.OBJECT or target.stance == Stance.NOT_STATED
    kept = source if is_theirs and target.stance != Stance.OBJECT else target
    names = ("stance", "reason", "stated_on", "stated_by_id", "is_on_behalf")
    return {name: getattr(kept, name) for name in names}
