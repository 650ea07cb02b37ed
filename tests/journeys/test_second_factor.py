"""The second step in a real browser: a passkey and an app are set up, used and taken away."""

import pytest

from tests.actors.accounts.codes import code_of
from tests.journeys.audit import audit
from tests.journeys.people import DESKTOP, LISTEN, PATIENCE

pytestmark = pytest.mark.browser
WHO = "kunci"
COPY = """
INSERT INTO actors_user
  (password, email, role, language, time_zone, is_active, created_at, is_sample)
SELECT password, 'kunci@demo.test', role, language, time_zone, true, now(), is_sample
FROM actors_user WHERE email = 'luar@demo.test'
"""
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def page(desk, site, watcher):
    """A window of an account of its own; passkeys want a host with a name."""
    site.tell(COPY)
    base = site.url.replace("127.0.0.1", "localhost")
    context = desk.browser.new_context(base_url=base, viewport=DESKTOP, locale="id")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(LISTEN)
    page = watcher.watch(context.new_page())
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto("/accounts/login/")
    desk.fill_login(page, WHO)
    page.wait_for_url(lambda url: "/login/" not in url)
    yield page
    watcher.refused(page)
    context.close()


def look(page, desk, path=None):
    """Open the page, and hold it against the rules in both languages (and every width)."""
    if path:
        page.goto(path)
    for language in ("en", "id"):
        desk.read_in(page, language)
        faults = audit(page)
        assert not faults, f"{page.url}, {language}: {faults}"


def test_a_passkey_and_an_app_from_the_first_day_to_the_last(page, desk):
    look(page, desk, "/accounts/security/passkeys/new/")
    page.fill("input[name=name]", "Laptop kantor")
    page.click("[data-passkey-ask]")
    page.wait_for_url("**/accounts/security/codes/")
    assert page.locator(".recovery-codes li").count() == 10
    look(page, desk)

    page.goto("/accounts/security/app/")
    page.fill("input[name=code]", code_of(page.locator("#app-secret").inner_text().strip()))
    page.press("input[name=code]", "Enter")
    page.wait_for_url("**/accounts/security/")
    look(page, desk)

    page.locator("details.menu summary").click()
    page.locator("header form[action='/accounts/logout/'] button").click()
    page.wait_for_url("**/accounts/login/")
    desk.fill_login(page, WHO)
    page.wait_for_url("**/accounts/login/second/")
    look(page, desk)
    page.click("[data-passkey-ask]")
    page.wait_for_url(lambda url: "/login/" not in url)

    look(page, desk, "/accounts/security/app/remove/")
    look(page, desk, "/accounts/security/passkey/")
    page.goto("/accounts/security/")
    page.locator("a[href$='/edit/']").click()
    look(page, desk)
    page.fill("input[name=name]", "Kunci biru")
    page.press("input[name=name]", "Enter")
    page.wait_for_url("**/accounts/security/")
    page.locator("a[href*='/passkeys/'][href$='/remove/']").click()
    look(page, desk)
    page.locator("main form button").click()
    page.wait_for_url("**/accounts/security/")
    assert "Kunci biru" not in page.locator("main").inner_text()
