"""`?format=csv|xlsx` on a list: a file of exactly what the filter shows, and a line about it."""

from django.db.models import QuerySet

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from collabgov.kit.spreadsheets import RESPONSES, XLSX

CHUNK = 1_000
MOST_SAID = 300


class ExportMixin:
    """Put it before a ListView; say `export_name` and `export_table(rows)` → (headers, lines)."""

    export_name = ""
    export_about = None  # the record whose rows they are

    def get(self, request, *args, **kwargs):
        kind = request.GET.get("format")
        return self.export(kind) if kind in RESPONSES else super().get(request, *args, **kwargs)

    def export(self, kind):
        rows = self.get_queryset()
        rows = rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows
        headers, lines = self.export_table(rows)
        counted = Counted(lines)
        response = RESPONSES[kind](self.export_name, headers, counted)
        asked = {name: value for name, value in self.request.GET.items() if value}
        asked.pop("format")
        record_event(
            EventKind.EXPORTED,
            request=self.request,
            about=self.export_about,
            what=str(self.export_name),
            format=kind,
            rows=counted.number,
            filter=str(asked)[:MOST_SAID] if asked else "",
        )
        return response

    def export_table(self, rows):
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        return super().get_context_data(export_urls=self.export_urls(), **kwargs)

    def export_urls(self):
        """The address of this very list as a file, in each format."""
        urls = {}
        for kind in (XLSX, *(each for each in RESPONSES if each != XLSX)):
            query = self.request.GET.copy()
            query.pop("page", None)
            query["format"] = kind
            urls[kind.upper()] = f"{self.request.path}?{query.urlencode()}"
        return urls


class Counted:
    """Rows that count themselves on their way into a file."""

    def __init__(self, lines):
        self.lines, self.number = lines, 0

    def __iter__(self):
        for line in self.lines:
            self.number += 1
            yield line


def columns_of(*columns):
    """An `export_table` for a list of (header, how a row is read) pairs."""

    def table(rows):
        readers = [read for _header, read in columns]
        return [str(header) for header, _read in columns], (
            [read(row) for read in readers] for row in rows
        )

    return table
