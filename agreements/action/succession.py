"""Who handed a commitment to whom: its story says that it went, the trail says where."""

from bisect import bisect_right

from actors.models import Person
from collabgov.kit.audit import event_model, events_of


def successions(commitment, changes):
    """{pk of a change: (who was responsible, who is since)}; what the trail does not know is not.

    Three queries, none when nothing was handed over. The row is saved, and locked, right before
    its line is written: the last event until then is the one that the line is about.
    """
    if not changes:
        return {}
    lines = event_model(type(changes[0])).objects.filter(pgh_obj_id__in=[row.pk for row in changes])
    written = dict(lines.values_list("pgh_obj_id", "pgh_created_at"))
    events = list(events_of(commitment).values_list("pgh_created_at", "person_id"))
    days = [day for day, _person in events]
    pairs = {}
    for pk, day in written.items():
        at = bisect_right(days, day) - 1
        if at > 0:
            pairs[pk] = (events[at - 1][1], events[at][1])
    names = Person._base_manager.in_bulk({pk for pair in pairs.values() for pk in pair if pk})
    return {pk: (names.get(old), names.get(new)) for pk, (old, new) in pairs.items()}
