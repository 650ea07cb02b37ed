"""`migrate`, as the role that owns the tables; afterwards the audit trail is guarded anew."""

from django.core.management.commands import migrate
from django.db import DEFAULT_DB_ALIAS

from collabgov.roles.making import guard
from collabgov.roles.owner import as_owner
from collabgov.roles.rendering import quick_rendering
from collabgov.roles.triggers import quick_triggers


class Command(migrate.Command):
    def execute(self, *args, **options):
        """The checks ask the database too, before there may be a role of the site."""
        with as_owner(), quick_triggers(), quick_rendering():
            return super().execute(*args, **options)

    def handle(self, *args, **options):
        super().handle(*args, **options)
        only_looks = options["plan"] or options["check_unapplied"]
        if options["database"] == DEFAULT_DB_ALIAS and not only_looks:
            guard()
