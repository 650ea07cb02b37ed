"""The two probes: honest about the database, and open to whoever asks."""

import pytest
from django.db import OperationalError

from collabgov import health


@pytest.fixture
def dead_database(monkeypatch):
    def refuse():
        raise OperationalError("connection refused")

    monkeypatch.setattr(health.connection, "cursor", refuse)


def test_alive_needs_no_database(client):
    assert client.get("/livez").content == b"alive\n"


@pytest.mark.django_db
def test_ready_when_the_database_answers_and_is_migrated(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_not_ready_while_migrations_wait(client, monkeypatch):
    monkeypatch.setattr(health, "unapplied_migrations", lambda: ["one"])
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "migrations" in answer.content.decode()


def test_not_ready_without_a_database(client, dead_database):
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "database" in answer.content.decode()


def test_a_probe_need_not_know_the_host_name(client):
    assert client.get("/livez", headers={"host": "10.1.2.3"}).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/livez", "/readyz"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_probe_is_framed_guessed_and_kept_by_nobody(client, address, method):
    headers = getattr(client, method)(address).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "default-src 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_a_probe_only_looks(client):
    assert client.post("/livez").status_code == 405
