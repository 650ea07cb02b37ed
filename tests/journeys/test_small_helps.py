"""The small scripts of every page: each helps, and none is needed."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import DESKTOP, PHONE

pytestmark = pytest.mark.browser


def words_of(page):
    return page.locator("[data-day-words]").first


def test_a_menu_opens_without_a_script_and_closes_on_escape(visit):
    page = visit("petugas")
    summary = page.locator("details[data-menu] > summary")
    summary.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator("details[data-menu][open]").count() == 0
    assert summary.evaluate("element => element === document.activeElement")


def test_a_typed_day_is_said_in_words_as_it_is_typed(visit):
    page = visit("petugas", language="id")
    page.goto("/meetings/new/")
    box = page.locator("[data-day] input").first
    for typed, words in [
        ("3/5/2026", "Minggu, 3 Mei 2026"),
        ("2026-05-03", "Minggu, 3 Mei 2026"),
        ("3 agustus 26", "Senin, 3 Agustus 2026"),
        ("senin, 3 nopember 2025", "Senin, 3 November 2025"),
        ("31/2/2026", "tanggal ini tidak ada"),
        ("11/20/2026", "tanggal ini tidak ada"),
        ("besok", ""),
    ]:
        box.fill(typed)
        assert words_of(page).inner_text() == words


def test_a_button_writes_a_day_that_the_server_reads_the_same_way(visit):
    page = visit("petugas", language="en", size=PHONE)
    page.goto("/meetings/new/")
    page.locator("[data-day-offset='-1']").first.click()
    typed = page.locator("[data-day] input").first.input_value()
    said = words_of(page).inner_text()
    assert said.split(", ")[1].split()[0] == typed.split()[0]
    page.locator("form .save-bar .btn-primary").click()
    page.wait_for_load_state()
    assert page.locator(".error-summary a[href='#id_held_on']").count() == 0


def test_without_scripts_the_buttons_that_need_one_are_not_there(visit):
    page = visit("petugas", scripts=False)
    page.goto("/meetings/new/")
    assert page.locator(".day-chips").first.is_hidden()
    page.locator("details[data-menu] > summary").click()
    assert page.locator(".menu-panel").is_visible()


def test_the_error_summary_has_the_focus_and_leads_into_the_field(visit):
    page = visit("petugas")
    page.goto("/meetings/new/")
    page.locator("[name=title]").fill("")
    page.locator("form .save-bar .btn-primary").click()
    summary = page.locator(".error-summary")
    summary.wait_for()
    assert summary.evaluate("element => element === document.activeElement")
    link = summary.locator("a").first
    target = link.get_attribute("href").removeprefix("#")
    link.click()
    assert page.evaluate("document.activeElement.id") == target


def test_a_lost_connection_is_said_and_the_page_stays(visit, watcher):
    page = visit("koordinator", size=PHONE)
    page.goto("/commitments/")
    page.context.set_offline(True)
    page.evaluate("htmx.ajax('GET', '/commitments/', '#commitments').catch(() => 0)")
    note = page.locator("[data-live-note]")
    note.wait_for(state="visible")
    assert note.inner_text()
    assert page.locator("#commitments a").count()
    page.context.set_offline(False)
    page.evaluate("htmx.ajax('GET', '/commitments/', '#commitments')")
    note.wait_for(state="hidden")
    watcher.faults[:] = [fault for fault in watcher.faults if "htmx:" not in fault]


def test_a_row_that_comes_late_leaves_whoever_types_where_they_are(visit):
    page, held = visit("petugas", "/meetings/new/"), []
    page.locator("[name=commitment-0-promise]").scroll_into_view_if_needed()

    def hold(route):
        wanted = route.request.headers.get("hx-target") == "commitment-rows"
        held.append(route) if wanted else route.continue_()

    page.route("**/meetings/new/**", hold)
    page.locator("button[name=add_commitment]").click()
    page.locator("[name=commitment-0-promise]").focus()
    page.keyboard.type("Mengirim")
    while not held:
        page.wait_for_timeout(20)
    held.pop().continue_()
    page.locator("[name=commitment-1-promise]").wait_for()
    page.keyboard.type(" data")
    assert page.locator("[name=commitment-0-promise]").input_value() == "Mengirim data"
    page.unroute_all(behavior="wait")


def test_a_row_that_was_asked_for_has_the_focus(visit):
    page = visit("petugas", "/meetings/new/")
    page.locator("button[name=add_commitment]").click()
    expect(page.locator("[name=commitment-1-promise]")).to_be_focused()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_tab_that_is_open_is_in_view(visit, size):
    page = visit("koordinator", language="id", size=size)
    page.goto("/collaborations/1/capacity/")
    box = page.locator(".tabs [aria-current]").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size["width"]


def test_no_figure_of_the_resources_is_cut_on_a_desktop(visit):
    page = visit("koordinator", language="id", size=DESKTOP)
    page.goto("/collaborations/1/resources/")
    assert page.locator(".table-wrap").evaluate("box => box.scrollWidth <= box.clientWidth")
