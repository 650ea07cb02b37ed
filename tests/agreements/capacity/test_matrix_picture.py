"""The matrix drawn: a bar for each run of issues under one lead, dots for those who support."""

import pytest
from openpyxl import load_workbook

from actors.models import User
from agreements.capacity.matrix_page import matrix_of
from agreements.capacity.matrix_picture import GAP, HEAD, NAMES, ROW, picture_of
from agreements.capacity.structure_kinds import AreaRole
from tests.agreements.capacity.structure_scene import day, scene_of
from tests.factories.actors import RegionFactory
from tests.factories.goals import GoalFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(db):
    return scene_of()


def issues_of(scene, *titles):
    for title in titles:
        GoalFactory(collaboration=scene.collaboration, title=title)
    return list(scene.collaboration.goals.order_by("title", "pk"))


def drawn(scene):
    return picture_of(matrix_of(scene.collaboration))


class TestBars:
    def test_neighbouring_issues_of_one_lead_are_one_bar(self, scene):
        goals = issues_of(scene, "A", "B", "C")
        scene.areas(goals=goals[:3])
        scene.areas(goals=goals[3:], party=scene.other)
        one, other = drawn(scene).bars
        assert (one.leader.organization, one.leader.number) == (scene.party.organization, 3)
        assert (other.leader.organization, other.leader.number) == (scene.other.organization, 1)
        assert one.x == NAMES + GAP / 2
        assert one.x + one.width + GAP == other.x
        assert {one.leader.letter, other.leader.letter} == {"A", "B"}
        assert one.leader.fill != other.leader.fill

    def test_where_nobody_leads_each_issue_is_a_box_of_its_own(self, scene):
        issues_of(scene, "A")
        found = drawn(scene)
        assert [bar.leader for bar in found.bars] == [None, None]
        assert found.has_gaps
        assert [bar.words for bar in found.bars] == ["-", "-"]

    def test_who_supports_is_a_dot_and_no_bar(self, scene):
        scene.area(role=AreaRole.SUPPORT)
        found = drawn(scene)
        assert len(found.dots) == 1
        assert [bar.leader for bar in found.bars] == [None]

    def test_each_region_has_a_row_of_its_own(self, scene):
        place = RegionFactory(name="Kecamatan yang namanya panjang sekali tanpa akhir")
        scene.area(region=place)
        found = drawn(scene)
        assert [bar.y for bar in found.bars] == [HEAD, HEAD + ROW]
        assert found.height == HEAD + 2 * ROW
        assert len(found.lines) == 3
        assert found.lines[-1][1].endswith("…")

    def test_a_name_stands_on_a_bar_with_room_for_it(self, scene):
        organization = scene.party.organization
        organization.short_name = "Dinkes"
        organization.save()
        goals = issues_of(scene, "A", "B", "C", "D")
        scene.areas(goals=goals[:1])
        assert drawn(scene).bars[0].words == "A"
        scene.areas(goals=goals[1:])
        assert drawn(scene).bars[0].words == "A · Dinkes"

    def test_without_issues_nothing_is_drawn(self, scene):
        scene.collaboration.goals.all().delete()
        assert drawn(scene) is None


def page_of(scene):
    return f"/collaborations/{scene.collaboration.pk}/responsibilities/"


def test_the_page_has_the_picture_and_what_its_letters_mean(client, scene):
    scene.area()
    client.force_login(scene.member)
    card = soup_of(client.get(page_of(scene))).find(id="picture-title").find_parent("section")
    assert card.svg["role"] == "img"
    assert scene.goal.title in card.text
    assert scene.party.organization.label in card.select(".wheel-group")[1].text


class TestFile:
    def test_every_cell_is_a_line_with_who_leads_and_who_supports(self, client, scene):
        place = RegionFactory(name="Kabupaten Majene")
        scene.area(region=place)
        scene.area(region=place, party=scene.other, role=AreaRole.SUPPORT)
        User.objects.update(language="en")
        client.force_login(scene.member)
        answer = client.get(f"{page_of(scene)}?format=csv")
        lines = answer.getvalue().decode("utf-8-sig").replace('"', "").splitlines()
        head, everywhere, there = lines
        assert head.startswith("issue,region,code of the region,who leads,since")
        assert "All regions" in everywhere
        assert "nobody yet" in everywhere
        assert f"Kabupaten Majene,{place.code}" in there
        assert f"{scene.party.organization.name},{day(-20)}" in there
        assert scene.other.organization.name in there

    def test_it_is_a_workbook_too_and_somebody_elses_is_not_found(self, client, scene, tmp_path):
        scene.area()
        client.force_login(scene.member)
        answer = client.get(f"{page_of(scene)}?format=xlsx")
        file = tmp_path / "areas.xlsx"
        file.write_bytes(answer.getvalue())
        assert load_workbook(file).active.max_row == 2
        client.force_login(scene_of().member)
        assert client.get(f"{page_of(scene)}?format=xlsx").status_code == 404
