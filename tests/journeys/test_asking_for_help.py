"""Official assistance: refused with a letter, asked again as an emergency, not refused then."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories.documents import small_pdf
from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser
SUBJECT = "Dua dokter untuk posko"
REASON = "Semua dokter sedang bertugas di tempat lain."


def press(page, verb):
    """Open the page of a verb, or press its button where it asks nothing."""
    link = page.locator(f"main a[href$='/{verb}/'], main form[action$='/{verb}/'] button")
    link.first.click()


def fill(page):
    """What the request asks for, on one page of a phone."""
    day = timezone.localdate() + dt.timedelta(days=20)
    page.select_option("[name=to_party]", label="Bappeda")
    page.fill("[name=subject]", SUBJECT)
    page.select_option("[name=kind]", "staff")
    page.fill("[name=what]", "Dua dokter selama tiga hari di posko Polewali.")
    page.fill("[name=needed_by]", f"{day.day}/{day.month}/{day.year}")
    page.locator("[name=rests_on]").first.check()


def save(page):
    page.locator("main form .btn-primary").last.click()


def test_help_is_refused_with_a_letter_and_an_emergency_is_not(visit):
    asks = visit("perwakilan", "/assistance/", size=PHONE)
    asks.locator("main a[href$='/assistance/new/']").first.click()
    fill(asks)
    save(asks)
    asks.wait_for_url(re.compile(r"/assistance/\d+/$"))
    first = asks.url
    press(asks, "submit")
    expect(asks.locator("main form[action$='/submit/']")).to_have_count(0)

    answers = visit("koordinator", first)
    press(answers, "answer")
    answers.locator("[name=outcome][value=refuse]").check()
    save(answers)
    expect(answers.locator(".invalid-feedback").first).to_be_visible()
    answers.locator("[name=outcome][value=refuse]").check()
    answers.select_option("[name=refusal_ground]", index=1)
    answers.fill("[name=reason]", REASON)
    letter = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": small_pdf("Surat")}
    answers.set_input_files("[name=file]", letter)
    save(answers)
    answers.wait_for_url(first)
    assert REASON in answers.locator("main").inner_text()
    assert answers.locator("main a[href^='/documents/']").count() == 1

    asks = visit("perwakilan", first, size=PHONE)
    press(asks, "again")
    assert asks.locator("[name=subject]").input_value() == SUBJECT
    expect(asks.locator("[name=is_emergency]")).to_be_checked()
    asks.fill("[name=emergency_reason]", "Longsor menutup jalan, puluhan orang terluka.")
    save(asks)
    asks.wait_for_url(re.compile(r"/assistance/\d+/$"))
    second = asks.url
    assert second != first
    press(asks, "submit")
    expect(asks.locator("main form[action$='/submit/']")).to_have_count(0)

    answers = visit("koordinator", second)
    press(answers, "answer")
    assert answers.locator("[name=outcome]").count() == 2
    assert answers.locator("[value=refuse], [name=refusal_ground]").count() == 0
    by_hand = "document.querySelector('[name=outcome]').value = 'refuse'"
    answers.evaluate(by_hand)
    answers.locator("[name=outcome]").first.check()
    save(answers)
    said = answers.locator("main").inner_text()
    assert "Keadaan darurat tidak dapat ditolak" in said
    answers.locator("[name=outcome][value=accept]").check()
    save(answers)
    answers.wait_for_url(second)
