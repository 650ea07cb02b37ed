"""One real server and one browser for all journeys; a skip with a sentence when there is none."""

import os
import shutil

import pytest

from tests.journeys.people import Desk, Watcher
from tests.journeys.site import running_site

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage")


def chromium():
    """The path of a Chromium on this machine, or None."""
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser():
    path = chromium()
    if path is None:
        sentence = "No Chromium found (chromium, google-chrome or CHROMIUM=…): journeys not run."
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(browser, django_db_setup, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        yield from running_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def desk(browser, site):
    return Desk(browser, site)


@pytest.fixture
def watcher():
    """Collects what goes wrong in the pages of a test; the test ends red when anything did."""
    watcher = Watcher()
    yield watcher
    assert not watcher.faults


@pytest.fixture
def visit(desk, watcher):
    """Open a window for one of the demo's people; closed at the end of the test."""
    pages = []

    def visit(who=None, **how):
        page = watcher.watch(desk.open(who, **how))
        pages.append(page)
        return page

    yield visit
    for page in pages:
        watcher.refused(page)
        page.context.close()
