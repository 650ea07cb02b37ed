"""One provider for all tests of single sign-on, and a site that trusts it."""

import pytest

from tests.actors.accounts.single_sign_on.provider import SECRET, away, running_provider

PEOPLE = {
    "rina": {"email": "Rina@Contoh.test", "email_verified": True, "name": "Rina Wati"},
    "baru": {"email": "baru@contoh.test", "email_verified": True, "name": "Orang Baru"},
    "palsu": {"email": "rina@contoh.test", "email_verified": False, "name": "Bukan Rina"},
    "kelvin": {"email": "\N{KELVIN SIGN}oor@contoh.test", "email_verified": True, "name": "K"},
    "titik": {
        "email": "r\N{LATIN SMALL LETTER DOTLESS I}na@contoh.test",
        "email_verified": True,
        "name": "R",
    },
    "tanpa": {"name": "Tanpa Surel"},
    "kepala": {
        "email": "kepala@contoh.test",
        "email_verified": True,
        "name": "Kepala",
        "groups": ["pegawai", "pengelola"],
    },
    "pegawai": {
        "email": "pegawai@contoh.test",
        "email_verified": True,
        "name": "Pegawai",
        "groups": "pegawai",
    },
}


@pytest.fixture(scope="session")
def provider():
    yield from running_provider(PEOPLE)


@pytest.fixture
def trusted(provider, settings):
    """The site of the test signs people in by the provider."""
    settings.OIDC_ISSUER = provider.issuer
    app = {
        "provider_id": "sso",
        "name": "Portal Pegawai",
        "client_id": "collabgov",
        "secret": SECRET,
        "settings": {"server_url": provider.issuer, "oauth_pkce_enabled": True},
    }
    settings.OIDC_NAME = "Portal Pegawai"
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    return provider


@pytest.fixture
def come_back(trusted, client):
    """Press the button, be `who` at the provider, come back; returns the site's answer."""

    def come_back(who, **more):
        start = away(client.post("/accounts/oidc/sso/", more))
        return client.get(trusted.sign_in(start, who))

    return come_back
