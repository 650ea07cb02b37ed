"""What remains of two positions when two parties turn out to be one."""

from agreements.charter.stances import Stance


def position_says(target, source):
    """An objection is never merged away; otherwise whoever has said something is heard."""
    if target.stance == Stance.OBJECT == source.stance:
        return both_object(target, source)
    is_theirs = source.stance == Stance.OBJECT or target.stance == Stance.NOT_STATED
    kept = source if is_theirs and target.stance != Stance.OBJECT else target
    return word_of(kept)


def both_object(target, source):
    """The one party objects for both reasons; it confirms what either was told for it."""
    reasons = dict.fromkeys((target.reason, source.reason))
    is_on_behalf = target.is_on_behalf or source.is_on_behalf
    return word_of(target) | {"reason": "\n\n".join(reasons), "is_on_behalf": is_on_behalf}


def word_of(row):
    """What one of the two says."""
    names = ("stance", "reason", "stated_on", "stated_by_id", "is_on_behalf")
    return {name: getattr(row, name) for name in names}
