"""Every page, in both languages and three widths: accessible, within the screen, without faults."""

import pytest
from playwright.sync_api import expect

from collabgov.demo import ACCOUNTS
from tests.architecture.addresses import ADDRESSES, DEMO_KEYS, SAMPLES
from tests.journeys.audit import AXE, audit
from tests.journeys.people import LANGUAGES, Watcher

pytestmark = pytest.mark.browser
# Who opens a page: the first of them who may.
PEOPLE = ("koordinator", "admin", "perwakilan", "auditor")
PARTS = (  # answers for htmx: a list of hits inside a page
    "actors:organization-choose",
    "actors:person-choose",
    "actors:region-choose",
    "agreements:legal-basis-choose",
    "agreements:meeting-attendees",
    "agreements:number-read",
    "agreements:signer-choose",
)
DOWNLOADS = (  # files; taken by tests of their own
    "actors:import-template",
    "actors:import-wrong-rows",
    "agreements:agreement-docx",
    "agreements:calendar-feed-file",
    "agreements:document-download",
    "agreements:letterhead-plain",
    "agreements:meeting-agenda-docx",
    "agreements:meeting-file",
    "agreements:meeting-minutes-docx",
    "agreements:parties-export",
)
# Pages of a second factor that somebody has: test_second_factor.py walks them.
OF_A_FACTOR = (
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "openid_connect_callback",
)
SIGNED_OUT = (
    "actors:invitation-accept",
    "accounts:login",
    "accounts:password-reset",
    "accounts:password-reset-done",
)


def shows_a_page(address):
    """Not the addresses that only take a POST."""
    methods = getattr(address.view_class, "http_method_names", ())
    has_get = "get" in methods and hasattr(address.view_class, "get")
    return has_get and address.name not in PARTS + DOWNLOADS + OF_A_FACTOR


PAGES = [address for address in ADDRESSES if shows_a_page(address)]


@pytest.fixture(scope="module")
def draft(desk):
    """The coordinator begins to log a meeting and keeps the draft; its key."""
    page = desk.open("koordinator", "/meetings/new/")
    page.locator("button[name=save_draft]").click()
    expect(page.locator("#draft-status")).not_to_be_empty()
    key = page.locator("input[name=submission_id]").input_value()
    page.context.close()
    return key


@pytest.fixture(scope="module")
def windows(desk, draft):
    """One window per person, kept open for all pages."""
    opened = {}

    def window(who):
        if who not in opened:
            watcher = Watcher()
            page = watcher.watch(desk.open(who, "/accounts/profile/"))
            page.context.add_init_script(AXE)  # handed over once, not on every page
            opened[who] = page, watcher
        return opened[who]

    yield window
    for page, _ in opened.values():
        page.context.close()


def path_of(address, site, draft):
    keys = dict(DEMO_KEYS)
    if address.name == "agreements:meeting-draft-discard":
        return address.path(submission_id=draft)
    if address.name == "actors:merge-detail":
        site.tell(UNDONE_MERGE)
    if address.model is not None:
        keys["pk"] = site.first(
            "id", address.model._meta.db_table, FITTING.get(address.name, "true")
        )
    return address.path(**keys | SAMPLES.get(address.name, lambda pick: {})(None))


# The demo merges nothing; one that was undone changes no other page.
UNDONE_MERGE = """INSERT INTO actors_merge
    (kind, kept_id, away_id, choices, steps, left_alone,
     made_at, made_by_id, undone_at, undone_by_id)
    SELECT 'organization', 1, 2, '{}', '[]', '[]', now(), id, now(), id FROM actors_user LIMIT 1"""

# Of a party for which the demo's representative speaks.
FOR_DINSOS = """party_id IN (SELECT party.id FROM agreements_party party
    JOIN actors_organization body ON body.id = party.organization_id
    WHERE body.name LIKE 'Dinas Sosial%')"""
# Which row a page needs that not every row can show.
FITTING = {
    "agreements:meeting-edit": "state = 'held'",
    "agreements:meeting-cancel": "state = 'planned'",
    "actors:import-columns": "state = 'read'",
    "actors:user-role": "role = 'staff'",
    "actors:user-deactivate": "role = 'staff'",
    "actors:user-reactivate": "role = 'staff'",
    "actors:user-factor-reset": "role = 'staff'",
    "actors:user-link": "role = 'staff'",
    "agreements:commitment-correct-answer": "is_answered_on_behalf",
    "agreements:minutes-version": "id IN (SELECT meeting_id FROM agreements_minutesversion)",
    "agreements:minutes-answer-confirm": FOR_DINSOS,
    "agreements:minutes-answer-settle": FOR_DINSOS,
}


@pytest.mark.parametrize("address", PAGES, ids=str)
def test_a_page_is_accessible_in_both_languages(address, windows, site, desk, draft):
    path = path_of(address, site, draft)
    for who in (None,) if address.name in SIGNED_OUT else PEOPLE:
        page, watcher = windows(who)
        watcher.faults.clear()
        watcher.expected = (403, 404)
        response = page.goto(path)
        if response.status == 200:
            break
    assert response.status == 200, f"{path} answers {response.status}."
    assert not faults_in_both_languages(page, watcher, desk)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_shows_a_private_address_once_is_accessible(language, windows, desk):
    page, watcher = windows("auditor")
    watcher.faults.clear()
    page.goto("/calendar/feed/")
    desk.read_in(page, language)
    with page.expect_navigation():
        page.locator("button[name=make]").click()
    assert page.locator("#feed-address").input_value().endswith(".ics")
    faults = audit(page)
    watcher.refused(page)
    assert not faults + watcher.faults


@pytest.mark.parametrize("email", ACCOUNTS)
def test_every_home_is_accessible_in_both_languages(email, windows, desk):
    page, watcher = windows(email.partition("@")[0])
    watcher.faults.clear()
    assert page.goto("/").status == 200
    assert not faults_in_both_languages(page, watcher, desk)


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [("luar", "/meetings/1/", 404), ("petugas", "/collaborations/1/edit/", 403)],
)
def test_a_refusal_is_a_page_as_accessible_as_any(who, path, status, windows, desk):
    page, watcher = windows(who)
    watcher.faults.clear()
    watcher.expected = (403, 404)
    assert page.goto(path).status == status
    assert not faults_in_both_languages(page, watcher, desk)


def faults_in_both_languages(page, watcher, desk):
    """Audit the open page as it is read now, then in the other language."""
    faults = []
    first = page.locator("html").get_attribute("lang")
    for language in (first, *(each for each in LANGUAGES if each != first)):
        desk.read_in(page, language)
        faults += [f"{language}, {fault}" for fault in audit(page)]
        watcher.refused(page)
    return faults + watcher.faults
