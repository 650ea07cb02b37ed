"""Counts the changes of a meeting that other calendars have to hear of."""

import pgtrigger

# What a calendar shows of a meeting; of its state only whether it is cancelled.
SHOWN = ("held_on", "starts_at", "ends_at", "title", "place")

COUNT = """
    NEW.calendar_uid := OLD.calendar_uid;
    NEW.sequence := OLD.sequence;
    IF ({old}, OLD.state = 'cancelled') IS DISTINCT FROM ({new}, NEW.state = 'cancelled') THEN
        NEW.sequence := OLD.sequence + 1;
        NEW.updated_at := clock_timestamp();
    END IF;
    RETURN NEW;
"""


def counts_changes():
    """Whoever changes a meeting, in whatever way: its event is the same one, with a higher number.

    The database counts, so no verb can forget it, and none can set the number back.
    """
    columns = {
        "old": ", ".join(f"OLD.{name}" for name in SHOWN),
        "new": ", ".join(f"NEW.{name}" for name in SHOWN),
    }
    return pgtrigger.Trigger(
        name="count_changes",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func=COUNT.format(**columns),
    )
