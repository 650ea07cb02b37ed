"""The history on the page of a request: the newest lines, and all of them behind a link."""

import pytest

from tests.agreements.capacity.assistance_scene import Help
from tests.factories.assistance import AssistanceChangeFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


def test_the_page_shows_the_newest_lines_and_all_behind_a_link(client, sign_in):
    scene = Help()
    asked = scene.submitted()
    there = asked.get_absolute_url()
    sign_in(scene.works_speaker)

    def shown(address):
        page = soup_of(client.get(address))
        link = page.select_one("a[href='?all=1#history-title']")
        return [row.get_text() for row in page.select(".timeline > li")], link is not None

    for number in range(18):
        AssistanceChangeFactory(request=asked, note=f"Catatan {number:02}")
    lines, has_more = shown(there)
    assert (len(lines), has_more) == (20, False)
    AssistanceChangeFactory(request=asked, note="Catatan terakhir")
    lines, has_more = shown(there)
    assert (len(lines), has_more) == (20, True)
    assert "Catatan terakhir" in lines[0]
    lines, has_more = shown(f"{there}?all=1")
    assert (len(lines), has_more) == (21, False)
