"""A promise from proposal to confirmation, each step by the one who may take it."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def proposed(visit):
    """The coordinator proposes something to Dinas Sosial: it waits for an answer."""

    def propose(promise):
        page = visit("koordinator", "/collaborations/1/commitments/new/")
        due = timezone.localdate() + dt.timedelta(days=40)
        page.fill("[name=promise]", promise)
        page.select_option("[name=organization]", label="Dinas Sosial")
        page.fill("[name=due_on]", f"{due.day}/{due.month}/{due.year}")
        page.locator("main form .btn-primary").click()
        page.wait_for_url(re.compile(r"/commitments/\d+/$"))
        return page.url

    return propose


def press(page, verb, words=""):
    """Press the button of a verb on the page of a promise, with its reason where it asks."""
    form = page.locator(f"main form[action$='/{verb}/']").first
    details = form.locator("xpath=ancestor::details[not(@open)]")
    form.wait_for(state="attached")
    if details.count():
        details.first.locator("summary").first.click()
    if words:
        form.locator("textarea").last.fill(words)
    form.locator("button:not([type=button])").last.click()
    expect(page.locator(f"main form[action$='/{verb}/']")).to_have_count(0)


def test_a_representative_accepts_reports_done_and_another_party_confirms(visit, proposed):
    address = proposed("Menyiapkan ruang rapat kabupaten")
    page = visit("perwakilan", "/", size=PHONE, language="en")
    page.get_by_role("link", name="Menyiapkan ruang rapat kabupaten").first.click()
    page.wait_for_url(address)
    press(page, "accept")
    page.locator("[name=progress][value=done]").check()
    press(page, "progress", "Ruang siap.")
    assert page.locator("main form[action$='/confirm/']").count() == 0
    other = visit("koordinator", address, language="en")
    press(other, "confirm")
    assert "Kept" in other.locator("main").inner_text()


def test_a_representative_declines_with_a_reason(visit, proposed):
    address = proposed("Meminjamkan dua kendaraan")
    page = visit("perwakilan", address)
    press(page, "decline", "Kendaraan sedang diperbaiki.")
    assert "Kendaraan sedang diperbaiki." in page.locator("main").inner_text()
    assert page.locator("main form[action$='/accept/']").count() == 0
