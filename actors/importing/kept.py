"""The preview as it is kept beside its file: planned once, then read page by page."""

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import get_language

from actors.importing import headers, transitions
from actors.importing.models import ImportContent
from actors.importing.plan import Outcome
from actors.importing.registry import kind_of
from collabgov.kit.audit import event_model

PER_PAGE = 50
TWINS = "twins"


def head_of(run):
    """Counts and fingerprint of the preview; it is planned anew only when something changed."""
    content = ImportContent.objects.filter(run=run)
    columns, key, head = content.values_list("columns", "preview__key", "preview__head").get()
    now = key_of(run, columns)
    if key != now:
        preview = made(run, now)
        transitions.keep_preview(run=run, preview=preview)
        head = preview["head"]
    return head


def rows_of(run, sort, number):
    """The rows of one page (the first is 1); the others stay in the database."""
    place = f"preview__pages__{sort}__{number - 1}"
    return ImportContent.objects.filter(run=run).values_list(place, flat=True).get() or []


def key_of(run, columns):
    """Changes with all that a plan depends on: any write to the tables it was compared with."""
    tables = (event_model(model).objects for model in kind_of(run).resource.looks_at)
    newest = [table.aggregate(newest=Max("pgh_id"))["newest"] for table in tables]
    return [newest, columns, get_language(), timezone.localdate().isoformat()]


def made(run, key):
    plan = transitions.plan_of(run)
    sorts = {each.value: plan.of(each) for each in Outcome} | {TWINS: plan.with_twins}
    head = {
        "counts": plan.counts,
        "twins": len(plan.with_twins),
        "to_write": plan.to_write,
        "fingerprint": plan.fingerprint,
        "repeated": headers.repeated(run.content.rows[0][1]),
        "missing": headers.missing(kind_of(run).resource(), run.content.columns),
    }
    pages = {sort: _pages([_shown(row, sort) for row in rows]) for sort, rows in sorts.items()}
    return {"key": key, "head": head, "pages": pages}


def _pages(rows):
    return [rows[start : start + PER_PAGE] for start in range(0, len(rows), PER_PAGE)]


def _shown(row, sort):
    """What a row of this sort shows, and no more."""
    shown = {"number": row.number, "title": row.title}
    if sort == Outcome.WRONG:
        shown["problems"] = [[each.cell, each.column, each.text] for each in row.problems]
    elif sort == TWINS:
        shown["twins"] = row.twins
    elif sort in (Outcome.NEW, Outcome.CHANGED):
        changes = [[each.column, each.old, each.new] for each in row.changes]
        shown["changes"] = [each for each in changes if each[1] or each[2]]
    return shown
