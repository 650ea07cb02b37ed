"""Whoever reads contact details in the trail is in the event log, as on the person's page."""

from collections import defaultdict

from django.apps import apps

from actors.audit.recording import record_views
from dashboards.audit.tables import CONTACTS


def note_what_is_shown(request, lines):
    """One event for each person whose contact details stand in these lines."""
    shown = defaultdict(set)
    for line in lines:
        names = _shown_in(line)
        if names:
            shown[line.source, line.record_pk] |= names
    if shown:
        known = _records(shown)
        views = [(known[key], {"fields": sorted(names)}) for key, names in sorted(shown.items())]
        record_views(views, request=request)


def _shown_in(line):
    personal = CONTACTS.get(line.source, ())
    return {each.name for each in line.fields if each.name in personal and not each.is_hidden}


def _records(keys):
    """The records by table and number; one that is gone is known by its number alone."""
    found = {}
    for source in {source for source, _pk in keys}:
        model = apps.get_model(source)
        pks = [pk for each, pk in keys if each == source]
        there = model._base_manager.in_bulk(pks)
        found |= {(source, pk): there.get(pk) or model(pk=pk) for pk in pks}
    return found
