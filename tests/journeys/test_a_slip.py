"""A citizen at the counter: the clerk writes the request down, the slip is read on a phone."""

import re

import pytest

from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser
ASKED = "Pemutakhiran alamat satu keluarga"
WORDS = "Berkas lengkap, diambil hari Selasa."


def save(page):
    page.locator("main form .btn-primary").last.click()


def test_a_citizen_with_a_slip_sees_how_the_request_gets_on(visit):
    clerk = visit("petugas", "/services/")
    clerk.locator("main a.row-title", has_text="Meja layanan terpadu").first.click()
    clerk.locator("main a[href$='/requests/new/']").first.click()
    clerk.fill("[name=what]", ASKED)
    clerk.fill("[name=reference]", "LT-2026/0777")
    save(clerk)
    clerk.wait_for_url(re.compile(r"/service-requests/\d+/$"))
    asked = clerk.url
    clerk.locator("main a[href$='/slip/']").click()
    path = clerk.locator("#slip-address").get_attribute("href")
    official = clerk.locator(".menu-who strong").text_content().strip()

    citizen = visit(size=PHONE)
    citizen.goto(path)
    said = citizen.locator("main").inner_text()
    assert "LT-2026/0777" in said
    assert "SP4N-LAPOR" in said
    assert ASKED not in said

    clerk.goto(asked)
    clerk.locator("main a[href$='/note/']").click()
    clerk.fill("[name=note]", WORDS)
    save(clerk)
    clerk.wait_for_url(asked)

    citizen.reload()
    said = citizen.locator("main").inner_text()
    assert WORDS in said
    assert official not in citizen.content()
    assert citizen.evaluate("document.body.scrollWidth <= innerWidth")
