"""Days are sealed one after the other; what is changed behind the site's back is found."""

import random
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.utils import timezone

from actors.audit.digests import digests_of, trails
from actors.audit.erasing import is_erasure, rewrite_trail
from actors.audit.seals import seal_days
from actors.audit.verifying import differences
from actors.models import AccessEvent, AuditSeal, Organization, Person
from collabgov.kit.audit import event_model, events_of
from tests.factories.actors import (
    AccessEventFactory,
    AuditSealFactory,
    OrganizationFactory,
    PersonFactory,
    RegionFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 3, 5, 9, tzinfo=UTC)


def behind_the_back(statement, *values):
    """As a superuser who knows how to switch the guards off."""
    with connection.cursor() as cursor:
        for name in trails():
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        cursor.execute(statement, values)
        assert cursor.rowcount
        for name in trails():
            cursor.execute(f"ALTER TABLE {name} ENABLE TRIGGER USER")


def move_to(table, when, day):
    """Make the newest event of a table one of an earlier day."""
    key = trails()[table].key
    words = f"UPDATE {table} SET {when} = %s WHERE {key} = (SELECT max({key}) FROM {table})"
    behind_the_back(words, datetime(2026, 3, day, 12, tzinfo=UTC))


@pytest.fixture
def days():
    """Three days with events of three tables; the third is today."""
    for day in (3, 4, 5):
        OrganizationFactory(name=f"Dinas {day}")
        move_to("actors_organizationevent", "pgh_created_at", day)
        PersonFactory(full_name=f"Petugas {day}")
        move_to("actors_personevent", "pgh_created_at", day)
        AccessEventFactory(user=None, user_label=f"Petugas {day}")
        move_to("actors_accessevent", "at", day)


@pytest.fixture
def sealed(days):
    return seal_days(now=NOW)


def test_each_day_that_is_over_gets_one_seal(sealed):
    assert [seal.day for seal in sealed] == [date(2026, 3, 3), date(2026, 3, 4)]
    assert {name: said["rows"] for name, said in sealed[0].tables.items()} == {
        "actors_organizationevent": 1,
        "actors_personevent": 1,
        "actors_accessevent": 1,
    }
    assert [seal.previous_digest for seal in sealed] == ["", sealed[0].digest]
    assert list(differences()) == []


def test_sealing_twice_seals_nothing_twice(sealed):
    assert seal_days(now=NOW) == []
    assert [seal.day for seal in seal_days(now=NOW + timedelta(days=1))] == [date(2026, 3, 5)]


def test_days_without_events_are_sealed_too(sealed):
    made = seal_days(now=NOW + timedelta(days=5))
    assert [seal.day.day for seal in made] == [5, 6, 7, 8, 9]
    assert made[-1].tables == {}


def test_today_can_be_sealed_as_far_as_it_is_and_again_when_it_is_over(sealed):
    noon = NOW + timedelta(hours=4)
    (today,) = seal_days(now=noon, with_today=True)
    assert (today.day, today.until) == (noon.date(), noon)
    (whole,) = seal_days(now=NOW + timedelta(days=1))
    assert (whole.day, whole.reason) == (noon.date(), "the day went on")
    assert not is_erasure(whole)
    assert list(differences()) == []


def test_without_events_there_is_nothing_to_seal():
    assert seal_days(now=NOW) == []


def test_a_table_of_events_is_sealed_without_being_named(sealed):
    assert {model._meta.db_table for model in (event_model(Person), AccessEvent)} < set(trails())
    assert len(trails()) > 20


def test_a_column_that_comes_later_breaks_no_seal(sealed):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE actors_personevent ADD COLUMN later text DEFAULT 'x' NOT NULL")
    assert list(differences()) == []


def test_the_digest_does_not_depend_on_the_time_zone_of_whoever_asks(sealed):
    since, until = datetime(2026, 3, 3, tzinfo=UTC), datetime(2026, 3, 4, tzinfo=UTC)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'Asia/Jayapura'")
    assert digests_of(since, until) == sealed[0].tables


EDITS = {
    "actors_organizationevent": ("name", "short_name", "pgh_label", "mandate", "version"),
    "actors_personevent": ("full_name", "phone", "is_active", "pgh_context", "pgh_obj_id"),
    "actors_accessevent": ("kind", "user_label", "ip", "details", "path"),
}
VALUES = {
    "version": "version + 1",
    "is_active": "NOT is_active",
    "pgh_context": "'{\"user\": 1}'",
    "pgh_obj_id": "pgh_obj_id + 1",
    "ip": "'198.51.100.1'",
    "details": "'{\"a\": 1}'",
}


def test_every_single_edit_and_removal_is_found_and_named(sealed):
    """Many random ones, each taken back: the day and the table are named."""
    dice = random.Random(20261121)
    for name in trails():
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
    missed = [words for words in (one_change(dice) for _ in range(250)) if words]
    assert missed == []
    assert list(differences()) == []


def one_change(dice):
    """Change or remove one row; says what was done when it is not found."""
    table = dice.choice(sorted(EDITS))
    day, when, key = dice.choice((3, 4)), trails()[table].when, trails()[table].key
    row = f"WHERE {when}::date = '2026-03-0{day}'"
    column = dice.choice(EDITS[table])
    statement = dice.choice(
        (
            f"DELETE FROM {table} {row}",
            f"UPDATE {table} SET {column} = {VALUES.get(column, f'{column} || chr(46)')} {row}",
            f"UPDATE {table} SET {when} = {when} + interval '1 second' {row}",
            f"UPDATE {table} SET {key} = {key} + 1000000 {row}",
        )
    )
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT one")
        cursor.execute(statement)
        changed = cursor.rowcount
        found = list(differences())
        cursor.execute("ROLLBACK TO SAVEPOINT one; RELEASE SAVEPOINT one")
    said = [words for words in found if f"2026-03-0{day}" in words and table in words]
    return "" if changed == 1 and said and len(found) == 1 else f"{statement}: {found}"


def test_a_row_that_is_dated_back_is_found(sealed):
    behind_the_back("UPDATE actors_personevent SET pgh_created_at = '2020-01-01' WHERE TRUE")
    assert any("older than the first seal" in words for words in differences())


def test_a_row_that_is_put_into_a_sealed_day_is_found(sealed):
    RegionFactory()
    move_to("actors_regionevent", "pgh_created_at", 4)
    assert list(differences()) == ["2026-03-04: actors_regionevent has 1 rows, sealed were 0."]


def test_a_seal_that_is_changed_is_found(sealed):
    seal_to("UPDATE actors_auditseal SET reason = 'forged' WHERE day = '2026-03-03'")
    assert any("was changed" in words for words in differences())


def test_a_seal_that_is_removed_is_found(sealed):
    seal_to("DELETE FROM actors_auditseal WHERE day = '2026-03-03'")
    assert any("does not follow" in words for words in differences())


def test_a_chain_that_was_made_anew_is_found_by_a_digest_kept_elsewhere(sealed):
    kept = sealed[-1].digest
    seal_to("DELETE FROM actors_auditseal")
    behind_the_back("UPDATE actors_personevent SET full_name = 'forged'")
    seal_days(now=NOW)
    assert list(differences()) == []
    assert any(kept in words for words in differences(head=kept))


def seal_to(statement):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE actors_auditseal DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE actors_auditseal ENABLE TRIGGER USER")


def test_a_seal_follows_one_other_only(sealed):
    with pytest.raises(IntegrityError, match="audit_seal_has_one_successor"):
        AuditSealFactory(previous_digest=sealed[0].digest)


def test_a_person_is_erased_from_the_trail_and_it_verifies_again(sealed):
    person = Person.objects.get(full_name="Petugas 3")
    old = sealed[0].digest
    days = rewrite_trail(
        events_of(person), {"full_name": "—", "phone": ""}, reason="Request 12 of 2026-03-04"
    )
    assert days == [date(2026, 3, 3)]
    assert {event.full_name for event in events_of(person)} == {"—"}
    assert list(differences(head=old)) == []
    again = AuditSeal.objects.last()
    assert (again.day, again.reason) == (date(2026, 3, 3), "Request 12 of 2026-03-04")
    assert is_erasure(again)
    assert AuditSeal.objects.filter(digest=old).exists()


def test_erasing_from_a_day_that_is_not_sealed_makes_no_seal(days):
    label = AccessEvent.objects.filter(user_label="Petugas 5")
    assert rewrite_trail(label, {"user_label": ""}, reason="Request 12") == []
    assert not AccessEvent.objects.filter(user_label="Petugas 5").exists()


def test_after_an_erasure_the_trail_is_append_only_again(sealed):
    rewrite_trail(events_of(Organization.objects.first()), {"mandate": ""}, reason="Request 12")
    with pytest.raises(Exception, match="Cannot update or delete rows"):
        event_model(Organization).objects.update(mandate="forged")


def run(command, **options):
    said = StringIO()
    call_command(command, stdout=said, stderr=said, **options)
    return said.getvalue()


def test_the_commands_print_the_head_and_say_that_all_is_well():
    AccessEventFactory(at=timezone.now() - timedelta(days=1), user=None)
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()
    with pytest.raises(CommandError, match="Nothing is sealed yet"):
        run("verify_audit")
    said = run("seal_audit")
    head = AuditSeal.objects.last()
    assert f"Sealed {yesterday}: 1 rows of 1 tables." in said
    assert said.endswith(f"{head.digest}\n")
    assert run("seal_audit").endswith(f"{head.digest}\n")
    assert "is as it was sealed" in run("verify_audit", head=head.digest)
    assert run("seal_audit", today=True).count("Sealed") == 1


def test_verifying_ends_with_an_error_that_names_the_day_and_the_table(sealed):
    behind_the_back("DELETE FROM actors_personevent WHERE pgh_created_at::date = '2026-03-04'")
    with pytest.raises(CommandError, match=r"differs from its seals in 1 place\."):
        run("verify_audit")


def test_there_is_nothing_to_seal_on_an_empty_site():
    assert run("seal_audit") == "There is nothing to seal yet.\n"


def test_an_erasure_does_not_hide_what_somebody_else_did_to_the_same_day(sealed):
    behind_the_back("UPDATE actors_accessevent SET path = 'forged' WHERE at::date = '2026-03-03'")
    person = Person.objects.get(full_name="Petugas 3")
    assert rewrite_trail(events_of(person), {"full_name": "—"}, reason="Request 12") == []
    assert any("2026-03-03: actors_accessevent" in words for words in differences())
