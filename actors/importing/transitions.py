"""The only code that takes an import from a file to the register, and back."""

from datetime import timedelta

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.audit.kinds import EventKind
from actors.audit.reasons import reason_for
from actors.audit.recording import record_event
from actors.importing import headers, written
from actors.importing.models import ImportContent, ImportRun
from actors.importing.querysets import UNDO_DAYS
from actors.importing.registry import kind_of
from actors.importing.states import MOVES, ImportState
from collabgov.kit.access import require_rule
from collabgov.kit.audit import because
from collabgov.kit.errors import Refused
from collabgov.kit.states import require_move

MOST_OBSTACLES = 50


class PlanChanged(Refused):
    """What would be written is no longer what the reader saw."""


class CannotUndo(Refused):
    """Rows were changed or used since; `rows` are (record, why)."""

    def __init__(self, rows):
        super().__init__(_("Some of these rows were changed or used since, so nothing was undone."))
        self.rows = rows


@transaction.atomic
def start(*, kind, table, file_name, sha256, by, subject=None):
    """Keep what a file holds until somebody confirms it; nothing else is written."""
    require_rule(by, kind.rule_name, subject)
    forget()
    run = ImportRun.objects.create(
        kind=kind.key,
        about_id=subject.pk if subject else None,
        file_name=file_name,
        sha256=sha256,
        row_count=len(table.rows) - 1,
        made_by=by,
    )
    columns = headers.guess(kind.resource(subject), table.rows[0][1])
    ImportContent.objects.create(run=run, rows=table.rows, notes=table.notes, columns=columns)
    return run


def forget(*, today=None):
    """Drop what files held once nobody can undo or confirm them; the runs themselves stay."""
    waiting = ImportRun.objects.to_forget(today=today).filter(state=ImportState.READ)
    old = ImportContent.objects.filter(run__in=ImportRun.objects.to_forget(today=today))
    waiting_ids = list(waiting.values_list("pk", flat=True))
    number, _models = old.delete()
    ImportRun.objects.filter(pk__in=waiting_ids).update(state=ImportState.DISCARDED)
    return number


@transaction.atomic
def choose_columns(*, run, by, columns):
    """Say which column of the file is which field."""
    fresh, _kind, _subject = _locked(run, by)
    require_move(MOVES, current=ImportState(fresh.state), target=ImportState.APPLIED)
    ImportContent.objects.filter(run=fresh).update(columns=columns)
    return fresh


def plan_of(run):
    """What the run would write now."""
    kind = kind_of(run)
    content = run.content
    return kind.resource(kind.subject_of(run)).plan(content.rows, content.columns)


def keep_preview(*, run, preview):
    """Keep what whoever reads the run was shown; a note beside the file, no change of a record."""
    ImportContent.objects.filter(run=run).update(preview=preview)


@transaction.atomic
def confirm(*, run, by, seen):
    """Write what the reader saw, all of it or nothing; `seen` is the plan's fingerprint."""
    fresh, kind, subject = _locked(run, by)
    require_move(MOVES, current=ImportState(fresh.state), target=ImportState.APPLIED)
    resource = kind.resource(subject)
    content = ImportContent.objects.get(run=fresh)
    plan = resource.plan(content.rows, content.columns)
    if plan.fingerprint != seen:
        raise PlanChanged(_("The records were changed meanwhile. This is the new preview."))
    with because(reason_for("imported", number=fresh.pk, file=fresh.file_name)):
        content.written = [written.entry(*each) for each in resource.apply(plan, by=by)]
        content.preview = {}
        content.save(update_fields=["written", "preview"])
        fresh.state, fresh.applied_at = ImportState.APPLIED, timezone.now()
        fresh.new_count, fresh.changed_count = plan.counts["new"], plan.counts["changed"]
        fresh.wrong_count = plan.counts["wrong"]
        fresh.save()
    _record(EventKind.IMPORTED, fresh, by)
    return fresh


@transaction.atomic
def undo(*, run, by):
    """Take everything back, or nothing: raises CannotUndo with the rows that stand in the way."""
    fresh, kind, _subject = _locked(run, by)
    require_move(MOVES, current=ImportState(fresh.state), target=ImportState.UNDONE)
    content = ImportContent.objects.filter(run=fresh).first()
    if content is None or fresh.applied_at < timezone.now() - timedelta(days=UNDO_DAYS):
        raise Refused(_("An import can be undone for 30 days. This one is older."))
    companions = tuple(kind.resource.companions)
    with because(reason_for("import undone", number=fresh.pk, file=fresh.file_name)):
        _take_back(content.written, companions)
        fresh.state, fresh.undone_at = ImportState.UNDONE, timezone.now()
        fresh.save()
    _record(EventKind.IMPORT_UNDONE, fresh, by)
    return fresh


def _take_back(entries, companions):
    steps = [
        (model, rows, written.locked_rows(model, rows)) for model, rows in written.by_model(entries)
    ]
    going = {
        model: {pk for pk, was, _became in rows if was is None} for model, rows, _locked in steps
    }
    found = []
    for model, rows, locked in steps:
        found += written.obstacles(model, rows, locked, going, companions)
    if found:
        raise CannotUndo(found[:MOST_OBSTACLES])
    with connection.cursor() as cursor:  # bit by bit: all at once at the end takes too long
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for model, rows, locked in steps:
        made = written.restore(model, rows, locked)
        for companion, name in written.companion_links(model, companions):
            companion._base_manager.filter(**{f"{name}__in": made}).delete()
        written.whole(model).filter(pk__in=made).delete()


@transaction.atomic
def discard(*, run, by):
    """Throw away what waits to be confirmed."""
    fresh, _kind, _subject = _locked(run, by)
    require_move(MOVES, current=ImportState(fresh.state), target=ImportState.DISCARDED)
    fresh.state = ImportState.DISCARDED
    fresh.save()
    ImportContent.objects.filter(run=fresh).delete()
    return fresh


def _locked(run, by):
    """The run as it is now, its kind and subject; whoever may not is refused."""
    fresh = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    kind = kind_of(fresh)
    subject = kind.subject_of(fresh)
    require_rule(by, kind.rule_name, subject)
    return fresh, kind, subject


def _record(event, run, by):
    counts = {"new": run.new_count, "changed": run.changed_count, "left_out": run.wrong_count}
    record_event(event, user=by, about=run, collaboration=run.about_id, **counts)
