"""Every page, in both languages and three widths: accessible, within the screen, without faults."""

import pytest
from playwright.sync_api import expect

from collabgov.demo import ACCOUNTS
from tests.architecture.addresses import ADDRESSES, DEMO_KEYS, SAMPLES
from tests.journeys.audit import AXE, PHONE, WIDEST, audit
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
    "agreements:pulse-answer",
    "agreements:service-slip",
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
# Words and width do not change what axe finds in a template: each language is read at one of the
# two widths, most people's on a phone. What is too wide or too small is measured in all.
AXE_READS = {"id": (PHONE,), "en": (WIDEST,)}
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
    if address.name == "agreements:pulse-remark-remove":
        site.tell(REMARK)
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

# Those of the demo are too few by mail for remarks; a remark is written while a wave is open.
REMARK = """DO $$ BEGIN
    ALTER TABLE agreements_pulsecomment DISABLE TRIGGER USER;
    INSERT INTO agreements_pulsecomment (id, wave_id, text)
        SELECT gen_random_uuid(), id, 'Rapat terlalu lama.' FROM agreements_pulsewave
        WHERE state = 'published' AND collaboration_id IS NOT NULL ORDER BY id LIMIT 1;
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE agreements_pulsecomment ENABLE TRIGGER USER;
END $$"""

# Of a party for which the demo's representative speaks.
FOR_DINSOS = """party_id IN (SELECT party.id FROM agreements_party party
    JOIN actors_organization body ON body.id = party.organization_id
    WHERE body.name LIKE 'Dinas Sosial%')"""
ASKED_OF_DINSOS = f"""request_id IN (SELECT asked.id FROM agreements_assistancerequest asked
    WHERE asked.to_{FOR_DINSOS})"""
# Which row a page needs that not every row can show.
FITTING = {
    "agreements:meeting-edit": "state = 'held'",
    "agreements:meeting-cancel": "state = 'planned'",
    "agreements:pulse-close": "state = 'open'",
    "agreements:pulse-links": "state = 'open'",
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
    "agreements:assistance-detail": "id IN (SELECT request_id FROM agreements_assistancecost)",
    "agreements:assistance-answer": f"to_{FOR_DINSOS}",
    "agreements:assistance-correct-answer": f"to_{FOR_DINSOS} AND state = 'submitted'",
    "agreements:assistance-cost-agree": f"giver_agreed_on IS NULL AND {ASKED_OF_DINSOS}",
    "agreements:assistance-cost-open": f"giver_agreed_on IS NOT NULL AND {ASKED_OF_DINSOS}",
    "agreements:assistance-given": f"to_{FOR_DINSOS} AND state = 'accepted'",
    "agreements:service-cost-edit": "confirmed_on IS NULL",
    "agreements:service-cost-remove": "confirmed_on IS NULL",
    "agreements:service-cost-confirm": FOR_DINSOS,
    "agreements:service-request-reopen": "state = 'done'",
    "agreements:service-request-slip": "reference <> ''",
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


def test_the_page_that_answers_a_pulse_is_accessible_and_knows_nobody(windows, site):
    page, watcher = windows("petugas")
    watcher.faults.clear()
    wave = site.first("id", "agreements_pulsewave", FITTING["agreements:pulse-links"])
    page.goto(f"/pulses/{wave}/")
    with page.expect_navigation():
        page.locator("form[action$='/answer/'] button").click()
    faults = []
    for language in LANGUAGES:
        page.goto(f"{page.url.partition('?')[0]}?language={language}")
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("fieldset").count() == 12
        faults += [f"{language}, {fault}" for fault in audit(page)]
        watcher.refused(page)
    assert not faults + watcher.faults


def test_the_page_of_a_slip_is_accessible_and_asks_for_no_account(windows, site, desk):
    page, watcher = windows("koordinator")
    watcher.faults.clear()
    slip = FITTING["agreements:service-request-slip"]
    asked = site.first("id", "agreements_servicerequest", slip)
    page.goto(f"/service-requests/{asked}/slip/")
    path = page.locator("#slip-address").get_attribute("href")
    page, watcher = windows(None)
    watcher.faults.clear()
    assert page.goto(path).status == 200
    assert page.locator(".timeline li").count() >= 1
    assert not faults_in_both_languages(page, watcher, desk)


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
        faults += [f"{language}, {fault}" for fault in audit(page, AXE_READS[language])]
        watcher.refused(page)
    return faults + watcher.faults
