"""Secrets of a checkout: one value however many ask, for its owner's eyes only."""

import stat
from concurrent.futures import ThreadPoolExecutor

from collabgov.database import local_secret
from collabgov.demo import demo_password
from collabgov.private_files import private_file


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_may_read_it(tmp_path):
    local_secret(tmp_path / "local")
    assert mode(tmp_path / "local") == 0o700
    assert mode(tmp_path / "local" / "secret_key") == 0o600


def test_it_is_made_once(tmp_path):
    assert local_secret(tmp_path) == local_secret(tmp_path)
    assert len(local_secret(tmp_path)) >= 50


def test_many_who_ask_at_once_get_the_same(tmp_path):
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda _: private_file(tmp_path / "one"), range(64)))
    assert len(set(answers)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_an_empty_leftover_is_filled(tmp_path):
    (tmp_path / "one").touch()
    assert private_file(tmp_path / "one")


def test_a_folder_that_exists_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    private_file(tmp_path / "one")
    assert mode(tmp_path) == 0o755


def test_the_demo_password_is_easy_to_type_and_long(settings, tmp_path):
    settings.LOCAL_DIR = tmp_path
    password = demo_password()
    assert password == demo_password()
    assert len(password) == 19
    assert not set(password) & set("0O1lIi")
