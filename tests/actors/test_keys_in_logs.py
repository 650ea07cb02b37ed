"""Links in mails and addresses of calendars are keys: neither terminal nor event log holds one."""

import io
import logging
import time

import pytest
from django.test import Client

from actors.accounts.password_views import PasswordResetConfirm
from actors.accounts.sessions import SEEN
from actors.audit.models import AccessEvent
from actors.invitations.accepting import InvitationAccept
from agreements.capacity.views.service_slips import SlipPage
from agreements.engagement.views.feed_files import FeedFile
from agreements.motivation.views.answering import PulseAnswerPage
from tests.architecture.addresses import ADDRESSES
from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db
KEY = "Zx9-rahasia-sekali-tidak-boleh-tercatat-7Qw"
LINKS = {
    "actors:invitation-accept": (InvitationAccept, f"/accounts/invitations/{KEY}/"),
    "accounts:password-reset-confirm": (PasswordResetConfirm, f"/accounts/password/new/MQ/{KEY}/"),
    "agreements:calendar-feed-file": (FeedFile, f"/calendar/feed/{KEY}.ics"),
    "agreements:pulse-answer": (PulseAnswerPage, f"/pulse/{KEY}/"),
    "agreements:service-slip": (SlipPage, f"/slips/{KEY}/"),
}


@pytest.fixture
def terminal():
    """What stands in the terminal of a deployment, as its handler writes it."""
    (handler,) = [each for each in logging.getLogger().handlers if each.get_name() == "terminal"]
    before = handler.setStream(io.StringIO())
    yield handler.stream
    handler.setStream(before)


@pytest.fixture(
    params=LINKS.values(), ids=["invitation", "new password", "calendar", "pulse", "slip"]
)
def link(request):
    return request.param


@pytest.fixture(params=list(LINKS.values())[:3], ids=["invitation", "new password", "calendar"])
def link_of_a_session(request):
    """Those whose page asks for a session and a token of the form: the others know neither."""
    return request.param


def events():
    return str(list(AccessEvent.objects.values()))


def test_every_address_with_a_key_is_known_here():
    assert {each.name for each in ADDRESSES if "token" in each.placeholders} == set(LINKS)


def test_an_error_on_the_way_names_no_key(link, terminal, monkeypatch):
    view, path = link

    def fall(self, request, *args, **kwargs):
        raise RuntimeError(f"No room for {request.path}")

    monkeypatch.setattr(view, "dispatch", fall)
    answer = Client(raise_request_exception=False).get(path)
    assert answer.status_code == 500
    said = terminal.getvalue()
    assert "Internal Server Error" in said
    assert "RuntimeError" in said
    assert KEY not in said
    assert KEY not in events()


def test_a_form_refused_on_the_way_names_no_key(link_of_a_session, terminal):
    path = link_of_a_session[1]
    answer = Client(enforce_csrf_checks=True).post(path, {"new_password1": "x"})
    assert answer.status_code == 403
    assert "Forbidden" in terminal.getvalue()
    assert KEY not in terminal.getvalue()
    assert KEY not in events()


def test_an_address_cut_or_lengthened_names_no_key(terminal, link):
    for path in (link[1][:-1], f"{link[1]}x", f"{link[1]}?a={KEY}"):
        Client().get(path)
    assert KEY not in terminal.getvalue()
    assert KEY not in events()


def test_a_pulse_asks_for_no_session_and_names_no_key(client, terminal):
    path = LINKS["agreements:pulse-answer"][1]
    client.force_login(UserFactory())
    assert client.post(path, {"T1": "3"}).status_code == 404
    assert KEY not in terminal.getvalue()
    assert KEY not in events()


def test_a_session_that_ends_on_the_way_names_no_key(client, link_of_a_session):
    client.force_login(UserFactory())
    client.get("/accounts/profile/")
    session = client.session
    session[SEEN] = int(time.time()) - 24 * 3600
    session.save()
    client.get(link_of_a_session[1])
    assert AccessEvent.objects.filter(kind="signed_out").exists()
    assert KEY not in events()
