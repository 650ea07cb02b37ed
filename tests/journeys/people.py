"""Somebody at a browser: signs in, reads in a language, and notices what goes wrong."""

from dataclasses import dataclass, field

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LANGUAGES = ("id", "en")
PATIENCE = 8_000
LISTEN = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(`${event.violatedDirective}: ${event.blockedURI}`);
});
"""


@dataclass
class Watcher:
    """What a page did that no page should: errors in the console, refusals, failed requests."""

    faults: list = field(default_factory=list)
    expected: tuple = ()

    def watch(self, page):
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("response", self._answered)
        return page

    def _heard(self, message):
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(f"console: {message.text}")

    def _answered(self, response):
        if response.status >= 400 and response.status not in self.expected:
            self.faults.append(f"{response.status}: {response.url}")

    def refused(self, page):
        """What the policy refused on the page that is open now."""
        self.faults += [f"policy: {words}" for words in page.evaluate("window.__violations || []")]


class Desk:
    """Opens browser windows for the demo's people; signs in once for each of them."""

    def __init__(self, browser, site):
        self.browser = browser
        self.site = site
        self.cookies = {}
        self.readers = {}

    def sign_in(self, who):
        if who not in self.cookies:
            context = self.browser.new_context(base_url=self.site.url)
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.goto("/accounts/login/?next=/accounts/profile/")
            self.fill_login(page, who)
            page.wait_for_url(lambda url: "/login/" not in url)
            self.cookies[who] = context.storage_state()
            context.close()
        return self.cookies[who]

    def read(self, who, path):
        """What the site answers them, without a window: the status and the text."""
        if who not in self.readers:
            self.readers[who] = self.browser.new_context(
                base_url=self.site.url, storage_state=self.sign_in(who)
            )
        answer = self.readers[who].request.get(path)
        return answer.status, answer.text()

    def fill_login(self, page, who):
        page.fill("input[name=login]", f"{who}@demo.test")
        page.fill("input[name=password]", self.site.password)
        page.press("input[name=password]", "Enter")

    def open(self, who=None, at="/", *, language="id", size=DESKTOP, scripts=True):
        """A window of this size; `who` is signed in, and the page is in the language."""
        context = self.browser.new_context(
            base_url=self.site.url,
            viewport=size,
            java_script_enabled=scripts,
            locale=language,
            storage_state=self.sign_in(who) if who else None,
            has_touch=size["width"] < 600,
        )
        context.set_default_timeout(PATIENCE)
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.goto(at if who else "/accounts/login/")
        self.read_in(page, language)
        return page

    @staticmethod
    def read_in(page, language):
        if page.locator("html").get_attribute("lang") != language:
            page.locator(f"header button[name=language][value={language}]").click()
            page.wait_for_selector(f"html[lang={language}]")
