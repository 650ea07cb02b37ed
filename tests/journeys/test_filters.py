"""Filters on a phone: folded, named, taken away with one touch; the list is what one sees."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.audit import audit
from tests.journeys.people import LANGUAGES, PHONE

pytestmark = pytest.mark.browser
LISTS = ("/organizations/", "/meetings/?when=past", "/commitments/")


@pytest.mark.parametrize("address", LISTS)
def test_choosing_keeps_them_open_and_applying_folds_them(visit, address):
    page = visit("koordinator", size=PHONE, language="id")
    page.goto(address)
    filters = page.locator("details.filters")
    filters.locator("summary").click()
    name = "level" if "organizations" in address else "state"
    filters.locator(f"select[name={name}]").select_option(index=1)
    expect(page.locator("#chosen-filters .chip").last).to_be_visible()
    expect(filters).to_have_attribute("open", "")
    page.locator("details.filters .btn-row button").click()
    expect(filters).not_to_have_attribute("open", "")
    expect(page.locator("details.filters > summary")).to_have_text(re.compile(r"\(1\)"))
    page.locator("#chosen-filters .chip").last.click()
    expect(page).not_to_have_url(re.compile(f"{name}=[^&]"))


def test_they_work_without_a_script(visit):
    page = visit("koordinator", size=PHONE, scripts=False)
    page.goto("/organizations/")
    filters = page.locator("details.filters")
    filters.locator("summary").click()
    filters.locator("select[name=level]").select_option(index=1)
    filters.locator(".btn-row button").click()
    expect(filters).not_to_have_attribute("open", "")
    page.locator("#chosen-filters .chip").click()
    expect(page.locator("#chosen-filters .chip")).to_have_count(0)


@pytest.mark.parametrize(
    "address",
    ["/audit/?action=update", "/users/?role=staff", "/organizations/?kind=regional_apparatus"],
)
def test_the_first_result_is_on_the_first_screen_of_a_phone(visit, address):
    page = visit("admin", size=PHONE)
    page.goto(address)
    first = page.locator("main ul.rows > li, main tbody > tr").first
    assert first.bounding_box()["y"] < PHONE["height"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_with_filters_on_is_accessible(visit, language):
    page = visit("admin", language=language)
    page.goto("/organizations/")
    page.locator("details.filters > summary").click()
    page.locator("select[name=region]").select_option(label="Sulawesi Barat")
    page.locator("details.filters .btn-row button").click()
    expect(page.locator(".smaller-regions")).to_have_count(1)
    faults = audit(page)
    for address in ("/audit/?action=update&since=1/1/2026", "/commitments/?state=under_way"):
        page.goto(address)
        expect(page.locator("#chosen-filters .chip").first).to_be_visible()
        faults += audit(page)
    assert not faults, "\n".join(faults)
