"""A phone user logs a meeting with four attendees, two topics and two promises in twelve taps.

What counts as a tap: every touch of a link, a button, a tick box or a field, two for a choice in
a list (open it, touch the line). What does not: typing, and the keyboard's own "next" key, which
on a phone leads from one text box to the next.
"""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser
MOST = 12
PROMISES = ("Mengirim data keluarga (dua belas ketukan)", "Memadankan data (dua belas ketukan)")
TEXT_BOX = "input:not([type]), input[type=text], textarea"


class Thumb:
    """Touches a page and counts; whatever is not touched here is typed."""

    def __init__(self, page):
        self.page, self.taps = page, []

    def tap(self, locator):
        locator.tap()
        self.taps.append(str(locator))

    def choose(self, locator, label):
        """A list of a phone is opened by one touch, its line chosen by another."""
        locator.tap()
        locator.select_option(label=label)
        self.taps += [f"open {locator}", f"choose {label}"]

    def type(self, text):
        self.page.keyboard.type(text)

    def next(self, name):
        """The keyboard's "next": the following text box, whatever lists lie between."""
        page = self.page
        for _step in range(8):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches('{TEXT_BOX}')"):
                break
        assert page.evaluate("document.activeElement.name") == name


@pytest.fixture
def promised(site):
    """Promises made here move far ahead at the end: the coordinator's page shows the next eight."""
    yield
    for promise in PROMISES:
        site.tell(
            "UPDATE agreements_commitment SET due_on = due_on + 300 WHERE promise = %s", promise
        )


def soon():
    day = timezone.localdate() + dt.timedelta(days=8)
    return f"{day.day}/{day.month}/{day.year}"


def log_the_meeting_before(visit):
    """Five of the usual people were there; what this takes is not counted."""
    page = visit("petugas", "/meetings/new/")
    boxes = page.locator("#card-attendance .attendees:not(.attendees-offered) input[type=checkbox]")
    for number, box in enumerate(boxes.all()):
        box.set_checked(number < 5)
    assert boxes.count() >= 5
    page.fill("[name=title]", "Rapat mingguan #1")
    page.locator("button[name=save]").click()
    page.wait_for_url(re.compile(r"/meetings/\d+/"))


def test_a_meeting_is_logged_on_a_phone_in_twelve_taps(visit, promised):
    log_the_meeting_before(visit)
    page = visit("petugas", "/", size=PHONE)
    thumb = Thumb(page)
    thumb.tap(page.locator("main a[href*='/meetings/new/']").first)
    page.wait_for_url(re.compile(r"/meetings/new/"))
    present = page.locator("#card-attendance input[type=checkbox]:checked")
    assert present.count() == 5
    thumb.tap(present.last)
    add_topics(thumb)
    add_promises(thumb)
    thumb.tap(page.locator("button[name=save]"))
    page.wait_for_url(re.compile(r"/meetings/\d+/(#.*)?$"))
    assert_saved(page)
    assert len(thumb.taps) <= MOST, "\n".join(thumb.taps)


def add_topics(thumb):
    page = thumb.page
    thumb.tap(page.locator("[name=agenda-0-topic]"))
    thumb.type("Data keluarga sasaran")
    thumb.tap(page.locator("button[name=add_agenda]"))
    expect(page.locator("[name=agenda-1-topic]")).to_be_focused()
    thumb.type("Jadwal pemadanan")


def add_promises(thumb):
    page = thumb.page
    thumb.tap(page.locator("[name=commitment-0-promise]"))
    for number, promise in enumerate(PROMISES):
        if number:
            thumb.tap(page.locator("button[name=add_commitment]"))
            expect(page.locator(f"[name=commitment-{number}-promise]")).to_be_focused()
        thumb.type(promise)
        thumb.next(f"commitment-{number}-due_on")
        thumb.type(soon())
        thumb.choose(page.locator(f"[name=commitment-{number}-organization]"), "Dinsos Sulbar")


def assert_saved(page):
    """Four were there, two topics were discussed, two promises were made."""
    assert page.locator("h1").inner_text() == "Rapat mingguan #2"
    for text in ("Data keluarga sasaran", "Jadwal pemadanan"):
        expect(page.locator("article.topic h3", has_text=text)).to_be_visible()
    for promise in PROMISES:
        expect(page.get_by_role("link", name=promise)).to_be_visible()
    page.goto(f"{page.url.partition('#')[0]}edit/")
    assert page.locator("#card-attendance input[type=checkbox]:checked").count() == 4
