"""A production site refuses to start half configured, in one sentence and without a traceback."""

import os
import secrets
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from collabgov import production
from tests.factories.actors import UserFactory

GOOD = {
    "DJANGO_SETTINGS_MODULE": "collabgov.settings.prod",
    "SECRET_KEY": secrets.token_urlsafe(60),
    "ALLOWED_HOSTS": "kolaborasi.example.go.id",
    "DATABASE_URL": "postgres://nobody:nothing@127.0.0.1:1/nowhere",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.go.id:587",
}


def manage(*command, **changes):
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **GOOD, **changes},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_deployment_check_finds_nothing():
    done = manage("check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr


def test_cookies_belong_to_this_host_and_to_https_alone():
    """Browsers keep a cookie of that name only when it is secure, for / and of no wider domain."""
    said = manage("diffsettings", "--all").stdout
    for kind, name in (("SESSION", "__Host-sessionid"), ("CSRF", "__Host-csrftoken")):
        assert f"{kind}_COOKIE_NAME = '{name}'" in said
        assert f"{kind}_COOKIE_SECURE = True" in said
        assert f"{kind}_COOKIE_PATH = '/'" in said
        assert f"{kind}_COOKIE_DOMAIN = None" in said
    assert "SESSION_COOKIE_HTTPONLY = True" in said


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SECRET_KEY", "", "SECRET_KEY must be"),
        ("SECRET_KEY", "short", "SECRET_KEY must be"),
        ("SECRET_KEY", "a" * 60, "SECRET_KEY must be"),
        ("SECRET_KEY", "change-me-" + "abcdefghij" * 6, "SECRET_KEY must be"),
        ("SECRET_KEY", "django-insecure-" + "a7Kx-Qz9" * 8, "SECRET_KEY must be"),
        ("SECRET_KEY", settings.SECRET_KEY, "SECRET_KEY must be"),
        ("SECRET_KEY_FALLBACKS", "change-me", "SECRET_KEY_FALLBACKS must be"),
        ("EMAIL_URL", "", "EMAIL_URL must name"),
        ("ALLOWED_HOSTS", "", "ALLOWED_HOSTS must name"),
        ("ALLOWED_HOSTS", "*", "ALLOWED_HOSTS must name"),
        ("DATABASE_URL", "", "DATABASE_URL must name"),
    ],
)
def test_half_configured_is_refused_in_one_sentence(name, value, words):
    done = manage("serve", "--port", "1", **{name: value})
    assert done.returncode != 0
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr


def test_a_database_that_is_away_is_said_in_words():
    done = manage("serve", "--port", "18999")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr


@pytest.mark.django_db
class TestDemoAccounts:
    def test_are_refused_at_the_start(self):
        UserFactory(email="petugas@demo.test")
        with pytest.raises(ImproperlyConfigured, match="demo accounts"):
            production.refuse_demo_accounts()

    def test_are_what_a_demo_site_is_for(self, settings):
        settings.DEMO = True
        UserFactory(email="petugas@demo.test")
        production.refuse_demo_accounts()

    def test_real_accounts_pass(self):
        UserFactory(email="sari@dinkes.example.go.id")
        production.refuse_demo_accounts()

    def test_are_found_by_the_deployment_check(self):
        UserFactory(email="Admin@DEMO.test")
        assert production.no_demo_accounts(databases=["default"])[0].id == "collabgov.E001"

    def test_without_a_database_the_check_asks_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert production.no_demo_accounts(databases=None) == []

    def test_make_check_with_the_database_fail(self, settings):
        UserFactory(email="petugas@demo.test")
        with pytest.raises(CommandError, match="demo accounts"):
            call_command("check", "--deploy", "--database", "default", "--tag", "database")


def test_documents_where_everybody_can_fetch_files_are_an_error(tmp_path, settings):
    settings.DOCUMENTS_DIR = tmp_path
    assert production.documents_are_private() == []
    for public in (settings.STATIC_ROOT, settings.STATICFILES_DIRS[0]):
        settings.DOCUMENTS_DIR = public / "documents"
        assert [error.id for error in production.documents_are_private()] == ["collabgov.E003"]
