"""Sessions: they end in time, one's own are listed, and ending them works at once."""

import re
import time

import pytest

from actors.accounts.agents import device_in_words
from actors.accounts.models import SiteRole
from actors.accounts.sessions import SEEN, STARTED, end_sessions, sessions_of
from actors.accounts.transitions import change_role
from tests.actors.accounts.codes import PASSWORD, sign_in
from tests.factories.actors import UserFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SESSIONS = "/accounts/sessions/"
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


def is_in(client):
    return client.get("/accounts/profile/").status_code == 200


@pytest.fixture
def user():
    return UserFactory()


@pytest.fixture
def elsewhere(client, user):
    browser = type(client)(headers={"user-agent": CHROME}, REMOTE_ADDR="203.0.113.7")
    sign_in(browser, user)
    return browser


@pytest.fixture
def here(client, user):
    sign_in(client, user)
    return client


def age(client, name, seconds):
    session = client.session
    session[name] = int(time.time()) - seconds
    session.save()


@pytest.mark.parametrize(("name", "limit"), [(SEEN, 30 * 60), (STARTED, 8 * 3600)])
def test_a_session_ends_when_idle_or_old(name, limit, here):
    age(here, name, limit - 30)
    assert is_in(here)
    age(here, name, limit + 1)
    assert not is_in(here)


def test_work_keeps_a_session_but_not_beyond_its_day(here):
    age(here, STARTED, 8 * 3600 - 5)
    age(here, SEEN, 120)
    assert is_in(here)
    assert time.time() - here.session[SEEN] < 60
    assert time.time() - here.session[STARTED] > 8 * 3600 - 60


def test_what_was_typed_into_a_session_that_ended_is_carried(here):
    age(here, SEEN, 31 * 60)
    answer = here.post("/accounts/profile/", {"language": "en", "time_zone": "Asia/Jakarta"})
    assert soup_of(answer).find("input", {"name": "unsent"})


def test_the_list_says_which_device_from_where(here, elsewhere):
    page = soup_of(here.get(SESSIONS)).main
    assert "Chrome di Windows" in page.text
    assert "203.0.113.7" in page.text
    assert page.text.count("perangkat ini") == 1
    assert len(page.select("input[name=session]")) == 1


def test_one_other_device_is_signed_out(here, elsewhere, user):
    number = soup_of(here.get(SESSIONS)).select_one("input[name=session]")["value"]
    assert here.post(SESSIONS, {"session": number}).status_code == 302
    assert not is_in(elsewhere)
    assert is_in(here)
    assert sessions_of(user).count() == 1


def test_all_others_are_signed_out(here, elsewhere):
    here.post(SESSIONS)
    assert not is_in(elsewhere)
    assert is_in(here)


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "\u0661", "0", "\x00"])
def test_a_strange_number_is_not_there(number, here):
    assert here.post(SESSIONS, {"session": number}).status_code == 404


def test_a_strangers_session_is_not_there(here):
    stranger = UserFactory()
    browser = type(here)()
    sign_in(browser, stranger)
    theirs = sessions_of(stranger).get()
    assert here.post(SESSIONS, {"session": theirs.pk}).status_code == 404
    assert is_in(browser)


def test_ending_all_sessions_leaves_none(here, elsewhere, user):
    assert end_sessions(user) == 2
    assert not is_in(here)
    assert not is_in(elsewhere)


def test_a_new_password_ends_the_sessions_elsewhere(here, elsewhere, user):
    fresh = "kata-sandi-yang-lain-2026"
    answer = here.post(
        "/accounts/password/",
        {"old_password": PASSWORD, "new_password1": fresh, "new_password2": fresh},
    )
    assert answer.status_code == 302
    assert sessions_of(user).get().session_key == here.session.session_key  # the other is gone
    assert is_in(here)
    assert not is_in(elsewhere)


def test_a_new_password_by_mail_ends_every_session(here, elsewhere, user, mailoutbox):
    stranger = type(here)()
    stranger.post("/accounts/password/forgotten/", {"email": user.email})
    form = stranger.get(re.search(r"/accounts/password/new/\S+", mailoutbox[0].body).group(0)).url
    fresh = "kata-sandi-yang-lain-2026"
    stranger.post(form, {"new_password1": fresh, "new_password2": fresh})
    assert not sessions_of(user).exists()
    assert not is_in(here)
    assert not is_in(elsewhere)


def test_another_role_ends_every_session(here, elsewhere, user):
    change_role(user=user, role=SiteRole.AUDITOR, by=UserFactory(admin=True))
    assert not is_in(here)
    assert not is_in(elsewhere)


def test_signing_out_takes_the_session_from_the_list(here, user):
    here.post("/accounts/logout/")
    assert not sessions_of(user).exists()


def test_a_planted_session_key_is_not_kept(client, user):
    client.get("/accounts/login/")
    session = client.session
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    sign_in(client, user)
    assert client.session.session_key != planted


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (CHROME, "Chrome di Windows"),
        (f"{CHROME} Edg/140.0", "Edge di Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1", "Safari di iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox di Linux"),
        ("", "Perangkat tidak dikenal"),
        ("<script>", "Perangkat tidak dikenal"),
    ],
)
def test_a_device_is_named_in_words(agent, words):
    assert device_in_words(agent) == words
