"""An agreement from its draft through four signatures to its end, under a parent that cannot leave.

Each step as people take it: the coordinator runs it, a representative signs on a phone.
"""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.factories.documents import small_pdf
from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser
PARTIES = ("Dinas Kesehatan", "Dinas Sosial", "Dinas P3AP2KB", "Bappeda")
TITLE = "PKS pertukaran data sasaran"
PARENT = "Kesepakatan bersama penurunan stunting"


def typed(days):
    day = timezone.localdate() + dt.timedelta(days=days)
    return f"{day.day}/{day.month}/{day.year}"


def send(page):
    """Press the main button of the form."""
    with page.expect_navigation():
        page.locator("main form .btn-row button[type=submit]").last.click()


def state(page):
    return page.locator("main .page-head .badge").first.inner_text()


def fill_draft(page, kind, title, **fields):
    """Choose the kind, then fill in what it asks, for the four parties."""
    page.get_by_label(re.compile(kind)).check()
    page.locator("main form .btn-primary").click()
    for number, name in enumerate(PARTIES, start=1):
        if number > 2:
            page.get_by_text("Tambah pihak lain").nth(number - 3).click()
        page.select_option(f"[name=party_{number}]", label=name)
    page.fill("[name=title]", title)
    page.fill("[name=subject]", "Penurunan stunting bersama.")
    page.fill("[name=starts_on]", typed(-30))
    page.fill("[name=ends_on]", typed(300))
    for name, value in fields.items():
        page.fill(f"[name={name}]", value)


@pytest.fixture
def coordinator(visit):
    return visit("koordinator", "/agreements/")


@pytest.fixture
def parent(coordinator):
    """The memorandum, signed elsewhere and registered with its paper; its address."""
    page = coordinator
    page.goto("/agreements/register/?collaboration=1")
    fill_draft(page, "Kesepakatan bersama", PARENT, signed_on=typed(-31))
    paper = {"name": "mou.pdf", "mimeType": "application/pdf", "buffer": small_pdf(PARENT)}
    page.set_input_files("[name=file]", paper)
    if page.locator("[name=legislature_needed]").count():
        page.locator("[name=legislature_needed][value=False]").check()
    send(page)
    page.wait_for_url(re.compile(r"/agreements/\d+/$"))
    return page.url


@pytest.fixture
def child(coordinator, parent):
    """The draft of the cooperation agreement under it; its address."""
    page = coordinator
    page.goto("/agreements/new/?collaboration=1")
    fill_draft(page, r"\(PKS\)", TITLE)
    page.select_option("[name=parent]", value=parent.rstrip("/").rpartition("/")[2])
    page.fill("[name=starts_on]", typed(0))
    page.locator("[name=legislature_needed][value=False]").check()
    send(page)
    page.wait_for_url(re.compile(r"/agreements/\d+/$"))
    return page.url


def move(page, agreement, verb, **fields):
    """One move of the agreement, with what it asks."""
    page.goto(f"{agreement}{verb}/")
    for name, value in fields.items():
        page.fill(f"main form [name={name}]", value)
    send(page)


def sign_all(page, visit, agreement):
    """Three signatures on behalf by the coordinator; Dinas Sosial signs on its own phone."""
    for name in PARTIES:
        who = page
        if name == "Dinas Sosial":
            who = visit("perwakilan", agreement, size=PHONE, language="en")
        who.goto(agreement)
        row = who.locator("ol.places > li").filter(has_text=name)
        row.locator("a[href*='/sign/']").first.click()
        who.locator("[name=appointment]").first.check()
        send(who)
        expect(who.locator(".error-summary")).to_have_count(0)
        who.wait_for_url(re.compile(rf"{re.escape(agreement)}(#.*)?$"))


def try_to_end(page, parent):
    """Without a word on what rests on it: a sentence at the question, and nothing happens."""
    page.goto(f"{parent}end/")
    expect(page.locator("main form")).to_contain_text(TITLE)
    page.fill("main form [name=reason]", "Program selesai.")
    page.locator("main form [name^=child_]").evaluate_all("all => all.forEach(one => one.remove())")
    send(page)
    expect(page.locator(".error-summary")).to_contain_text(
        "Tentukan apa yang terjadi pada kesepakatan ini."
    )
    page.goto(parent)
    assert state(page) == "Berlaku"


def amend(page, visit, agreement, query="", **fields):
    """Draft an amendment, look at the difference, offer it, and let all sign."""
    page.goto(f"{agreement}amendments/new/{query}")
    for name, value in fields.items():
        page.fill(f"main form [name={name}]", value)
    send(page)
    page.wait_for_url(re.compile(r"/amendments/\d+/$"))
    expect(page.locator("ins").first).to_be_visible()
    page.goto(f"{page.url}offer/")
    send(page)
    sign_all(page, visit, agreement)
    page.goto(agreement)


def test_an_agreement_lives_from_draft_to_its_end(visit, coordinator, parent, child):
    page = coordinator
    for _step in ("review", "negotiation", "ready to sign"):
        move(page, child, "forward")
    page.goto(child)
    assert state(page) == "Siap ditandatangani"
    sign_all(page, visit, child)
    page.goto(child)
    assert state(page) == "Berlaku"
    try_to_end(page, parent)

    amend(page, visit, child, title=f"{TITLE} dan sanitasi", reason="Sasaran bertambah.")
    assert page.locator("h1").inner_text() == f"{TITLE} dan sanitasi"
    amend(page, visit, child, "?kind=extension", ends_on=typed(500), reason="Belum selesai.")
    last = timezone.localdate() + dt.timedelta(days=500)
    assert re.search(rf"\b{last.day} \w+\.? {last.year}", page.locator("main").inner_text())

    for agreement in (child, parent):
        move(page, agreement, "end", reason="Semua pihak sepakat.")
        page.goto(agreement)
        assert state(page) == "Selesai"
