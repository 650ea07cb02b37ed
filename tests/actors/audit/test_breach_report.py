"""Who saw whose personal data, and which lists left the site."""

import datetime as dt
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import AccessEvent
from tests.factories.actors import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db


def report(**options):
    out = StringIO()
    call_command("breach_report", stdout=out, **{"since": "2026-01-01", **options})
    return out.getvalue()


def test_it_lists_views_and_exports_with_who_and_whom():
    reader = UserFactory(email="rina@contoh.test", person__full_name="Rina")
    person = PersonFactory(full_name="Budi")
    record_event(EventKind.VIEWED, user=reader, about=person, fields=["phone"])
    record_event(EventKind.EXPORTED, user=reader, list="people", rows=120)
    record_event(EventKind.SIGNED_IN, user=reader)
    said = report()
    assert "Rina <rina@contoh.test>" in said
    assert "Budi" in said
    assert "rows=120" in said
    assert "signed_in" not in said
    assert "2 times by 1 accounts" in said


def test_of_one_person_it_lists_their_views_and_every_list_that_left():
    reader, mine, other = UserFactory(), UserFactory(), PersonFactory()
    for record in (mine.person, mine, other):
        record_event(EventKind.VIEWED, user=reader, about=record)
    record_event(EventKind.EXPORTED, user=reader, list="people")
    said = report(person=mine.person.pk)
    assert f"3 times about person {mine.person.pk}" in said
    assert str(other) not in said


def test_only_the_days_asked_for_count():
    day = timezone.make_aware(dt.datetime.combine(dt.date(2026, 5, 3), dt.time(23, 59)))
    record_event(EventKind.VIEWED, about=PersonFactory())
    AccessEvent.objects.create(kind=EventKind.VIEWED, at=day)
    assert "1 times" in report(since="2026-05-03", until="2026-05-03")
    assert "0 times" in report(since="2026-05-04", until="2026-05-04")


@pytest.mark.parametrize(
    "options",
    [{"since": "31/31/2026"}, {"until": "soon"}, {"until": "2025-01-01"}, {"person": 987_654_321}],
)
def test_what_it_does_not_understand_it_refuses(options):
    with pytest.raises(CommandError):
        report(**options)


def test_the_report_itself_is_written_down():
    report()
    event = AccessEvent.objects.get(kind=EventKind.CHECKED)
    assert event.details["report"] == "breach"
