"""An event says who, as they were called then; its texts are fit to keep; it fails closed."""

import datetime as dt

import pghistory
import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DataError, IntegrityError, transaction
from django.test import RequestFactory
from django.urls import resolve

from actors.audit.kinds import REFUSED_BY_NATURE, EventKind, Outcome, outcome_of
from actors.audit.models import AccessEvent
from actors.audit.recording import record_event
from actors.audit.texts import kept, kept_value
from actors.models import Organization
from tests.factories.actors import AccessEventFactory, OrganizationFactory, UserFactory
from tests.factories.charter import CollaborationFactory

pytestmark = pytest.mark.django_db


def asked(path, user=None, **meta):
    request = RequestFactory().get(path, **meta)
    request.user = user or AnonymousUser()
    request.resolver_match = resolve(request.path)
    return request


def test_an_event_says_who_with_role_and_organization_of_that_day():
    user = UserFactory(auditor=True, person__full_name="Siti", organization__name="Inspektorat")
    record_event(EventKind.EXPORTED, user=user)
    user.organization.name = "Something else"
    user.organization.save()
    event = AccessEvent.objects.get()
    assert (event.user, event.user_label, event.user_role) == (user, "Siti", "auditor")
    assert event.user_email == user.email
    assert event.organization_label == "Inspektorat"
    assert event.organization_id == user.organization_id
    assert event.outcome == Outcome.DONE


def test_the_request_says_who_and_from_where():
    user = UserFactory()
    record_event(EventKind.VIEWED, request=asked("/people/7/", user, REMOTE_ADDR="10.1.2.3"))
    event = AccessEvent.objects.get()
    assert (event.user, event.ip, event.path) == (user, "10.1.2.3", "/people/7/")


def test_without_a_request_the_trail_knows_from_where():
    told = {"ip": "10.1.2.4", "request": "r-7", "url": "/imports/3/confirm/"}
    with pghistory.context(**told):
        event = record_event(EventKind.IMPORTED, user=UserFactory())
    event.refresh_from_db()
    assert (event.ip, event.request_id, event.path) == ("10.1.2.4", "r-7", "/imports/3/confirm/")


def test_outside_of_requests_and_commands_nothing_is_made_up():
    event = record_event(EventKind.IMPORTED, user=UserFactory())
    assert (event.ip, event.request_id, event.path) == (None, "", "")


def test_the_address_is_the_one_that_was_opened():
    request = asked("/audit/organization/7/", UserFactory())
    assert record_event(EventKind.VIEWED, request=request).path == "/audit/organization/7/"


def test_a_named_user_wins_over_the_one_at_the_request():
    named = UserFactory()
    event = record_event(EventKind.SIGNED_IN, user=named, request=asked("/", UserFactory()))
    assert event.user == named


def test_nobody_signed_in_is_nobody():
    event = record_event(EventKind.SIGN_IN_FAILED, request=asked("/", REMOTE_ADDR="10.0.0.9"))
    assert (event.user_id, event.user_label, event.ip) == (None, "", "10.0.0.9")
    assert event.outcome == Outcome.FAILED


def test_an_account_of_no_organization_leaves_its_events():
    event = record_event(EventKind.SIGNED_IN, user=UserFactory(organization=None))
    assert (event.organization_id, event.organization_label) == (None, "")


def test_a_token_in_an_address_is_not_kept():
    request = asked("/accounts/password/new/MQ/very-secret-token/")
    event = record_event(EventKind.PASSWORD_RESET, request=request)
    assert "secret" not in event.path
    assert event.path.startswith("/accounts/password/new/")


def test_junk_for_an_address_is_left_out_and_a_request_id_is_cut():
    request = asked("/", REMOTE_ADDR="not.an.address\x00")
    request.request_id = "12ab\x00" + "c" * 50
    event = record_event(EventKind.SIGNED_IN, request=request)
    assert (event.ip, event.request_id) == (None, "12ab" + "c" * 35 + "…")


def test_the_zone_of_an_address_is_left_out():
    request = asked("/", REMOTE_ADDR="fe80::1%eth0\x00")
    assert record_event(EventKind.SIGNED_IN, request=request).ip == "fe80::1"


def test_the_record_is_named_and_its_collaboration_known():
    collaboration = CollaborationFactory(title="Stunting")
    event = record_event(EventKind.EXPORTED, about=collaboration, rows=12)
    assert event.about_model == "agreements.collaboration"
    assert (event.about_pk, event.about_label) == (str(collaboration.pk), "Stunting")
    assert event.collaboration_id == collaboration.pk
    assert event.details == {"rows": 12}


@pytest.mark.parametrize("give", ["record", "pk"])
def test_a_caller_may_name_the_collaboration(give):
    collaboration = CollaborationFactory()
    given = collaboration if give == "record" else collaboration.pk
    event = record_event(EventKind.EXPORTED, collaboration=given)
    assert (event.collaboration_id, event.details) == (collaboration.pk, {})


HOSTILE = "a\x00b\ud800c\x1b[31m\u202ed\r\nSet-Cookie: x"


def test_hostile_texts_are_cleaned_everywhere():
    organization = OrganizationFactory()
    organization.name = HOSTILE  # as if it had come past every form
    user = UserFactory.build(email=f"x{HOSTILE}", person=None, organization=None)
    request = asked("/?q=%00")
    record_event(
        EventKind.REFUSED,
        request=request,
        user=user,
        about=organization,
        **{"why": HOSTILE, "k\x00ey": [HOSTILE], "deep": {"a": {"b": {"c": {"d": HOSTILE}}}}},
    )
    event = AccessEvent.objects.get()
    texts = (event.user_label, event.about_label, str(event.details))
    for text in texts:
        assert not any(bad in text for bad in ("\x00", "\ud800", "\x1b", "\u202e", "\r", "\n"))


def test_long_texts_and_lists_are_cut():
    assert len(kept("x" * 10_000)) == 500
    assert kept("x" * 10_000).endswith("…")
    assert len(kept_value(list(range(1_000)))) == 50
    assert len(kept_value({str(n): n for n in range(1_000)})) == 50


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (7, 7),
        (dt.date(2026, 5, 3), "2026-05-03"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (2**80, hex(2**80)),
        (("a", 1), ["a", 1]),
    ],
)
def test_values_are_plain(value, expected):
    assert kept_value(value) == expected
    record_event(EventKind.EXPORTED, value=value)


def test_an_unknown_kind_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="no-such"):
        record_event("no-such")


def test_what_cannot_be_recorded_does_not_happen():
    """The change and its event are one transaction."""
    organization = OrganizationFactory(name="Before")

    @transaction.atomic
    def merge():
        Organization.objects.update(name="After")
        record_event(EventKind.MERGED, about=organization, outcome="no such outcome")

    with pytest.raises((DataError, IntegrityError)):
        merge()
    organization.refresh_from_db()
    assert organization.name == "Before"


def test_the_database_refuses_an_event_without_a_kind():
    with pytest.raises(IntegrityError, match="access_event_has_a_kind"):
        AccessEventFactory(kind="")


def test_refusals_and_failures_say_so_by_themselves():
    assert {outcome_of(kind) for kind in REFUSED_BY_NATURE} == {Outcome.REFUSED}
    assert outcome_of(EventKind.SIGN_IN_FAILED) == Outcome.FAILED
    assert outcome_of(EventKind.SIGNED_IN) == Outcome.DONE


def test_others_see_only_their_own_events():
    mine, admin, auditor = UserFactory(), UserFactory(admin=True), UserFactory(auditor=True)
    own, other = AccessEventFactory(user=mine), AccessEventFactory()
    assert list(AccessEvent.objects.visible_to(mine)) == [own]
    for reader in (admin, auditor):
        assert set(AccessEvent.objects.visible_to(reader)) == {own, other}
    assert not AccessEvent.objects.visible_to(AnonymousUser())
