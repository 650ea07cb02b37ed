"""The link in a reset mail leads to the site, not to an address that somebody typed."""

import pytest
from django.urls import reverse

from tests.factories.actors import UserFactory

pytestmark = pytest.mark.django_db


def test_the_link_is_made_from_the_setting(client, settings, mailoutbox):
    settings.SITE_URL = "https://kolaborasi.example.go.id"
    settings.ALLOWED_HOSTS = ["*"]
    user = UserFactory(email="sari@contoh.test")
    client.post(
        reverse("accounts:password-reset"),
        {"email": user.email},
        headers={"host": "jahat.test:6666"},
    )
    assert "https://kolaborasi.example.go.id/accounts/password/" in mailoutbox[0].body
    assert "jahat" not in mailoutbox[0].body


def test_without_the_setting_it_is_where_the_reader_found_the_site(client, settings, mailoutbox):
    settings.SITE_URL = ""
    user = UserFactory(email="sari@contoh.test")
    client.post(reverse("accounts:password-reset"), {"email": user.email})
    assert "http://testserver/accounts/password/" in mailoutbox[0].body
