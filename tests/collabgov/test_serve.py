"""`serve` and `make` refuse in one plain sentence, and start nothing before they do."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection

from collabgov import install, preparing
from collabgov.management.commands import serve as command
from collabgov.serving import CannotServe, require_free

ROOT = Path(settings.BASE_DIR)


@pytest.fixture
def busy_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def serve(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", "serve", *arguments],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "collabgov.settings.demo"} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def make(*arguments):
    """A make of its own, also when these tests were started by one."""
    inherited = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES"}
    return subprocess.run(
        ["make", *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in inherited},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_busy_port_is_said_plainly_and_nothing_is_started(busy_port, tmp_path):
    done = serve("--port", str(busy_port), LOCAL_DIR=str(tmp_path / "local"), DATABASE_URL="")
    assert done.returncode != 0
    assert f"Port {busy_port} is used by another program" in done.stderr
    assert f"PORT={busy_port + 1} make run" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
    assert not (tmp_path / "local" / "postgres").exists()


@pytest.mark.parametrize("port", ["abc", "70000"])
def test_a_port_that_is_none_is_refused(port):
    done = serve(f"--port={port}")
    assert done.returncode != 0
    assert done.stderr == f"PORT must be a number from 1 to 65535, not {port!r}.\n"


def test_an_address_that_is_not_ours_is_said_plainly():
    with pytest.raises(CannotServe, match="Cannot listen on"):
        require_free("192.0.2.1", 8000)


def test_a_free_port_passes():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    require_free("127.0.0.1", port)


def test_help_names_every_command_for_people():
    said = make("help").stdout
    names = ["run", "test", "dev", "lint", "css", "messages", "reset", "help"]
    assert [line.split()[1] for line in said.splitlines()] == names


def test_a_missing_python_is_said_plainly():
    done = make("run", "PYTHON=python-that-is-not-here")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer, and there is no python-that-is-not-here" in done.stdout


def test_an_old_python_is_said_plainly(tmp_path):
    old = tmp_path / "python3.6"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && { echo Python 3.6.9; exit; }\nexit 1\n')
    old.chmod(0o755)
    done = make("run", f"PYTHON={old}")
    assert done.returncode != 0
    assert "needs Python 3.11 or newer; this is Python 3.6.9" in done.stdout


def test_a_missing_venv_module_is_said_plainly(monkeypatch, tmp_path):
    monkeypatch.setattr(install.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        install.check_machine(tmp_path)


@pytest.mark.parametrize("name", [".", ".local", ".venv"])
def test_a_folder_that_cannot_be_written_is_said_plainly(monkeypatch, tmp_path, name):
    target = (tmp_path / name).resolve()
    target.mkdir(exist_ok=True)
    monkeypatch.setattr(install.os, "access", lambda path, mode: Path(path) != target)
    with pytest.raises(SystemExit, match="Cannot write in"):
        install.check_machine(tmp_path)


def test_a_failed_installation_ends_in_pips_own_reason(monkeypatch, tmp_path):
    lock = install.HERE / "requirements" / "base.txt"
    said = "Collecting django\nERROR: No matching distribution found for django\n\nhint: x"
    failed = subprocess.CompletedProcess([], 1, said)
    monkeypatch.setattr(install, "_run", lambda command: failed)
    with pytest.raises(SystemExit, match="ERROR: No matching distribution found for django"):
        install.install(lock)


@pytest.mark.django_db(transaction=True)
def test_a_database_that_starts_anew_during_the_preparation_ends_no_start(monkeypatch):
    asked = []

    def load(*, ends=preparing.load_agreement_types):
        asked.append(1)
        if len(asked) == 1:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        return ends()

    monkeypatch.setattr(preparing, "load_agreement_types", load)
    command.Command().prepare(collect=False)
    assert len(asked) == 2


@pytest.mark.django_db
def test_a_preparation_that_never_succeeds_says_so(monkeypatch):
    def load():
        raise OperationalError("gone")

    monkeypatch.setattr(preparing, "load_agreement_types", load)
    monkeypatch.setattr(command.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(command.connections, "close_all", lambda: None)
    with pytest.raises(OperationalError, match="gone"):
        command.Command().prepare(collect=False)
