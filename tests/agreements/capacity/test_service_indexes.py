"""The list of service requests and its search are answered through indexes, however long."""

import pytest
from django.db import connection

from agreements.models import JointService, ServiceRequest
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.services import ServiceRequestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def only_indexes(db):
    """PostgreSQL takes an index wherever one fits, though these tables are small."""
    with connection.cursor() as cursor:
        for way in ("seqscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{way} = off")


def listed(user):
    services = JointService.objects.visible_to(user)
    return ServiceRequest.objects.visible_to(user).of_services(services, user)


def test_the_first_page_is_read_in_its_order(only_indexes, serving):
    for user in (serving.giver, UserFactory(admin=True)):
        plan = listed(user).for_list()[:26].explain()
        assert "service_request_in_order" in plan
        assert "Sort" not in plan


def test_a_word_is_looked_for_in_the_index(only_indexes, serving):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_indexscan = off")  # one that only saves a sorting
    plan = listed(UserFactory(admin=True)).mentioning(["gizi"]).for_list()[:26].explain()
    assert plan.count("on service_request_words") == 2  # what is asked, and the slip


def test_open_requests_are_counted_after_the_page_is_cut(only_indexes, serving):
    plan = JointService.objects.for_list()[:25].explain()
    assert plan.count("service_request_open") == 2  # open, and of these overdue


def test_every_word_is_found_in_any_of_the_places(serving):
    service = serving.ready()
    standard = service.standards.get()
    asker = OrganizationFactory(name="Balai Penyuluhan", short_name="BALUH")
    one = ServiceRequestFactory(
        service=service, standard=standard, organization=asker, what="Jadwal gizi"
    )
    two = ServiceRequestFactory(
        service=service, standard=standard, nameless=True, reference="LT-9/31", what="Pindah desa"
    )
    here = listed(serving.giver)
    found = {
        "GIZI": {one},
        "baluh jadwal": {one},
        "penyuluhan": {one},
        "lt-9": {two},
        "bimtek": {one, two},  # the service is called so
        "bimtek desa": {two},
        "gizi desa": set(),
    }
    for words, rows in found.items():
        assert set(here.mentioning(words.split())) == rows
    assert set(here.mentioning([])) == {one, two}


def test_the_list_holds_what_the_reader_sees_and_no_more(serving):
    service = serving.ready()
    standard = service.standards.get()
    asked = ServiceRequestFactory(service=service, standard=standard)
    other = ServiceRequestFactory()
    guest = UserFactory(organization=asked.organization)
    seen = {serving.giver: {asked}, guest: {asked}, UserFactory(): set()}
    seen[UserFactory(admin=True)] = seen[UserFactory(auditor=True)] = {asked, other}
    for user, rows in seen.items():
        assert set(listed(user)) == set(ServiceRequest.objects.visible_to(user)) == rows
