"""Whatever changes a row, it leaves exactly one event that says who, from where and why."""

from uuid import UUID

import pghistory
import pytest
from django.db import connection, transaction

from actors.models import Organization, Region, User
from collabgov.kit.audit import as_system, because, event_model, events_of
from tests.factories.actors import OrganizationFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db
OF_REQUEST = {"user": 7, "organization": 3, "ip": "203.0.113.7", "request": "r-1"}


def labels(record):
    return [event.pgh_label for event in events_of(record)]


@pytest.fixture
def region():
    return RegionFactory(name="Majene")


def by_save(region):
    region.name = "Mamuju"
    region.save()


def by_update(region):
    Region.objects.filter(pk=region.pk).update(name="Mamuju")


def by_bulk_update(region):
    region.name = "Mamuju"
    Region.objects.bulk_update([region], ["name"])


def by_sql(region):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE actors_region SET name = 'Mamuju' WHERE id = %s", [region.pk])


def by_upsert(region):
    fresh = Region(code=region.code, name="Mamuju", level=region.level)
    options = {"update_conflicts": True, "unique_fields": ["code"], "update_fields": ["name"]}
    Region.objects.bulk_create([fresh], **options)


@pytest.mark.parametrize("way", [by_save, by_update, by_bulk_update, by_sql, by_upsert])
def test_every_way_to_change_a_row_leaves_one_event(region, way):
    with pghistory.context(**OF_REQUEST), because("The name was mistyped."):
        way(region)
    first, event = events_of(region)
    assert (first.pgh_label, first.name) == ("insert", "Majene")
    assert (event.pgh_label, event.name) == ("update", "Mamuju")
    assert event.pgh_context == OF_REQUEST | {"reason": "The name was mistyped."}


def test_rows_made_and_removed_in_bulk_leave_one_event_each():
    with pghistory.context(**OF_REQUEST), because("A list."):
        Region.objects.bulk_create(RegionFactory.build_batch(3))
        Region.objects.all().delete()
    events = event_model(Region).objects.order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert"] * 3 + ["delete"] * 3
    assert {event.pgh_context["reason"] for event in events} == {"A list."}
    assert {event.pgh_context["user"] for event in events} == {7}


def test_what_is_rolled_back_leaves_nothing(region):
    point = transaction.savepoint()
    by_save(region)
    transaction.savepoint_rollback(point)
    assert labels(region) == ["insert"]


def test_a_save_that_changes_nothing_leaves_nothing(region):
    region.save()
    assert labels(region) == ["insert"]


def test_a_secret_is_in_no_event_and_changing_it_alone_makes_none():
    user = UserFactory()
    user.set_password("sebuah-rahasia-yang-lain")
    user.save()
    assert labels(user) == ["insert"]
    assert "password" not in {field.name for field in event_model(User)._meta.fields}


def test_a_reason_ends_with_its_block_and_the_outer_one_comes_back(region):
    with pghistory.context(user=7):
        with because("outer"):
            with because("inner"):
                Region.objects.update(name="a")
            Region.objects.update(name="b")
        Region.objects.update(name="c")
    reasons = [event.pgh_context.get("reason") for event in events_of(region)[1:]]
    assert reasons == ["inner", "outer", None]


def test_a_reason_ends_when_its_block_fails(region):
    with pghistory.context(user=7):
        with pytest.raises(ZeroDivisionError), because("fails"):
            raise ZeroDivisionError
        by_save(region)
    assert events_of(region).last().pgh_context == {"user": 7}


def test_a_command_changes_rows_as_the_system(region):
    with as_system("import_organizations"):
        by_save(region)
    context = events_of(region).last().pgh_context
    assert context.keys() == {"user", "command", "request"}
    assert (context["user"], context["command"]) == (None, "import_organizations")
    assert UUID(context["request"])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\0b", "a�b"),
        ("half \ud800 letter", "half ? letter"),
        ('100 % of it\'s "fine" \\ {}', '100 % of it\'s "fine" \\ {}'),
        ("%s %(x)s", "%s %(x)s"),
        ("🧭 é", "🧭 é"),
        ("x" * 5000, "x" * 1000),
    ],
    ids=range(6),
)
def test_no_letter_of_a_reason_loses_who_did_it(region, typed, kept):
    with pghistory.context(user=7), because(typed):
        by_save(region)
    assert events_of(region).last().pgh_context == {"user": 7, "reason": kept}


def test_computed_columns_are_not_copied():
    names = {field.name for field in event_model(Organization)._meta.fields}
    assert "search_text" not in names
    assert events_of(OrganizationFactory(aliases="dinkes")).get().aliases == "dinkes"
