"""Setting structures up and giving roles in them: who, when, and what the history says."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.formats import date_format

from agreements.capacity.structure_kinds import ArrangementEvent as E
from agreements.capacity.structure_kinds import LeadershipRole, Standing, StructureKind
from agreements.capacity.transitions import areas, roles, structures
from agreements.goals.transitions import give_duty
from agreements.models import RoleAssignment, Structure
from collabgov.kit.errors import EditConflict, Refused
from tests.agreements.capacity.structure_scene import day, last_line, scene_of
from tests.factories.actors import AppointmentFactory, PersonFactory, UserFactory
from tests.factories.charter import PartyFactory
from tests.factories.goals import GoalFactory, IndicatorFactory, ReportingDutyFactory
from tests.factories.instruments import AgreementFactory
from tests.factories.structures import StructureFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
R = LeadershipRole


@pytest.fixture
def scene(db):
    return scene_of()


def on(number):
    return date_format(day(number), "SHORT_DATE_FORMAT")


class TestStructures:
    def said(self, body, **fields):
        names = ("kind", "name", "purpose", "parent", "decree", "starts_on", "ends_on")
        return {**{name: getattr(body, name) for name in names}, **fields}

    def test_one_is_set_up_by_a_decree_as_part_of_another(self, scene):
        decree = AgreementFactory(collaboration=scene.collaboration)
        satgas = scene.structure(name=" Satuan  Tugas ", decree=decree)
        assert (satgas.name, satgas.decree) == ("Satuan Tugas", decree)
        line = last_line(structure=satgas)
        assert (line.event, line.from_state, line.to_state, line.subject, line.made_by) == (
            E.STRUCTURE_BEGUN,
            "",
            Standing.HOLDS,
            "Satuan Tugas",
            scene.coordinator,
        )
        part = scene.structure(name="Posyandu", kind=StructureKind.SUB_GROUP, parent=satgas)
        assert list(satgas.parts.all()) == [part]

    def test_sent_twice_it_is_one(self, scene):
        assert scene.structure().pk == scene.structure().pk
        assert Structure.objects.count() == 1

    def test_what_it_names_is_of_this_collaboration(self, scene):
        for field, record in (("parent", StructureFactory()), ("decree", AgreementFactory())):
            with pytest.raises(ValidationError, match="another collaboration"):
                scene.structure(**{field: record})

    def test_an_edit_of_anything_is_told_as_before_and_after(self, scene):
        body = scene.structure()
        told = self.said(body, purpose="Mengurus data", kind=StructureKind.SUB_GROUP)
        structures.edit_structure(structure=body, by=scene.coordinator, version=1, **told)
        subject = last_line(structure=body).subject
        assert subject.startswith("Satgas; ")
        assert "→ Mengurus data" in subject
        assert f"→ {StructureKind.SUB_GROUP.label}" in subject
        told = self.said(body, starts_on=day(-400), name="Tim", purpose="")
        structures.edit_structure(structure=body, by=scene.coordinator, version=2, **told)
        subject = last_line(structure=body).subject
        assert subject.startswith("Satgas → Tim; ")
        assert "Mengurus data → " in subject
        assert on(-400) in subject

    def test_it_is_put_right_and_the_history_tells_its_former_name(self, scene):
        body = scene.structure()
        structures.edit_structure(
            structure=body, by=scene.coordinator, version=1, **self.said(body, name="Tim")
        )
        assert last_line(structure=body).subject == "Satgas → Tim"
        with pytest.raises(EditConflict):
            structures.edit_structure(
                structure=body, by=scene.coordinator, version=1, **self.said(body)
            )

    def test_it_is_never_part_of_itself(self, scene):
        top = scene.structure()
        below = scene.structure(name="Bawah", parent=scene.structure(name="Tengah", parent=top))
        for parent in (top, below):
            with pytest.raises(ValidationError, match="part of itself"):
                structures.edit_structure(
                    structure=top,
                    by=scene.coordinator,
                    version=1,
                    **self.said(top, parent=parent),
                )

    def test_its_days_hold_the_roles_in_it(self, scene):
        body = scene.structure()
        scene.role(structure=body)
        for days, words in (
            ({"starts_on": day(-5)}, "begins before"),
            ({"ends_on": day(-5)}, "goes on after"),
        ):
            with pytest.raises(ValidationError, match=words):
                structures.edit_structure(
                    structure=body, by=scene.coordinator, version=1, **self.said(body, **days)
                )

    def test_its_last_day_ends_the_roles_in_it(self, scene):
        body = scene.structure()
        role = scene.role(structure=body)
        ended = structures.end_structure(
            structure=body, by=scene.coordinator, ends_on=day(-1), note=" Tugas selesai. "
        )
        role.refresh_from_db()
        assert (ended.ends_on, ended.version, role.ends_on) == (day(-1), 2, day(-1))
        line = last_line(structure=body)
        assert (line.event, line.from_state, line.to_state, line.note) == (
            E.STRUCTURE_ENDED,
            Standing.HOLDS,
            Standing.LIMITED,
            "Tugas selesai.",
        )
        assert last_line(role=role).event == E.ROLE_ENDED
        with pytest.raises(Refused, match="over already"):
            structures.end_structure(structure=body, by=scene.coordinator)

    def test_its_parts_end_before_it(self, scene):
        top = scene.structure()
        scene.structure(name="Bawah", parent=top)
        with pytest.raises(Refused, match="“Bawah” is part of it"):
            structures.end_structure(structure=top, by=scene.coordinator)

    def test_its_parts_begin_with_it_or_later(self, scene):
        top = scene.structure(name="Atas")
        with pytest.raises(ValidationError, match="part of begins later") as refusal:
            scene.structure(name="Bawah", parent=top, starts_on=day(-31))
        assert refusal.value.message_dict.keys() == {"starts_on"}
        part = scene.structure(name="Bawah", parent=top)
        for body, number, words in (
            (part, -31, "What it is part of begins later"),
            (top, -29, "A part of it begins before"),
        ):
            said = {**self.said(body), "starts_on": day(number)}
            with pytest.raises(ValidationError, match=words) as refusal:
                structures.edit_structure(
                    structure=body, by=scene.coordinator, version=body.version, **said
                )
            assert refusal.value.message_dict.keys() == {"starts_on"}

    def test_a_role_that_has_yet_to_begin_keeps_it(self, scene):
        body = scene.structure()
        scene.role(structure=body, starts_on=day(10))
        with pytest.raises(Refused, match="begins after that day"):
            structures.end_structure(structure=body, by=scene.coordinator)


class TestRoles:
    def test_a_party_leads_through_somebody_in_a_post_of_it(self, scene):
        post = AppointmentFactory(organization=scene.party.organization)
        role = scene.role(person=post.person)
        assert (role.appointment, role.person) == (post, post.person)
        line = last_line(role=role)
        assert (line.event, line.from_state) == (E.ROLE_BEGUN, "")
        assert str(post.person) in line.subject

    def test_who_holds_no_post_there_does_not_hold_it(self, scene):
        past = AppointmentFactory(organization=scene.party.organization, ends_on=day(-100))
        for person in (PersonFactory(), past.person):
            with pytest.raises(ValidationError, match="holds no post"):
                scene.role(person=person)

    def test_sent_twice_it_is_one(self, scene):
        assert scene.role().pk == scene.role().pk

    def test_one_at_a_time_is_said_in_words(self, scene):
        scene.role()
        with pytest.raises(ValidationError, match="Somebody holds this role"):
            scene.role(party=scene.other)
        assert scene.role(role=R.FACILITATOR)
        assert scene.role(role=R.FACILITATOR, party=scene.other)

    def test_an_issue_coordinator_has_an_issue_of_here(self, scene):
        with pytest.raises(ValidationError, match="which issue"):
            scene.role(role=R.ISSUE_COORDINATOR)
        with pytest.raises(ValidationError, match="another collaboration"):
            scene.role(role=R.ISSUE_COORDINATOR, goal=GoalFactory())
        assert scene.role(role=R.ISSUE_COORDINATOR, goal=scene.goal)

    def test_the_party_takes_part_here(self, scene):
        with pytest.raises(ValidationError, match="another collaboration"):
            scene.role(party=PartyFactory())
        gone = PartyFactory(collaboration=scene.collaboration, left=True)
        with pytest.raises(ValidationError, match="takes part"):
            scene.role(party=gone)

    def test_it_lies_within_the_days_of_its_structure(self, scene):
        body = scene.structure(ends_on=day(30))
        for days in ({"starts_on": day(-31), "ends_on": day(1)}, {"ends_on": day(31)}, {}):
            with pytest.raises(ValidationError, match="structure"):
                scene.role(structure=body, **days)
        assert scene.role(structure=body, ends_on=day(30))
        with pytest.raises(ValidationError, match="another collaboration"):
            scene.role(structure=StructureFactory())

    def test_it_is_put_right(self, scene):
        role = scene.role()
        said = {"party": scene.other, "starts_on": day(-25), "ends_on": day(5)}
        fresh = roles.edit_role(role=role, by=scene.coordinator, version=1, **said)
        assert (fresh.party, fresh.ends_on, fresh.version) == (scene.other, day(5), 2)
        assert last_line(role=role).event == E.ROLE_CHANGED
        with pytest.raises(EditConflict):
            roles.edit_role(role=role, by=scene.coordinator, version=1, **said)

    def test_another_party_drops_the_holder_of_the_former_one(self, scene):
        post = AppointmentFactory(organization=scene.party.organization)
        role = scene.role(person=post.person)
        said = {"party": scene.other, "starts_on": role.starts_on}
        with pytest.raises(ValidationError, match="holds no post"):
            roles.edit_role(role=role, by=scene.coordinator, version=1, person=post.person, **said)
        fresh = roles.edit_role(role=role, by=scene.coordinator, version=1, **said)
        assert fresh.appointment is None

    def test_the_history_tells_who_held_it_before_and_when(self, scene):
        post = AppointmentFactory(organization=scene.party.organization)
        role = scene.role(person=post.person)
        said = {"party": scene.other, "starts_on": day(-25), "ends_on": day(5)}
        roles.edit_role(role=role, by=scene.coordinator, version=1, **said)
        before, after = last_line(role=role).subject.split(" → ")
        for words in (scene.party.organization.label, str(post.person), on(-20)):
            assert words in before
        for words in (scene.other.organization.label, on(-25), on(5)):
            assert words in after

    def test_a_past_holder_is_not_exchanged_without_a_reason(self, scene):
        role = scene.role(starts_on=day(-90), ends_on=day(-30))
        edit = {"role": role, "by": scene.coordinator, "version": 1, "party": scene.other}
        edit |= {"starts_on": day(-90), "ends_on": day(-30)}
        for note in ("", "  "):
            with pytest.raises(ValidationError) as refusal:
                roles.edit_role(**edit, note=note)
            assert "note" in refusal.value.message_dict
        role.refresh_from_db()
        assert role.party == scene.party
        roles.edit_role(**edit, note=" Salah catat. ")
        line = last_line(role=role)
        assert (line.event, line.note) == (E.ROLE_CHANGED, "Salah catat.")
        assert line.subject.startswith(f"Secretariat · {scene.party.organization.label}, {on(-90)}")
        assert line.subject.endswith(
            f"{scene.other.organization.label}, {on(-90)} \N{EN DASH} {on(-30)}"
        )

    def test_its_last_day_is_today_unless_named(self, scene):
        role = roles.end_role(role=scene.role(), by=scene.coordinator, note="Pindah.")
        assert role.ends_on == day(0)
        line = last_line(role=role)
        assert (line.event, line.to_state, line.note) == (
            E.ROLE_ENDED,
            Standing.LIMITED,
            "Pindah.",
        )
        lines = role.changes.count()
        roles.end_role(role=role, by=scene.coordinator)
        assert role.changes.count() == lines  # the same said twice
        roles.end_role(role=role, by=scene.coordinator, ends_on=day(-1))
        with pytest.raises(Refused, match=r"over already.*Edit"):
            roles.end_role(role=role, by=scene.coordinator)

    def test_it_does_not_end_before_it_begins(self, scene):
        with pytest.raises(ValidationError, match="before the first day"):
            roles.end_role(role=scene.role(), by=scene.coordinator, ends_on=day(-21))

    def test_it_is_passed_on_without_a_gap(self, scene):
        role = scene.role(ends_on=day(60))
        following = roles.pass_role_on(
            role=role, by=scene.coordinator, party=scene.other, starts_on=day(1), note="Rotasi."
        )
        role.refresh_from_db()
        assert (role.ends_on, following.starts_on, following.ends_on) == (
            day(0),
            day(1),
            day(60),
        )
        assert (last_line(role=role).event, last_line(role=following).event) == (
            E.ROLE_ENDED,
            E.ROLE_BEGUN,
        )

    @pytest.mark.parametrize("number", [-20, -21, 62])
    def test_whoever_follows_begins_within_its_days(self, scene, number):
        role = scene.role(ends_on=day(60))
        said = {"party": scene.other, "starts_on": day(number)}
        with pytest.raises(ValidationError, match="Choose a day"):
            roles.pass_role_on(role=role, by=scene.coordinator, **said)
        assert RoleAssignment.objects.count() == 1

    def test_nobody_follows_themselves(self, scene):
        with pytest.raises(Refused, match="theirs already"):
            roles.pass_role_on(role=scene.role(), by=scene.coordinator, starts_on=day(1))


class TestVerifiers:
    def test_who_reports_does_not_verify(self, scene):
        indicator = IndicatorFactory(goal=scene.goal)
        duty = ReportingDutyFactory(indicator=indicator, party=scene.party)
        with pytest.raises(ValidationError, match="does not verify its own data"):
            scene.role(role=R.VERIFIER)
        role = scene.role(role=R.VERIFIER, party=scene.other)
        with pytest.raises(ValidationError, match="does not verify its own data"):
            roles.pass_role_on(role=role, by=scene.coordinator, party=duty.party, starts_on=day(1))
        said = {"party": duty.party, "starts_on": role.starts_on}
        with pytest.raises(ValidationError, match="does not verify its own data"):
            roles.edit_role(role=role, by=scene.coordinator, version=1, **said)
        apart = GoalFactory(collaboration=scene.collaboration)
        assert scene.role(role=R.VERIFIER, goal=apart)

    def test_who_verifies_is_given_no_duty_to_report(self, scene):
        indicator = IndicatorFactory(goal=scene.goal)
        scene.role(role=R.VERIFIER)
        said = {"indicator": indicator, "by": scene.coordinator, "starts_on": day(-10)}
        with pytest.raises(ValidationError, match="verifies these values"):
            give_duty(party=scene.party, **said)
        assert give_duty(party=scene.other, **said)


def test_a_closed_collaboration_takes_nothing(scene):
    body, role, area = scene.structure(), scene.role(), scene.area()
    scene.close()
    by = {"by": scene.coordinator}
    begins = {"party": scene.other, "starts_on": day(1)}
    for verb in (
        lambda: scene.structure(name="Lagi"),
        lambda: structures.edit_structure(structure=body, version=1, **by),
        lambda: structures.end_structure(structure=body, **by),
        lambda: scene.role(role=R.SPONSOR),
        lambda: roles.edit_role(role=role, version=1, **begins, **by),
        lambda: roles.end_role(role=role, **by),
        lambda: roles.pass_role_on(role=role, **begins, **by),
        lambda: scene.areas(party=scene.other),
        lambda: areas.edit_area(area=area, version=1, role="lead", **begins, **by),
        lambda: areas.end_area(area=area, **by),
        lambda: areas.pass_area_on(area=area, **begins, **by),
    ):
        with pytest.raises(Refused, match="closed"):
            verb()


@pytest.mark.parametrize(("who", "may"), [("coordinator", True), ("member", False)])
def test_the_coordinators_arrange_leadership(scene, who, may):
    user = getattr(scene, who)
    for record in (scene.collaboration, scene.structure(), scene.role(), scene.area()):
        assert user.has_perm("agreements.arrange_leadership", record) is may


def test_an_outsider_sees_none_of_it(scene):
    stranger = UserFactory()
    for row in (scene.structure(), scene.role(), scene.area()):
        rows = type(row).objects
        assert not rows.visible_to(stranger).exists()
        assert list(rows.visible_to(scene.member)) == [row]
        assert not row.changes.visible_to(stranger).exists()


def test_the_same_role_in_a_structure_and_of_all_are_two(scene):
    inside = scene.role(structure=scene.structure(), ends_on=day(9))
    outside = scene.role()
    assert outside.pk != inside.pk
    assert (outside.structure, outside.ends_on) == (None, None)
