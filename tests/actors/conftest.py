"""The site sends through a real mail server, as a deployment does."""

import pytest

from tests.actors.invitations.mail_server import mail_server

SITE = "https://kolaborasi.example.go.id"


@pytest.fixture
def inbox(settings):
    with mail_server() as (inbox, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.SITE_URL = SITE
        yield inbox


@pytest.fixture
def no_mail_server(inbox, settings):
    """A port that nobody listens on any more."""
    with mail_server() as (_, port):
        pass
    settings.EMAIL_PORT = port
