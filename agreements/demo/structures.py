"""Builds structures, leadership roles and responsibilities by the verbs that the pages use."""

from dataclasses import dataclass

from actors.models import Region
from agreements.capacity.structure_kinds import AreaRole, LeadershipRole, StructureKind
from agreements.capacity.transitions import areas, roles, structures
from agreements.demo.shapes import Day
from agreements.models import Agreement, Goal


@dataclass(frozen=True)
class Group:
    """A structure; `decree` is the number of the agreement that set it up."""

    key: str
    kind: StructureKind
    name: str
    since: Day
    purpose: str = ""
    part_of: str = ""
    decree: str = ""
    is_sample: bool = True


@dataclass(frozen=True)
class Office:
    """A leadership role: of a group, of an issue (its goal's title), or of the whole."""

    role: LeadershipRole
    body: str
    since: Day
    post: str = ""
    group: str = ""
    issue: str = ""
    until: Day | None = None
    is_sample: bool = True


@dataclass(frozen=True)
class Ground:
    """Who answers for which issues, by their titles, in which places; no place: in all of them."""

    body: str
    issues: tuple[str, ...]
    since: Day
    places: tuple[str, ...] = ()
    role: AreaRole = AreaRole.LEAD
    is_sample: bool = True


@dataclass(frozen=True)
class Arrangement:
    groups: tuple[Group, ...] = ()
    offices: tuple[Office, ...] = ()
    grounds: tuple[Ground, ...] = ()


def build_structures(arrangement, *, collaboration, scene):
    if arrangement is None:
        return
    builder = Builder(collaboration, scene)
    for group in arrangement.groups:
        builder.group(group)
    for office in arrangement.offices:
        builder.office(office)
    for ground in arrangement.grounds:
        builder.ground(ground)


class Builder:
    """What the structures of one scenario share."""

    def __init__(self, collaboration, scene):
        self.collaboration, self.scene, self.day = collaboration, scene, scene.calendar.day
        keys = {row.pk: key for key, row in scene.organizations.items()}
        parties = collaboration.parties.select_related("organization")
        self.parties = {keys[party.organization_id]: party for party in parties}
        goals = Goal.objects.filter(collaboration=collaboration)
        self.issues = {goal.title: goal for goal in goals}
        self.groups = {}

    def said(self, row):
        on = self.day(row.since)
        who = {"collaboration": self.collaboration, "by": self.scene.coordinator}
        return {**who, "is_sample": row.is_sample, "starts_on": on, "on": on}

    def group(self, row):
        papers = Agreement.objects.filter(collaboration=self.collaboration, number=row.decree)
        self.groups[row.key] = structures.begin_structure(
            kind=row.kind,
            name=row.name,
            purpose=row.purpose,
            parent=self.groups.get(row.part_of),
            decree=papers.first() if row.decree else None,
            **self.said(row),
        )

    def office(self, row):
        role = roles.begin_role(
            role=row.role,
            party=self.parties[row.body],
            person=self.scene.people.get(row.post),
            structure=self.groups.get(row.group),
            goal=self.issues[row.issue] if row.issue else None,
            **self.said(row),
        )
        if row.until:
            last = self.day(row.until)
            roles.end_role(role=role, by=self.scene.coordinator, ends_on=last, on=last)

    def ground(self, row):
        for place in row.places or ("",):
            areas.begin_areas(
                goals=[self.issues[title] for title in row.issues],
                region=Region.objects.get(code=place) if place else None,
                party=self.parties[row.body],
                role=row.role,
                **self.said(row),
            )
