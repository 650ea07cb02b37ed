"""An admin merges two records in a browser, looks at what moved, and takes it back."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.people import PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def pair(site):
    """Two organizations of their own, so that no other journey meets a merged one."""
    kept = _put(site, "Balai Uji Gabung")
    away = _put(site, "Balai Uji Gabung Lama")
    yield kept, away
    for name in ("Balai Uji Gabung", "Balai Uji Gabung Lama"):
        site.tell("UPDATE actors_organization SET name = name || id WHERE name = %s", name)


def _put(site, name):
    site.tell(
        "INSERT INTO actors_organization (name, short_name, aliases, kind, sector, is_state_owned,"
        " level, mandate, address, phone, email, website, is_active, is_sample, version,"
        " created_at, updated_at) VALUES (%s, '', '', 'vertical', 'government', true, '', '', '',"
        " '', '', '', true, true, 1, now(), now())",
        name,
    )
    return site.first("id", "actors_organization", f"name = '{name}'")


@pytest.mark.parametrize("how", [{}, {"scripts": False, "size": PHONE}], ids=["desk", "bare phone"])
def test_a_merge_is_made_and_taken_back(how, visit, pair, watcher):
    kept, away = pair
    page = visit("admin", f"/duplicates/organizations/{kept}/{away}/", language="id", **how)
    page.locator("input[name=keep][value=left]").check()
    page.locator("button[name=step][value=preview]").click()
    page.locator("button[name=step][value=merge]").click()
    expect(page).to_have_url(re.compile("/duplicates/merges/"))
    its_page = page.url
    page.goto(f"/organizations/{away}/")
    assert page.url.endswith(f"/organizations/{kept}/")
    page.goto(its_page)
    page.locator("form[action$='/undo/'] button").click()
    expect(page.locator("main")).to_contain_text("Diurungkan")
    page.goto(f"/organizations/{away}/")
    assert page.url.endswith(f"/organizations/{away}/")
    assert page.locator("h1").inner_text().startswith("Balai Uji Gabung Lama")
