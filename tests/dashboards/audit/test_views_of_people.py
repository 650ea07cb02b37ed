"""Whoever is shown how to reach people is in the event log, whichever page showed it."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from actors.models import AccessEvent
from tests.factories.actors import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
TRAIL = reverse("dashboards:audit")


@pytest.fixture
def admin(sign_in):
    return sign_in(role="admin", language="en")


@pytest.fixture
def two(db):
    return [reachable(number) for number in (1, 2)]


def reachable(number):
    known = {"full_name": f"Budi {number}", "consent_note": "Asked in May"}
    return PersonFactory(phone=f"0812-345{number}", email=f"b{number}@a.id", **known)


def viewed():
    """Numbers of the people that views are written down about."""
    return sorted(int(event.about_pk) for event in AccessEvent.objects.filter(kind="viewed"))


def named_by_report(person):
    out = StringIO()
    call_command("breach_report", since="2026-01-01", person=person.pk, stdout=out)
    return str(person) in out.getvalue()


def test_a_page_of_the_trail_names_everybody_it_shows(client, admin, two):
    assert "0812-3451" in client.get(TRAIL).content.decode()
    assert {person.pk for person in two} <= set(viewed())
    event = AccessEvent.objects.get(kind="viewed", about_pk=two[0].pk)
    assert (event.user, event.about_label, event.path) == (admin, "Budi 1", TRAIL)
    assert {"email", "phone"} <= set(event.details["fields"])
    assert all(named_by_report(person) for person in two)


def test_one_record_in_the_trail_names_that_person_alone(client, admin, two):
    client.get(TRAIL, {"table": "actors.person", "record": two[0].pk})
    assert viewed() == [two[0].pk]


def test_whoever_is_shown_no_contacts_leaves_no_view(client, two, sign_in):
    sign_in(UserFactory(auditor=True))
    assert "0812-3451" not in client.get(TRAIL).content.decode()
    assert not viewed()


def test_somebody_who_is_gone_is_named_by_number(client, admin):
    person = reachable(9)
    pk = person.pk
    person.delete()
    client.get(TRAIL, {"table": "actors.person", "record": pk})
    assert viewed() == [pk]


def test_many_people_cost_no_more_questions(client, admin, two, assert_flat_queries):
    def grow():
        for number in range(3, 8):
            reachable(number)

    client.get(TRAIL)  # in a test all is one transaction:
    grow()  # from here on, rows know the account of the last request
    assert_flat_queries(f"{TRAIL}?table=actors.person", grow=grow, ceiling=20)


@pytest.mark.parametrize("step", ["preview", "edit"])
def test_each_step_of_a_merge_is_a_view_of_both(client, admin, two, step):
    url = reverse("actors:person-compare", args=[two[0].pk, two[1].pk])
    form = client.get(url).context["form"]
    sent = {field.html_name: field.value() for field in form}
    before = len(viewed())
    answer = client.post(url, sent | {"step": step})
    assert answer.status_code == 200
    assert len(viewed()) == before + 2
    assert all(named_by_report(person) for person in two)


def test_the_page_of_a_conflict_is_a_view(client, admin, two):
    person = two[1]
    url = reverse("actors:person-edit", args=[person.pk])
    answer = client.post(url, {"full_name": "Somebody else", "version": "0"})
    assert answer.status_code == 200
    assert "0812-3452" in answer.content.decode()
    assert viewed() == [person.pk]
