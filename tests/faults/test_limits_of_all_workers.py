"""Guessing against a real server of four workers: they count together, and believe no header."""

import http.cookiejar
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from collabgov.serving import answers
from tests.faults.served import free_port

pytestmark = pytest.mark.fault
WORKERS, TRIES = 4, 40
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture(scope="module")
def base(django_db_setup, django_db_blocker, tmp_path_factory):
    """Where the four workers answer, on an empty database of their own."""
    with django_db_blocker.unblock():
        name = f"{connection.settings_dict['NAME']}_limits"
        environment = environment_for(name)
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            cursor.execute(f'CREATE DATABASE "{name}"')
        for command in (["migrate", "--verbosity=0"], ["collectstatic", "--no-input", "-v0"]):
            manage = [sys.executable, "manage.py", *command]
            subprocess.run(manage, cwd=settings.BASE_DIR, env=environment, check=True)
        yield from serving(environment, tmp_path_factory.mktemp("limits") / "log")
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def environment_for(name):
    params = connection.get_connection_params()
    host, port = params.get("host", ""), params.get("port") or 5432
    who = f"{quote(params['user'])}:{quote(params.get('password') or '')}"
    where = f":{port}/{host}" if host.startswith("/") else f"{host}:{port}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "collabgov.settings.demo",
        "DATABASE_URL": f"postgres://{who}@{where}/{name}",
        "TRUSTED_PROXY_COUNT": "1",
    }


def serving(environment, log):
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--http", "1"]
    command += ["--workers", str(WORKERS), "--port", str(port), "collabgov.wsgi:application"]
    with log.open("w") as out:
        server = subprocess.Popen(
            command, cwd=settings.BASE_DIR, env=environment, stdout=out, stderr=out
        )
    try:
        began = time.monotonic()
        while not answers("127.0.0.1", port):
            assert server.poll() is None, log.read_text()
            assert time.monotonic() - began < 120, log.read_text()
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/accounts/login/"
    finally:
        server.terminate()
        server.wait(60)


def guess(base, email, forwarded):
    """One try by a browser that nobody has seen; the status of the answer."""
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    browser = urllib.request.build_opener(cookies)
    browser.addheaders = [("X-Forwarded-For", forwarded)]
    token = TOKEN.search(browser.open(base, timeout=60).read().decode())[1]
    data = {"login": email, "password": "salah-salah-2026", "csrfmiddlewaretoken": token}
    try:
        return browser.open(base, urllib.parse.urlencode(data).encode(), timeout=60).status
    except urllib.error.HTTPError as refused:
        return refused.code


def storm(tries):
    with ThreadPoolExecutor(8) as crowd:
        return Counter(crowd.map(lambda args: guess(*args), tries))


def test_four_workers_count_the_tries_of_an_account_together(base):
    """From as many addresses as there are tries, at once."""
    tries = [(base, "korban@contoh.test", f"198.51.100.{n}") for n in range(TRIES)]
    said = storm(tries)
    assert set(said) == {200, 429}
    assert 0 < said[200] <= 10


def test_an_address_is_what_our_proxy_says_not_what_the_client_says(base):
    tries = [(base, f"akun{n}@contoh.test", f"10.9.8.{n}, 203.0.113.5") for n in range(TRIES)]
    said = storm(tries)
    assert set(said) == {200, 429}
    assert 0 < said[200] <= 30
