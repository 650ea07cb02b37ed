"""Which tables are the audit trail, found by themselves from the models."""

from django.apps import apps

from collabgov.kit.audit import event_models

MAINTAIN_SINCE = 170_000  # the PostgreSQL that knows the right to clean a table of another role


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


def cleaned():
    """Tables of which nothing deleted may stay in the files; the site's role cleans them, too."""
    return sorted(_marked("site_cleans"))


def _marked(name):
    return [model._meta.db_table for model in apps.get_models() if getattr(model, name, False)]
