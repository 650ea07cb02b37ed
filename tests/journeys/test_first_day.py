"""The first day of a production site, from an empty database to the first meeting."""

import re

import pytest
from playwright.sync_api import expect

from tests.actors.accounts.codes import code_of
from tests.journeys.audit import audit
from tests.journeys.empty import empty_site
from tests.journeys.people import DESKTOP, LISTEN, PATIENCE

pytestmark = pytest.mark.browser
ADMIN, COLLEAGUE = "admin@contoh.test", "rina@contoh.test"
PASSWORD = "jembatan-hujan-pagi-7"


@pytest.fixture(scope="module")
def new_site(chromium, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        yield from empty_site(tmp_path_factory.mktemp("empty"))


@pytest.fixture
def window(browser, new_site, watcher):
    """A browser of its own for each person."""
    contexts = []
    watcher.expected = (403,)  # the page that asks for a second factor first

    def window():
        context = browser.new_context(base_url=new_site.url, viewport=DESKTOP, locale="id")
        context.set_default_timeout(PATIENCE)
        context.add_init_script(LISTEN)
        contexts.append(context)
        return watcher.watch(context.new_page())

    yield window
    for context in contexts:
        watcher.refused(context.pages[0])
        context.close()


def choose_password(page, link):
    """The link of a mail or of the terminal leads to the form, and the form arrives."""
    page.goto(link)
    assert not audit(page)
    page.fill("[name=new_password1]", PASSWORD)
    page.fill("[name=new_password2]", PASSWORD)
    page.press("[name=new_password2]", "Enter")
    page.wait_for_url("**/accounts/login/")


def sign_in(page, email):
    page.fill("[name=login]", email)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/login/" not in url)


def set_up_app(page):
    """Nothing else opens before; then everything does."""
    page.goto("/")
    assert not audit(page)
    page.locator("main a[href='/accounts/security/']").click()
    page.locator("main a[href='/accounts/security/app/']").click()
    page.fill("[name=code]", code_of(page.locator("#app-secret").inner_text().strip()))
    page.press("[name=code]", "Enter")
    page.wait_for_url("**/accounts/security/codes/")


def pick(page, name, text):
    page.fill(f"[name={name}_q]", text)
    page.locator(".chooser-found label", has_text=text).first.click()


def step(page, path):
    """The step that the checklist offers now."""
    page.goto("/")
    page.locator(f"main a[href='{path}']").first.click()
    page.wait_for_url(f"**{path}")
    assert not audit(page)


def save(page, leads_to):
    page.locator("main form[method=post] button.btn-primary").last.click()
    page.wait_for_url(re.compile(leads_to))


def test_an_empty_site_leads_to_the_first_meeting(window, new_site):
    admin = window()
    said = new_site.command("create_admin", ADMIN, "--name", "Ani Admin")
    choose_password(admin, re.search(rf"{new_site.url}/\S+", said).group(0))
    sign_in(admin, ADMIN)
    set_up_app(admin)

    step(admin, "/organizations/new/")
    admin.fill("[name=name]", "Bappeda Majene")
    for name in ("kind", "sector", "level"):
        admin.select_option(f"[name={name}]", index=1)
    save(admin, r"/organizations/\d+/$")

    step(admin, "/users/invite/")
    admin.fill("[name=email]", COLLEAGUE)
    admin.fill("[name=full_name]", "Rina Wulandari")
    pick(admin, "organization", "Bappeda Majene")
    save(admin, r"/users/invitations/$")

    colleague = window()
    mails = [each["To"] for each in new_site.inbox.wait_for(3)]
    choose_password(colleague, new_site.link_in_mail(mails.index(COLLEAGUE)))
    sign_in(colleague, COLLEAGUE)
    expect(colleague.locator("main")).to_contain_text("Ani Admin")  # who founds it

    step(admin, "/collaborations/new/")
    admin.fill("[name=title]", "Penurunan stunting")
    admin.fill("[name=purpose]", "Tidak ada anak yang tumbuh terlalu pendek.")
    admin.select_option("[name=focus]", index=1)
    pick(admin, "initiator", "Bappeda Majene")
    admin.fill("[name=starts_on]", "1/11/2026")
    admin.locator("[name=formality]").first.check()
    pick(admin, "coordinator", "Rina Wulandari")
    save(admin, r"/collaborations/\d+/")

    set_up_app(colleague)  # who coordinates needs one now
    step(colleague, "/meetings/new/")
    colleague.fill("[name=title]", "Rapat perdana")
    colleague.fill("[name=agenda-0-topic]", "Perkenalan")
    colleague.locator("button[name=save]").click()
    colleague.wait_for_url(re.compile(r"/meetings/\d+/"))
    assert colleague.locator("h1").inner_text() == "Rapat perdana"
