"""Processes that read what strangers hand in are told nothing of the site."""

import subprocess
import tempfile

import pytest

from agreements.letters.examples import EXAMPLE
from agreements.letters.writing import written
from collabgov.kit.apart import run_apart
from collabgov.kit.files import kind_of
from collabgov.kit.incoming import read_table
from tests.files import small_pdf


def reading(work, data):
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.flush()
        file.seek(0)
        return work(file)


WORK = {
    "structure": lambda: reading(kind_of, small_pdf()),
    "table": lambda: reading(lambda file: read_table(file, most_rows=5), b"name\nDinas\n"),
    "letter": lambda: written(EXAMPLE),
}


@pytest.mark.parametrize("work", WORK)
def test_no_secret_reaches_a_process_apart(monkeypatch, work):
    seen = []
    run = subprocess.run

    def look(*args, **how):
        seen.append(how.get("env"))
        return run(*args, **how)

    monkeypatch.setenv("SECRET_KEY", "rahasia")
    monkeypatch.setattr(subprocess, "run", look)
    assert WORK[work]()
    assert seen == [{"PATH": "", "PYTHONDONTWRITEBYTECODE": "1"}]


def test_it_is_ended_by_the_clock():
    with pytest.raises(subprocess.TimeoutExpired):
        run_apart("collabgov.kit.structure", 600, 8, stdin=subprocess.DEVNULL, wait=0)
