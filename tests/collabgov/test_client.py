"""One answer to "who asks?", whatever the headers claim."""

import uuid

import pytest
from django.test import RequestFactory

from collabgov.kit.client import client_ip

PROXY = "10.0.0.9"


def asked(settings, proxies, forwarded=None, nearest=PROXY):
    settings.TRUSTED_PROXY_COUNT = proxies
    headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
    return client_ip(RequestFactory().get("/", REMOTE_ADDR=nearest, headers=headers))


def test_without_a_proxy_the_header_is_not_read(settings):
    assert asked(settings, 0, "203.0.113.7") == PROXY


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "1.1.1.1, 203.0.113.7", "203.0.113.7"),
        (2, "1.1.1.1, 203.0.113.7, 10.0.0.8", "203.0.113.7"),
        (2, "203.0.113.7, 10.0.0.8", "203.0.113.7"),
    ],
)
def test_what_stands_left_of_our_own_proxies_is_forged(settings, proxies, forwarded, found):
    assert asked(settings, proxies, forwarded) == found


@pytest.mark.parametrize(("proxies", "place"), [(0, None), (1, -1), (2, -2)])
def test_a_thousand_forged_addresses_change_nothing(settings, proxies, place):
    entries = [f"198.51.{n // 250}.{n % 250}" for n in range(1000)]
    found = asked(settings, proxies, ", ".join(entries))
    assert found == (entries[place] if place else PROXY)


@pytest.mark.parametrize(
    "junk",
    ["", ",", "unknown", "999.1.1.1", "1.2.3", "<script>", "\0", "é", "1" * 9000, "[::1", "127.1"],
    ids=range(11),
)
@pytest.mark.parametrize("proxies", [0, 1, 2])
def test_junk_falls_back_to_whoever_is_connected(settings, proxies, junk):
    assert asked(settings, proxies, junk) == PROXY


def test_fewer_entries_than_proxies_fall_back_too(settings):
    assert asked(settings, 2, "203.0.113.7") == PROXY


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("fe80::1%eth0", "fe80::1"),
        ("2001:DB8:0:0::1", "2001:db8::1"),
        ("[2001:db8::1]:443", "2001:db8::1"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("203.0.113.7:51812", "203.0.113.7"),
        ("  203.0.113.7 ", "203.0.113.7"),
    ],
)
def test_every_address_has_one_spelling(settings, written, spelled):
    assert asked(settings, 1, written) == spelled
    assert asked(settings, 0, nearest=written) == spelled


def test_nobody_can_say_who_is_behind_a_socket_without_address(settings):
    assert asked(settings, 0, nearest="") == ""


@pytest.mark.django_db
def test_every_answer_carries_a_number_of_our_own_making(client, sign_in):
    sign_in()
    forged = {"X-Request-ID": "chosen-by-a-stranger"}
    first, second = (client.get("/", headers=forged).headers["X-Request-ID"] for _ in "ab")
    assert uuid.UUID(first) != uuid.UUID(second)


@pytest.mark.django_db
def test_a_page_that_says_what_went_wrong_shows_the_number_in_small_print(client, sign_in):
    sign_in()
    answer = client.get("/organizations/99999999/")
    assert answer.status_code == 404
    assert answer.headers["X-Request-ID"] in answer.content.decode()
