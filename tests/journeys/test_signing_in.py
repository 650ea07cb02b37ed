"""Each of the six demo accounts signs in and reads the site in both languages."""

import pytest

from collabgov.demo import ACCOUNTS
from tests.journeys.people import DESKTOP, PHONE

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("email", ACCOUNTS)
def test_a_demo_account_reads_its_home_in_both_languages(visit, email):
    page = visit(email.partition("@")[0], language="id", size=DESKTOP)
    assert page.locator("html").get_attribute("lang") == "id"
    page = visit(email.partition("@")[0], language="en", size=PHONE)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").count() == 1
