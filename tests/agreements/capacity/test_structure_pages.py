"""The pages of structures, roles and the matrix: what each person is offered, what they cost."""

import pytest
from django.urls import reverse

from actors.models import User
from agreements.capacity.structure_kinds import AreaRole, LeadershipRole
from agreements.models import AreaResponsibility, RoleAssignment, Structure
from tests.agreements.capacity.structure_scene import day, last_line, scene_of
from tests.factories.actors import AppointmentFactory, RegionFactory
from tests.factories.charter import PartyFactory
from tests.factories.goals import GoalFactory, IndicatorFactory, TargetFactory
from tests.factories.structures import (
    AreaResponsibilityFactory,
    RoleAssignmentFactory,
    StructureFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
R = LeadershipRole


@pytest.fixture
def scene(db):
    return scene_of()


def at(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def in_english(user):
    User.objects.update(language="en")
    return user


def written(number):
    return day(number).strftime("%d/%m/%Y")


class TestStructures:
    def test_the_tree_shows_parts_within_and_roles_beside(self, client, sign_in, scene):
        top = scene.structure()
        scene.structure(name="Subkelompok", parent=top)
        scene.role(structure=top)
        sign_in(scene.member)
        tree = soup_of(client.get(at("collaboration-structures", scene.collaboration)))
        branch = tree.select_one("#structures ul > li")
        assert branch.a.text == "Satgas"
        assert branch.select_one(":scope ul li a").text == "Subkelompok"
        assert scene.party.organization.label in branch.text

    def test_a_part_of_one_that_ended_is_not_lost(self, client, sign_in, scene):
        top = StructureFactory(collaboration=scene.collaboration, over=True)
        below = StructureFactory(collaboration=scene.collaboration, parent=top)
        sign_in(scene.member)
        page = soup_of(client.get(at("collaboration-structures", scene.collaboration)))
        assert below.name in page.select_one("#structures > div > ul").text
        assert top.name in page.select_one("#structures details").text

    def test_gaps_lead_the_coordinator_on_and_tell_the_member(self, client, sign_in, scene):
        url = at("collaboration-structures", scene.collaboration)
        sign_in(scene.member)
        gaps = soup_of(client.get(url)).select_one("#gaps")
        assert gaps.li
        assert not gaps.a
        sign_in(scene.coordinator)
        link = soup_of(client.get(url)).select_one("#gaps a")
        form = soup_of(client.get(link["href"]))
        assert form.select_one("#id_role option[selected]")["value"] == R.CHAIR

    def test_one_is_set_up_changed_and_ended(self, client, sign_in, scene):
        sign_in(scene.coordinator)
        told = {"kind": "task_force", "name": "Satgas", "starts_on": written(-3)}
        response = client.post(at("structure-create", scene.collaboration), told)
        body = Structure.objects.get()
        assert response.url == body.get_absolute_url()
        client.post(at("structure-edit", body), {**told, "name": "Tim", "version": "1"})
        client.post(at("structure-end", body), {"ends_on": written(0), "note": "Selesai."})
        body.refresh_from_db()
        assert (body.name, body.ends_on) == ("Tim", day(0))
        page = soup_of(client.get(body.get_absolute_url()))
        assert "Selesai." in page.select_one("#history").parent.text

    def test_what_is_refused_stands_at_its_field(self, client, sign_in, scene):
        scene.structure()
        sign_in(scene.coordinator)
        told = {"kind": "forum", "name": "satgas", "starts_on": written(-3)}
        response = client.post(at("structure-create", scene.collaboration), told)
        assert response.context["form"].errors.keys() == {"name"}

    def test_two_who_change_it_see_both_texts(self, client, sign_in, scene):
        body = scene.structure()
        sign_in(scene.coordinator)
        told = {"kind": "forum", "name": "Satu", "starts_on": written(-3), "version": "1"}
        client.post(at("structure-edit", body), told)
        response = client.post(at("structure-edit", body), told | {"name": "Dua"})
        assert [row.typed for row in response.context["form"].conflict] == ["Dua"]

    def test_a_member_is_offered_no_verb(self, client, sign_in, scene):
        body = scene.structure()
        scene.role(structure=body)
        sign_in(scene.member)
        page = soup_of(client.get(body.get_absolute_url()))
        assert not page.main.select("a.btn, .row-end a")

    def test_nor_is_anybody_in_a_closed_collaboration(self, client, sign_in, scene):
        body, area = scene.structure(), scene.area()
        scene.close()
        sign_in(scene.coordinator)
        for url in (body.get_absolute_url(), area.get_absolute_url()):
            assert not soup_of(client.get(url)).main.select("a.btn")


class TestRoles:
    def told(self, scene, **fields):
        usual = {"role": R.SECRETARIAT, "party": scene.party.pk, "starts_on": written(-3)}
        return {**usual, **fields}

    def test_what_is_over_is_changed_with_a_reason_only(self, client, sign_in, scene):
        role = scene.role(starts_on=day(-90), ends_on=day(-30))
        sign_in(scene.coordinator)
        url, days = at("role-edit", role), {"starts_on": written(-90), "ends_on": written(-30)}
        assert "required" in soup_of(client.get(url)).select_one("[name=note]").attrs
        said = {"party": scene.other.pk, "version": "1", **days}
        page = soup_of(client.post(url, said))
        assert page.select_one("[name=note]")["aria-invalid"] == "true"
        role.refresh_from_db()
        assert role.party == scene.party
        client.post(url, {**said, "note": "Salah catat."})
        role.refresh_from_db()
        assert (role.party, last_line(role=role).note) == (scene.other, "Salah catat.")

    def test_one_is_given_changed_passed_on_and_ended(self, client, sign_in, scene):
        post = AppointmentFactory(organization=scene.party.organization)
        sign_in(scene.coordinator)
        told = self.told(scene, person=post.person_id)
        client.post(at("role-create", scene.collaboration), told)
        role = RoleAssignment.objects.get()
        assert role.appointment == post
        said = {"party": scene.party.pk, "person": post.person_id, "version": "1"}
        client.post(at("role-edit", role), {**said, "starts_on": written(-4)})
        follows = {"party": scene.other.pk, "starts_on": written(1), "note": "Rotasi."}
        client.post(at("role-pass-on", role), follows)
        role.refresh_from_db()
        assert (role.starts_on, role.ends_on) == (day(-4), day(0))
        following = RoleAssignment.objects.get(party=scene.other)
        client.post(at("role-end", following), {"ends_on": written(9)})
        assert last_line(role=following).event == "role_ended"

    def test_who_holds_no_post_there_is_refused_at_the_field(self, client, sign_in, scene):
        sign_in(scene.coordinator)
        told = self.told(scene, person=AppointmentFactory().person_id)
        response = client.post(at("role-create", scene.collaboration), told)
        assert response.context["form"].errors.keys() == {"person"}

    def test_a_second_secretariat_is_refused_at_the_day(self, client, sign_in, scene):
        scene.role()
        sign_in(scene.coordinator)
        told = self.told(scene, party=scene.other.pk)
        response = client.post(at("role-create", scene.collaboration), told)
        assert response.context["form"].errors.keys() == {"starts_on"}

    def test_nonsense_in_the_address_begins_an_empty_form(self, client, sign_in, scene):
        sign_in(scene.coordinator)
        url = at("role-create", scene.collaboration)
        for strange in ("x", "99999999999999999999999", "\x00"):
            asked = {"role": strange, "structure": strange, "goal": strange}
            assert client.get(url, asked).status_code == 200


class TestMatrix:
    def cells(self, client, scene):
        page = soup_of(client.get(at("collaboration-responsibilities", scene.collaboration)))
        return {
            row.th.text: [" ".join(cell.text.split()) for cell in row.select("td")]
            for row in page.select("tbody tr")
        }

    def test_every_issue_stands_in_each_of_its_regions(self, client, sign_in, scene):
        second = GoalFactory(collaboration=scene.collaboration, title="A pertama")
        region = RegionFactory()
        scene.area(region=region)
        scene.area(region=region, party=scene.other, role=AreaRole.SUPPORT)
        sign_in(in_english(scene.member))
        found = self.cells(client, scene)
        assert list(found) == ["All regions", region.name]
        assert found["All regions"] == ["Lead: nobody yet", "Lead: nobody yet"]
        assert found[region.name] == [
            "Lead: nobody yet",
            f"{scene.party.organization.label} leads supports: {scene.other.organization.label}",
        ]
        assert second.title < scene.goal.title

    def test_a_region_with_a_target_is_asked_about(self, client, sign_in, scene):
        region = RegionFactory()
        TargetFactory(indicator=IndicatorFactory(goal=scene.goal), region=region)
        sign_in(scene.member)
        assert region.name in self.cells(client, scene)

    def test_a_lead_that_ended_is_told_with_its_day(self, client, sign_in, scene):
        scene.area(ends_on=day(-1))
        sign_in(in_english(scene.member))
        assert "nobody since" in self.cells(client, scene)["All regions"][0]

    def test_it_is_a_table_whose_cells_name_their_issue(self, client, sign_in, scene):
        sign_in(scene.member)
        page = soup_of(client.get(at("collaboration-responsibilities", scene.collaboration)))
        table = page.select_one("table.table-cards")
        assert table.caption
        assert table.select_one("tbody th[scope=row]")
        assert table.td["data-label"] == scene.goal.title

    def by_issue(self, client, scene):
        """What a narrow screen shows: issue → its lines."""
        page = soup_of(client.get(at("collaboration-responsibilities", scene.collaboration)))
        return {
            row.a.text: [" ".join(line.text.split()) for line in row.select("p")]
            for row in page.select("#by-issue > li")
        }

    def test_a_narrow_screen_tells_it_issue_by_issue_in_a_few_lines(self, client, sign_in, scene):
        regions = RegionFactory.create_batch(3)
        for region in regions[:2]:
            scene.area(region=region)
        scene.area(region=regions[2], party=scene.other, role=AreaRole.SUPPORT)
        sign_in(in_english(scene.member))
        first, second, third = (region.name for region in sorted(regions, key=lambda r: r.code))
        label, other = scene.party.organization.label, scene.other.organization.label
        assert self.by_issue(client, scene) == {
            f"1. {scene.goal.title}": [
                f"Lead: nobody yet: All regions, {third}",
                f"Lead: {label} ({first}, {second})",
                f"Support: {other} ({third})",
            ]
        }

    def test_its_empty_cells_lead_the_coordinator_to_their_forms(self, client, sign_in, scene):
        url = at("collaboration-responsibilities", scene.collaboration)
        sign_in(scene.coordinator)
        link = soup_of(client.get(url)).select_one("#by-issue p a")
        form = soup_of(client.get(link["href"]))
        assert form.select_one("[name=goals][checked]")["value"] == str(scene.goal.pk)
        sign_in(scene.member)
        assert not soup_of(client.get(url)).select("#by-issue p a")

    def test_without_issues_it_says_where_they_come_from(self, client, sign_in, scene):
        type(scene.goal).objects.update(state="dropped")
        sign_in(scene.member)
        page = soup_of(client.get(at("collaboration-responsibilities", scene.collaboration)))
        assert page.select_one(".empty")
        assert not page.table

    def test_an_empty_cell_leads_the_coordinator_to_its_form(self, client, sign_in, scene):
        region = RegionFactory()
        scene.area(region=region, role=AreaRole.SUPPORT)
        sign_in(scene.coordinator)
        page = soup_of(client.get(at("collaboration-responsibilities", scene.collaboration)))
        link = page.select("tbody tr")[1].select_one("td a[href*='/new/']")
        form = soup_of(client.get(link["href"]))
        assert form.select_one("[name=goals][checked]")["value"] == str(scene.goal.pk)
        assert form.select_one(f"[name=region][value='{region.pk}']")

    def test_responsibilities_are_given_changed_passed_on_and_ended(self, client, sign_in, scene):
        second = GoalFactory(collaboration=scene.collaboration)
        sign_in(scene.coordinator)
        told = {"goals": [scene.goal.pk, second.pk], "party": scene.party.pk, "role": "lead"}
        told["starts_on"] = written(-3)
        response = client.post(at("area-create", scene.collaboration), told)
        assert response.url == at("collaboration-responsibilities", scene.collaboration)
        area = AreaResponsibility.objects.get(goal=scene.goal)
        said = {"party": scene.party.pk, "role": "lead", "version": "1"}
        client.post(at("area-edit", area), {**said, "starts_on": written(-4)})
        follows = {"party": scene.other.pk, "starts_on": written(1)}
        client.post(at("area-pass-on", area), follows)
        area.refresh_from_db()
        assert (area.starts_on, area.ends_on) == (day(-4), day(0))
        following = AreaResponsibility.objects.get(party=scene.other)
        client.post(at("area-end", following), {"ends_on": written(9)})
        assert last_line(area=following).event == "area_ended"
        page = soup_of(client.get(area.get_absolute_url()))
        assert scene.other.organization.label in page.main.text

    def test_a_second_lead_is_refused_at_the_party(self, client, sign_in, scene):
        scene.area()
        sign_in(scene.coordinator)
        told = {"goals": [scene.goal.pk], "party": scene.other.pk, "role": "lead"}
        told["starts_on"] = written(-3)
        response = client.post(at("area-create", scene.collaboration), told)
        assert response.context["form"].errors.keys() == {"party"}


def grow_structures(scene):
    def grow():
        for _ in range(3):
            body = StructureFactory(collaboration=scene.collaboration)
            StructureFactory(collaboration=scene.collaboration, parent=body)
            party = PartyFactory(collaboration=scene.collaboration)
            post = AppointmentFactory(organization=party.organization)
            here = {"collaboration": scene.collaboration, "party": party, "appointment": post}
            RoleAssignmentFactory(**here, structure=body)
            RoleAssignmentFactory(**here)

    return grow


def test_the_tree_costs_the_same_with_many(sign_in, scene, assert_flat_queries):
    sign_in(scene.coordinator)
    url = at("collaboration-structures", scene.collaboration)
    assert_flat_queries(url, grow=grow_structures(scene), ceiling=7)


def test_one_structure_costs_the_same_with_many_roles(sign_in, scene, assert_flat_queries):
    body = scene.structure()
    scene.role(structure=body)
    sign_in(scene.coordinator)

    def grow():
        for _ in range(3):
            RoleAssignmentFactory(collaboration=scene.collaboration, structure=body)
            StructureFactory(collaboration=scene.collaboration, parent=body)

    assert_flat_queries(body.get_absolute_url(), grow=grow, ceiling=8)


def grow_areas(scene):
    def grow():
        for _ in range(3):
            goal = GoalFactory(collaboration=scene.collaboration)
            AreaResponsibilityFactory(goal=goal, region=RegionFactory())
            AreaResponsibilityFactory(goal=goal, role=AreaRole.SUPPORT)

    return grow


def test_the_matrix_costs_the_same_with_many(sign_in, scene, assert_flat_queries):
    grow_areas(scene)()
    sign_in(scene.coordinator)
    url = at("collaboration-responsibilities", scene.collaboration)
    assert_flat_queries(url, grow=grow_areas(scene), ceiling=9)


def test_the_overview_costs_the_same_with_many(sign_in, scene, assert_flat_queries):
    sign_in(scene.coordinator)
    structures, areas = grow_structures(scene), grow_areas(scene)
    structures()
    areas()
    url = at("collaboration-capacity", scene.collaboration)
    assert_flat_queries(url, grow=lambda: (structures(), areas()), ceiling=32)


def test_the_overview_tells_gaps_and_leads(client, sign_in, scene):
    scene.structure()
    scene.area()
    sign_in(in_english(scene.member))
    page = soup_of(client.get(at("collaboration-capacity", scene.collaboration)))
    assert "1 structure at work" in page.select_one("#structures").text
    assert "0 of 4 needed roles are held" in page.select_one("#structures").text
    assert "4 gaps" in page.select_one("#structures").text
    assert "1 of 1 issues in regions have a lead" in page.select_one("#responsibilities").text


def test_the_history_of_the_collaboration_tells_it_too(client, sign_in, scene):
    scene.structure()
    sign_in(scene.member)
    page = soup_of(client.get(at("collaboration-changes", scene.collaboration)))
    assert "Satgas" in page.main.text


@pytest.mark.parametrize("page", ["structures", "responsibilities"])
def test_nothing_is_offered_where_the_collaboration_is_closed(client, sign_in, scene, page):
    sign_in(scene.coordinator)
    url = at(f"collaboration-{page}", scene.collaboration)
    adding = "main a[href*='/new/']"
    assert soup_of(client.get(url)).select(adding)
    scene.close()
    assert soup_of(client.get(url)).select(adding) == []
