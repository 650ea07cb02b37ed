"""The events of a page, with what each row was before: two questions a table, not one a line."""

from collections import defaultdict

from django.db.models import OuterRef, Subquery

from actors.models import AccessEvent
from dashboards.audit.tables import events_by_key

ACCESS = "access"  # the source of lines that are no change of a row


def states_of(refs):
    """Every event asked for, one question a table."""
    wanted = defaultdict(list)
    for _at, source, pk, _act in refs:
        wanted[source].append(pk)
    found = {}
    for source, pks in sorted(wanted.items()):
        model = AccessEvent if source == ACCESS else events_by_key()[source]
        found |= {(source, pk): row for pk, row in model.objects.in_bulk(pks).items()}
    return found


def befores_of(states):
    """The state before each change, one more question a table."""
    wanted = defaultdict(list)
    for (source, pk), state in states.items():
        if source != ACCESS and state.pgh_label == "update":
            wanted[source].append(pk)
    found = {}
    for source, pks in sorted(wanted.items()):
        events = events_by_key()[source].objects
        earlier = (
            events.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
            .order_by("-pgh_id")
            .values("pgh_id")[:1]
        )
        pairs = events.filter(pk__in=pks).values_list("pk", Subquery(earlier))
        rows = events.in_bulk([before for _pk, before in pairs if before])
        found |= {(source, pk): rows[before] for pk, before in pairs if before in rows}
    return found
