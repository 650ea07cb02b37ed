"""The main job: a meeting is logged, and the promise made there is seen by those it concerns."""

import datetime as dt
import html
import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.people import DESKTOP, LANGUAGES, PHONE

pytestmark = pytest.mark.browser
SIZES = {"desktop": DESKTOP, "phone": PHONE}


def soon():
    day = timezone.localdate() + dt.timedelta(days=1)
    return f"{day.day}/{day.month}/{day.year}"


@pytest.fixture
def out_of_sight(site):
    """Promises made here move far ahead at the end: the coordinator's page shows the next eight."""
    made = []
    yield made.append
    for promise in made:
        site.tell(
            "UPDATE agreements_commitment SET due_on = due_on + 300 WHERE promise = %s", promise
        )


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promise_made_in_a_meeting_reaches_everybody_it_concerns(
    visit, desk, out_of_sight, language, size, scripts
):
    name = f"{language} {size} {'dengan' if scripts else 'tanpa'} skrip"
    promise = f"Mengirim data keluarga ({name})"
    out_of_sight(promise)
    page = visit("petugas", "/", language=language, size=SIZES[size], scripts=scripts)
    page.locator("main a[href*='/meetings/new/']").first.click()
    fill_meeting(page, f"Rapat {name}", promise)
    page.locator("button[name=save]").click()
    page.wait_for_url(re.compile(r"/meetings/\d+/(#.*)?$"))
    assert page.locator("h1").inner_text() == f"Rapat {name}"
    assert page.get_by_role("link", name=promise).count()
    assert_seen(desk, page.url.partition("#")[0], promise)


def fill_meeting(page, title, promise):
    """The form came filled from the last meeting; what is new is typed."""
    page.fill("[name=title]", title)
    page.fill("[name=agenda-0-topic]", "Data keluarga sasaran")
    page.locator("button[name=add_commitment]").click()
    page.locator("[name=commitment-1-promise]").wait_for()
    page.fill("[name=commitment-0-promise]", promise)
    page.select_option("[name=commitment-0-organization]", label="Dinsos Sulbar")
    page.fill("[name=commitment-0-due_on]", soon())


def assert_seen(desk, meeting, promise):
    """By Dinas Sosial in its list and on its home, by the coordinator; by an outsider nowhere."""
    for who, path in (
        ("perwakilan", "/commitments/?ours=1"),
        ("perwakilan", "/"),
        ("koordinator", "/"),
        ("koordinator", "/collaborations/1/dashboard/"),
        ("koordinator", meeting),
    ):
        status, text = desk.read(who, path)
        assert status == 200
        assert promise in html.unescape(text), f"{who} does not see it at {path}"
    assert desk.read("luar", meeting)[0] == 404
    assert promise not in html.unescape(desk.read("luar", "/commitments/")[1])


def test_a_person_is_found_by_what_people_type_and_added(visit):
    page = visit("petugas", "/meetings/new/")
    before = page.locator("#card-attendance li.attendee").count()
    page.fill("#id_attendee_search", "kesehtan")
    button = page.locator("button[name=add_attendee]").first
    button.wait_for()
    button.click()
    expect(page.locator("#card-attendance .picker-notice")).to_be_visible()
    assert page.locator("#card-attendance li.attendee").count() >= before
    assert page.locator("[name=title]").input_value()


def test_an_empty_form_names_each_field_and_loses_no_text(visit):
    page = visit("petugas", "/meetings/new/", scripts=False, language="en")
    page.fill("[name=title]", "")
    page.fill("[name=held_on]", "11/20/2026")
    page.fill("[name=agenda-0-notes]", "<b>Catatan panjang</b>")
    page.locator("button[name=save]").click()
    links = page.locator(".error-summary a")
    assert {link.get_attribute("href") for link in links.all()} >= {"#id_title", "#id_held_on"}
    assert page.locator("[name=held_on]").input_value() == "11/20/2026"
    assert page.locator("[name=agenda-0-notes]").input_value() == "<b>Catatan panjang</b>"
