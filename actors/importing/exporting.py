"""`?format=csv|xlsx` on a list: a file of exactly what the filter shows, and a line about it."""

from django.db.models import QuerySet
from django.shortcuts import render

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.audit.texts import kept_filter, neutral
from collabgov.kit.spreadsheets import RESPONSES, XLSX

CHUNK = 1_000


class ExportMixin:
    """Put it before a ListView; say `export_name` and `export_table(rows)` → (headers, lines)."""

    export_name = ""
    export_about = None  # the record whose rows they are

    def get(self, request, *args, **kwargs):
        kind = request.GET.get("format")
        if kind not in RESPONSES:
            return super().get(request, *args, **kwargs)
        return self.refuse_export() if self.unknown_filters() else self.export(kind)

    def unknown_filters(self):
        """Filters of the address that the list leaves out: what they are called, by name."""
        return {}

    def refuse_export(self):
        """A file of more than was asked for would go out as if it were the part: none does."""
        query = self.request.GET.copy()
        for name in ("format", "page", *self.unknown_filters()):
            query.pop(name, None)
        context = {
            "names": self.unknown_filters().values(),
            "list_url": f"{self.request.path}?{query.urlencode()}",
        }
        return render(self.request, "errors/unknown_filter.html", context, status=400)

    def export(self, kind):
        rows = self.get_queryset()
        rows = rows.iterator(chunk_size=CHUNK) if isinstance(rows, QuerySet) else rows
        headers, lines = self.export_table(rows)
        counted = Counted(lines)
        response = RESPONSES[kind](self.export_name, headers, counted)
        record_event(
            EventKind.EXPORTED,
            request=self.request,
            about=self.export_about,
            what=neutral(self.export_name),
            format=kind,
            rows=counted.number,
            filters=kept_filter(self.request.GET),
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
            for name in ("page", *self.unknown_filters()):
                query.pop(name, None)
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
