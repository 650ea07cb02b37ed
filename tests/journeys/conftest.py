"""One real server and one browser for all journeys; a skip with a sentence when there is none."""

import os
import shutil
from pathlib import Path

import pytest

from tests.journeys.people import Desk, Watcher
from tests.journeys.site import running_site
from tests.requiring import missing

HERE = Path(__file__).parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--min-semi-space-size=64",  # what axe throws away is collected rarely
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Journeys come last: Playwright's event loop and Django's database calls do not mix."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium on this machine; without one the journeys are skipped, aloud."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path:
        return path
    sentence = "No Chromium found (chromium, google-chrome, or CHROMIUM=path): journeys not run."
    return missing(sentence)


@pytest.fixture(scope="session")
def site(chromium, django_db_blocker, tmp_path_factory):
    with django_db_blocker.unblock():
        yield from running_site(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def browser(chromium, site):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


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

    def visit(who=None, at="/", **how):
        page = watcher.watch(desk.open(who, at, **how))
        pages.append(page)
        return page

    yield visit
    for page in pages:
        watcher.refused(page)
        page.context.close()
