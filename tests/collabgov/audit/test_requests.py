"""What a person changes on a page carries who, from where, on which page, in which request."""

import uuid

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.test import RequestFactory
from django.urls import resolve
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from actors.accounts.models import SiteRole
from actors.models import Region
from collabgov.kit.audit import AuditMiddleware, event_model, events_of, safe_path, who
from tests.factories.actors import RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(client, sign_in, settings):
    settings.TRUSTED_PROXY_COUNT = 1
    user = sign_in(role=SiteRole.ADMIN)
    fields = {"code": "76", "name": "Sulawesi Barat", "level": "province"}
    headers = {"X-Forwarded-For": "1.1.1.1, 203.0.113.7"}
    answer = client.post("/regions/new/?next=secret", fields, headers=headers)
    assert answer.status_code == 302
    return user, answer, events_of(Region.objects.get(code="76")).get()


def test_a_page_says_who_from_where_and_in_which_request(saved):
    user, answer, event = saved
    assert event.pgh_context == {
        "user": user.pk,
        "organization": user.organization_id,
        "role": user.role,
        "ip": "203.0.113.7",
        "url": "/regions/new/",
        "request": answer.headers["X-Request-ID"],
    }
    assert isinstance(event.pgh_context_id, uuid.UUID)


def test_a_row_changed_outside_of_any_request_names_nobody():
    assert events_of(RegionFactory()).get().pgh_context is None


def test_the_key_in_a_mailed_link_is_not_written_down():
    user = UserFactory()
    key = default_token_generator.make_token(user)
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    request = RequestFactory().post(f"/accounts/password-reset/{uid}/{key}/")
    request.resolver_match = resolve("/organizations/12/")
    request.resolver_match.kwargs = {"uidb64": uid, "token": key}
    assert safe_path(request) == "/accounts/password-reset/<uidb64>/<token>/"


def test_the_number_of_a_record_stays():
    request = RequestFactory().post("/organizations/12/?q=rahasia")
    request.resolver_match = resolve("/organizations/12/")
    assert safe_path(request) == "/organizations/12/"


def test_who_signs_in_during_a_request_is_behind_what_it_changes(rf):
    user, region = UserFactory(), RegionFactory()

    def sign_in_and_change(request):
        request.user = user
        Region.objects.filter(pk=region.pk).update(name="Mamuju")

    request = rf.post("/")
    request.user, request.request_id = type("Stranger", (), {"is_authenticated": False})(), "r-1"
    AuditMiddleware(sign_in_and_change)(request)
    context = events_of(region).last().pgh_context
    assert context == who(user) | {"request": "r-1", "ip": "127.0.0.1"}


def test_a_page_that_is_only_read_leaves_no_event(client, sign_in):
    sign_in(role=SiteRole.ADMIN)
    before = event_model(Region).objects.count()
    assert client.get("/regions/").status_code == 200
    assert event_model(Region).objects.count() == before
