"""Is it alive (`/livez`), can it serve (`/readyz`): for probes, before hosts and sign-in."""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse, HttpResponseNotAllowed

PLAIN = "text/plain; charset=utf-8"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class HealthMiddleware:
    """Answers the two probes first of all: a probe knows no host name and has no account."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.is_migrated = False
        self.probes = {"/livez": self.livez, "/readyz": self.readyz}

    def __call__(self, request):
        probe = self.probes.get(request.path_info)
        if probe is None:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"], headers=HEADERS)
        status, words = probe()
        return HttpResponse(f"{words}\n", status=status, content_type=PLAIN, headers=HEADERS)

    def livez(self):
        """The process answers. Asks nothing of the database."""
        return 200, "alive"

    def readyz(self):
        """The database answers and has every table this code expects."""
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1")
            self.is_migrated = self.is_migrated or not unapplied_migrations()
        except Error:
            return 503, "the database does not answer"
        if not self.is_migrated:
            return 503, "migrations are not applied"
        return 200, "ready"


def unapplied_migrations():
    """Migrations of this code that the database has not seen."""
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())
