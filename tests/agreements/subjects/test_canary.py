"""A canary in every personal field of every table: after an erasure only listed texts hold it."""

import pytest

from actors.people import transitions as people
from agreements.subjects import erasing
from tests.agreements.subjects.planting import CANARY, EMAIL, NAME, plant, wanted_places
from tests.agreements.subjects.test_erasing import places_of
from tests.factories.actors import PersonFactory, UserFactory

pytestmark = pytest.mark.django_db
PHONE = "0812-9999-8888"
# The database computes these from a title and a text, which are on the list themselves.
INDEXES = {
    "agreements_agreementwords.heading",
    "agreements_agreementwords.words",
    "agreements_clause.words",
}


@pytest.fixture
def canary():
    person = PersonFactory(
        full_name=f"Lama {CANARY}", email=f"lama@{CANARY}.test", phone=PHONE, consent_note="Rapat"
    )
    fields = {
        "full_name": NAME,
        "title_before": f"dr. {CANARY}",
        "title_after": f"M.{CANARY}",
        "email": EMAIL,
        "phone": PHONE,
        "consent_note": f"Untuk {CANARY}",
    }
    admin = UserFactory(admin=True)
    person = people.edit(person=person, by=admin, version=1, **fields)
    user = UserFactory(person=person, email=f"akun@{CANARY.lower()}.test")
    plant(person, user)
    return person


def listed(done):
    return {
        f"{place.model._meta.db_table}.{place.model._meta.get_field(place.field).column}"
        for place in (*done.review, *done.former)
    }


def test_every_personal_field_of_every_table_holds_it_before(canary):
    """Else the next test would not see a field that is forgotten."""
    assert wanted_places() - set(places_of(CANARY)) == set()


def test_only_the_texts_on_the_list_hold_it_afterwards(canary):
    done = erasing.erase(canary)
    left = set(places_of(CANARY))
    assert left - INDEXES == listed(done)
    assert "agreements_meeting.notes" in left
    assert "agreements_meetingevent.notes" in left
    assert places_of(PHONE) == []


def test_each_row_that_still_holds_it_is_listed(canary):
    done = erasing.erase(canary)
    for place in (*done.review, *done.former):
        assert CANARY.lower() in place.text.lower()
    numbers = {(place.model, place.field, place.pk) for place in (*done.review, *done.former)}
    for model, field, _number in set(numbers):
        rows = model._base_manager.filter(**{f"{field}__icontains": CANARY})
        assert {(model, field, pk) for pk in rows.values_list("pk", flat=True)} <= numbers
