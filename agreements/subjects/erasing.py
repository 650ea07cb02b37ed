"""Taking a person out of the database: history stays, and no longer says whose it was."""

import itertools
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from actors.accounts.keys import end_keys
from actors.accounts.models import SiteRole
from actors.accounts.sessions import end_sessions
from actors.audit.erasing import sealed_anew
from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent, Invitation, Person, User
from agreements.handover.facts import Facts, Overseer
from agreements.handover.providers import open_lines
from agreements.models import MinutesVersion
from agreements.subjects.copies import cleaned_copies
from agreements.subjects.places import (
    CONTEXT,
    copies_in,
    mentions,
    rows_about,
    rows_by,
    rows_naming,
    said_in,
)
from agreements.subjects.subject import REMOVED, REMOVED_HOST, Subject
from collabgov.kit.errors import Refused
from collabgov.kit.personal import Kind, fields_of, tables

HIDDEN_DRAFTS = "drafts"


@dataclass
class Erased:
    """What was done: table → rows changed, and the texts that people have to look at.

    `review` are texts as they are now; `former` are earlier states of texts, and reasons and
    details in the trail. Both also list what holds only an unusual word of the name.
    """

    label: str
    was_done: bool = False
    changed: dict = field(default_factory=dict)
    review: list = field(default_factory=list)
    former: list = field(default_factory=list)

    def count(self, model, number):
        if number:
            self.changed[model._meta.label] = self.changed.get(model._meta.label, 0) + number


class DryRun(Exception):
    """Ends the transaction of a try: nothing stays."""


def erase(record, *, by=None, dry_run=False):
    """Anonymise a person or an account in every registered field; safe to run twice.

    Refused for the last admin, and for somebody whose duties nobody has taken over. Where the
    tables have an owner of their own, call it as the owner: events are closed to everybody else.
    """
    try:
        with transaction.atomic():
            done = _erase(record, by)
            if dry_run:
                raise DryRun
    except DryRun:
        pass
    return done


def _erase(record, by):
    record = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
    subject = Subject.of(record)
    done = Erased(subject.label, was_done=subject.marks.is_empty)
    _require_may_go(subject)
    _close(subject)
    models = list(tables(events=True))
    for model in [one for one in models if not _is_closed(one)]:
        _clear(subject, model, done)
    with sealed_anew(reason=f"Personal data erased: {subject.label}"[:300]):
        for model in filter(_is_closed, models):
            with _opened(model):
                _clear(subject, model, done)
    done.review = list(mentions(subject, itertools.filterfalse(_is_closed, models), near=True))
    done.former = list(mentions(subject, filter(_is_closed, models), near=True))
    if not done.was_done:
        rows = sum(done.changed.values())
        record.refresh_from_db()
        record_event(
            EventKind.ERASED,
            user=by,
            about=record,
            rows=rows,
            review=len(done.review),
            former=len(done.former),
        )
    return done


def _require_may_go(subject):
    theirs = [one.pk for one in subject.accounts]
    if any(one.is_admin for one in subject.accounts):
        others = User.objects.active().filter(role=SiteRole.ADMIN).exclude(pk__in=theirs)
        if not others.exists():
            raise Refused(_("This is the last admin. Make somebody else an admin first."))
    lines = [line for one in subject.people for line in open_lines(Facts.of(one, Overseer()))]
    duties = [line for line in lines if line.is_theirs and line.key != HIDDEN_DRAFTS]
    if duties:
        words = "; ".join(f"{line.kind}: {line.title}" for line in duties[:5])
        raise Refused(_("Hand these over first: %s") % words)


def _close(subject):
    """No way in is left: the account is closed and a link in a mail opens nothing."""
    for account in subject.accounts:
        end_sessions(account)
        end_keys(account, by=None)
    accounts = User.objects.filter(pk__in=[one.pk for one in subject.accounts])
    accounts.update(is_active=False, password=make_password(None))
    waiting = Invitation.objects.filter(
        person__in=[one.pk for one in subject.people], accepted_at=None, revoked_at=None
    )
    waiting.update(revoked_at=timezone.now())
    Person._base_manager.filter(pk__in=[one.pk for one in subject.people]).update(is_active=False)


def _clear(subject, model, done):
    """One table: the rows about the person first, then the copies that name them."""
    rows = rows_about(subject, model)
    for link in fields_of(model, Kind.DROP):
        done.count(model, model._base_manager.filter(subject.at(link)).delete()[0])
    for row in rows.order_by("pk").iterator(chunk_size=500):
        done.count(model, _save(row, _emptied(subject, row)))
    for row, clean in cleaned_copies(subject, model):
        done.count(model, _save(row, _changed(row, clean)))
    for copy in copies_in(model):
        for row in rows_naming(subject, model, copy):
            clean = {copy.name: _blotted(subject, row, copy)}
            done.count(model, _save(row, _changed(row, clean)))
    if hasattr(model, "pgh_tracked_model"):
        for row in rows_by(subject, model).filter(pgh_context__has_key="ip"):
            kept = {name: value for name, value in row.pgh_context.items() if name != "ip"}
            done.count(model, _save(row, {"pgh_context": kept}))


def _blotted(subject, row, copy):
    """The column without the person; who was behind a change stays as it is."""
    clean = subject.blot(said_in(row, copy.name))
    if isinstance(clean, str):
        return clean[: copy.max_length]
    return getattr(row, copy.name) | clean if copy.name == CONTEXT else clean


def _emptied(subject, row):
    """The personal fields of a row about the person → what is left of them."""
    columns = fields_of(type(row), Kind.NAME, Kind.EMPTY, Kind.ADDRESS)
    values = {column.name: subject.blank(column, row.pk) for column in columns}
    for column in fields_of(type(row), Kind.ADDRESS):
        if getattr(row, column.name).endswith(f"@{REMOVED_HOST}"):
            del values[column.name]
    return _changed(row, values)


def _changed(row, values):
    return {name: value for name, value in values.items() if getattr(row, name) != value}


def _save(row, values):
    if not values:
        return 0
    return type(row)._base_manager.filter(pk=row.pk).update(**values)


def _is_closed(model):
    """Tables whose rows nobody changes: what happened, the log, minutes as they were shared."""
    return hasattr(model, "pgh_tracked_model") or model in (AccessEvent, MinutesVersion)


@contextmanager
def _opened(model):
    """The triggers that keep a table append-only are off inside; only its owner can do this."""
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def is_removed(person):
    return person.full_name.startswith(REMOVED)
