"""Nothing typed is lost: drafts from the first keystroke, a dead session, two editors at once."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
KEPT = re.compile(r"\d\d[.:]\d\d")


def test_a_draft_survives_leaving_the_page(visit):
    page = visit("petugas", "/meetings/new/")
    page.fill("[name=title]", "Rapat yang belum selesai")
    expect(page.locator("#draft-status")).to_have_text(KEPT)
    page.goto("/")
    page.get_by_role("link", name="Rapat yang belum selesai").first.click()
    assert page.locator("[name=title]").input_value() == "Rapat yang belum selesai"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_a_session_that_dies_while_typing_loses_nothing(visit, desk, scripts):
    title = f"Rapat sesi mati {'dengan' if scripts else 'tanpa'} skrip"
    page = visit("petugas", "/meetings/new/", scripts=scripts)
    page.fill("[name=title]", title)
    page.context.clear_cookies(name="sessionid")
    page.locator("button[name=save]").click()
    page.wait_for_url(re.compile("/accounts/login/"))
    desk.fill_login(page, "petugas")
    page.wait_for_url(lambda url: "/login/" not in url)
    if page.locator("[name=title]").count() == 0:
        page.goto("/")
        page.get_by_role("link", name=title).first.click()
    assert page.locator("[name=title]").input_value() == title


def test_two_people_who_edit_one_meeting_see_both_texts(visit, site):
    meeting = site.first("id", "agreements_meeting", "state = 'held'")
    first = visit("koordinator", f"/meetings/{meeting}/edit/")
    second = visit("koordinator", f"/meetings/{meeting}/edit/")
    first.fill("[name=place]", "Aula lantai dua")
    first.locator("button[name=save]").click()
    first.wait_for_url(re.compile(rf"/meetings/{meeting}/$"))
    second.fill("[name=place]", "Ruang rapat kecil")
    second.locator("button[name=save]").click()
    conflict = second.locator("section[aria-labelledby=conflict-title]")
    conflict.wait_for()
    assert "Aula lantai dua" in conflict.inner_text()
    assert "Ruang rapat kecil" in conflict.inner_text()
    assert second.locator("[name=place]").input_value() == "Ruang rapat kecil"
    second.locator("button[name=save]").click()
    second.wait_for_url(re.compile(rf"/meetings/{meeting}/$"))
    assert "Ruang rapat kecil" in second.locator("main").inner_text()
