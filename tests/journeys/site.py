"""The running product for journeys: the real server on its own database, with the demo in it."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from urllib.parse import quote

import psycopg
from django.db import connection

from tests.architecture.sources import ROOT

PATIENCE = 180


@dataclass(frozen=True)
class Site:
    """Where it answers, the demo password, and its database for looking up ids."""

    url: str
    password: str
    database: dict

    def first(self, column, table, condition="true"):
        """From the oldest fitting row: the demo's first scenario is 4+1."""
        question = f"SELECT {column} FROM {table} WHERE {condition} ORDER BY id LIMIT 1"
        with psycopg.connect(**self.database) as session:
            return session.execute(question).fetchone()[0]

    def tell(self, statement, *values):
        """Change a row behind the site's back, so that one journey is not in another's way."""
        with psycopg.connect(**self.database) as session:
            session.execute(statement, values)


def running_site(folder):
    """Make an empty database, let `serve` fill it as on a fresh clone, stop both at the end."""
    database = fresh_database()
    url = f"http://127.0.0.1:{free_port()}"
    log = folder / "serve.log"
    with log.open("w") as out:
        server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", url.rpartition(":")[2]],
            cwd=ROOT,
            env=environment(database),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        wait(url, server, log)
        yield Site(url, _password(log), database)
    finally:
        server.terminate()
        server.wait(timeout=40)
        drop(database["dbname"])


def environment(database):
    host = database.get("host", "")
    place = f":{database.get('port') or 5432}"
    user = f"{quote(database['user'])}:{quote(database.get('password') or '')}"
    where = f"{place}/{host}" if host.startswith("/") else f"{host}{place}"
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "collabgov.settings.demo",
        "DATABASE_URL": f"postgres://{user}@{where}/{database['dbname']}",
    }


def fresh_database(purpose="journeys"):
    params = connection.get_connection_params()
    wanted = ("host", "port", "user", "password")
    database = {key: params[key] for key in wanted if params.get(key)}
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    name = f"{connection.settings_dict['NAME']}_{purpose}_{worker}"
    drop(name)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {connection.ops.quote_name(name)}")
    return database | {"dbname": name}


def drop(name):
    with connection._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {connection.ops.quote_name(name)} WITH (FORCE)")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(url, server, log, said="password:"):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"The site did not start:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=2) as answer:
                if answer.status == 200 and said in log.read_text():
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    raise RuntimeError(f"The site was not ready after {PATIENCE} s:\n{log.read_text()}")


def _password(log):
    (line,) = [line for line in log.read_text().splitlines() if line.startswith("password:")]
    return line.partition(":")[2].strip()
