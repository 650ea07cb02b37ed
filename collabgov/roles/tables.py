"""Which tables are the audit trail, found by themselves from the models."""

from django.apps import apps

from collabgov.kit.audit import event_models


def row_events():
    """Tables that only triggers fill."""
    return sorted(model._meta.db_table for model in event_models())


def written_logs():
    """Tables that the site writes lines into and never changes: the event log."""
    return sorted(_marked("append_only_log"))


def seals():
    """Tables that only the owner writes: the seals, and what migrations leave."""
    return [*sorted(_marked("owner_writes_only")), "django_migrations"]


def kept():
    """Tables of records that are put out of use and never removed."""
    return sorted(_marked("never_removed"))


def _marked(name):
    return [model._meta.db_table for model in apps.get_models() if getattr(model, name, False)]
