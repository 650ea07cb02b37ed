"""A slow line is the usual line: what every page brings along stays light."""

import gzip

from django.conf import settings

STATIC = settings.BASE_DIR / "static"
KILOBYTE = 1024


def zipped(*files):
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def test_the_style_sheet_stays_under_25_kilobytes():
    assert zipped(STATIC / "css" / "site.css") <= 25 * KILOBYTE


def test_our_own_scripts_stay_under_6_kilobytes():
    assert zipped(*(STATIC / "js").glob("*.js")) <= 6 * KILOBYTE


def test_a_first_view_stays_under_80_kilobytes(client, db):
    """Sign-in page, style sheet, every script of the site, the icon of the tab."""
    page = len(gzip.compress(client.get("/accounts/login/").content, 9))
    files = [*STATIC.rglob("*.js"), *STATIC.rglob("*.css"), *STATIC.glob("img/*")]
    assert page + zipped(*files) <= 80 * KILOBYTE
