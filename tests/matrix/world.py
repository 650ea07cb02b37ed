"""The world in which the permission matrix is walked: eight personas, own, shared, foreign rows."""

from dataclasses import dataclass, field

from django.db.models import Model

from actors.models import (
    Abbreviation,
    Appointment,
    ImportRun,
    Invitation,
    Merge,
    NotDuplicate,
    Organization,
    Person,
    Region,
    User,
)
from agreements.models import (
    AgendaItem,
    Attendance,
    Collaboration,
    CollaborationLegalBasis,
    Commitment,
    ContextFactor,
    Coordinator,
    Cycle,
    Driver,
    Holiday,
    LegalBasis,
    Meeting,
    MeetingDraft,
    MeetingSeries,
    Party,
    Representative,
    Stakeholder,
)
from tests.factories.action import CommitmentFactory
from tests.factories.actors import (
    AbbreviationFactory,
    AppointmentFactory,
    ImportContentFactory,
    ImportRunFactory,
    InvitationFactory,
    OrganizationFactory,
    RegionFactory,
    UserFactory,
)
from tests.factories.charter import (
    CollaborationFactory,
    CollaborationLegalBasisFactory,
    ContextFactorFactory,
    CoordinatorFactory,
    CycleFactory,
    DriverFactory,
    LegalBasisFactory,
    PartyFactory,
    RepresentativeFactory,
    StakeholderFactory,
)
from tests.factories.duplicates import MergeFactory, NotDuplicateFactory
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    MeetingDraftFactory,
    MeetingFactory,
)
from tests.factories.series import HolidayFactory, MeetingSeriesFactory
from tests.matrix.agreements import keep_agreements
from tests.matrix.aims import keep_aims
from tests.matrix.arrangements import keep_arrangements
from tests.matrix.assistance import keep_assistance
from tests.matrix.defining import keep_definitions
from tests.matrix.deliberation import keep_deliberation
from tests.matrix.discovery import keep_discovery
from tests.matrix.documents import keep_documents
from tests.matrix.measures import keep_measures
from tests.matrix.minutes import keep_minutes
from tests.matrix.motivation import keep_pulses
from tests.matrix.pledges import keep_pledges
from tests.matrix.services import keep_services
from tests.matrix.structures import keep_structures

PERSONAS = (
    "anonymous",
    "outsider",
    "member",
    "representative",
    "coordinator",
    "admin",
    "auditor",
    "deactivated",
)
OBJECTS = ("own", "shared", "foreign")


@dataclass
class World:
    """Who asks (`people`), and what for: `records[model][own, shared or foreign]`."""

    people: dict[str, User | None] = field(default_factory=dict)
    records: dict[type[Model], dict] = field(default_factory=dict)

    def record(self, model, which, persona):
        """The record that is the persona's own, their partner's, or a stranger's.

        Of what belongs to one account only (a draft, the account itself), each persona has its own.
        """
        found = self.records[model][which]
        return found[persona] if isinstance(found, dict) else found

    def keep(self, model, own, shared, foreign):
        self.records[model] = {"own": own, "shared": shared, "foreign": foreign}


@dataclass
class Side:
    """One agency in one collaboration, with the rows that are its own there."""

    party: Party
    staff: User = field(init=False)

    def __post_init__(self):
        organization, together = self.party.organization, self.party.collaboration
        self.organization, self.collaboration = organization, together
        self.staff = UserFactory(organization=organization)
        self.speaker = UserFactory(organization=organization)
        self.representative = RepresentativeFactory(party=self.party, person=self.speaker.person)
        self.post = AppointmentFactory(person=self.staff.person, organization=organization)
        self.meeting = MeetingFactory(collaboration=together, logged_by=self.staff)
        self.invitation = AttendanceFactory(
            organization=organization, meeting=MeetingFactory(collaboration=together, planned=True)
        )
        self.commitment = CommitmentFactory(
            collaboration=together, organization=organization, recorded_by=self.staff
        )


def build_world():
    """Our agency and its partner work together; a third works where none of us takes part."""
    together, apart = CollaborationFactory(), CollaborationFactory()
    ours, partner = (
        Side(PartyFactory(collaboration=together)),
        Side(PartyFactory(collaboration=together)),
    )
    stranger = Side(PartyFactory(collaboration=apart))
    world = World()
    runner = UserFactory()
    world.people = _people(ours, runner)
    _keep_sides(world, ours, partner, stranger)
    _keep_charter(world, together, _second(ours, partner, runner), apart, runner)
    _keep_personal(world, partner, stranger)
    _keep_register_work(world, ours, partner, stranger)
    keep_documents(world, ours, partner, stranger)
    keep_measures(world, ours, partner, stranger)
    keep_discovery(world, ours, partner, stranger)
    keep_agreements(world, ours, partner, stranger)
    keep_minutes(world, ours, partner, stranger)
    keep_assistance(world, ours, partner, stranger)
    keep_pledges(world, ours, partner, stranger)
    keep_arrangements(world, ours, partner, stranger)
    keep_structures(world, ours, partner, stranger)
    keep_services(world, ours, partner, stranger)
    return world


def _people(ours, runner):
    return {
        "anonymous": None,
        "outsider": UserFactory(),
        "member": ours.staff,
        "representative": ours.speaker,
        "coordinator": runner,
        "admin": UserFactory(admin=True),
        "auditor": UserFactory(auditor=True),
        "deactivated": UserFactory(organization=ours.organization),
    }


def _second(ours, partner, runner):
    """Another collaboration of the same people: shared, not begun by our agency."""
    second = CollaborationFactory(initiator=partner.organization)
    first = PartyFactory(collaboration=second, organization=ours.organization)
    RepresentativeFactory(party=first, person=ours.speaker.person)
    PartyFactory(collaboration=second, organization=partner.organization)
    CoordinatorFactory(collaboration=second, person=runner.person)
    return second


def _keep_sides(world, *sides):
    for model, name in (
        (Organization, "organization"),
        (Party, "party"),
        (Representative, "representative"),
        (Appointment, "post"),
        (Meeting, "meeting"),
        (Commitment, "commitment"),
        (Attendance, "invitation"),
    ):
        world.keep(model, *(getattr(side, name) for side in sides))
    world.keep(Person, *(side.staff.person for side in sides))
    topics = [AgendaItemFactory(meeting=side.meeting, is_open=True) for side in sides]
    world.keep(AgendaItem, *topics)
    keep_deliberation(world, sides, topics)
    world.keep(Region, RegionFactory(), RegionFactory(), RegionFactory())
    world.keep(Holiday, HolidayFactory(), HolidayFactory(), HolidayFactory())
    world.keep(LegalBasis, LegalBasisFactory(), LegalBasisFactory(), LegalBasisFactory())


def _keep_charter(world, *collaborations_and_runner):
    *collaborations, runner = collaborations_and_runner
    first, second, apart = collaborations
    world.keep(Collaboration, first, second, apart)
    keep_aims(world, first, second, apart)
    keep_definitions(world, first, second, apart)
    keep_pulses(world, first, second, apart)
    world.keep(
        Coordinator,
        CoordinatorFactory(collaboration=first, person=runner.person),
        CoordinatorFactory(collaboration=second),
        CoordinatorFactory(collaboration=apart),
    )
    for model, make in (
        (Cycle, CycleFactory),
        (Driver, DriverFactory),
        (Stakeholder, StakeholderFactory),
        (ContextFactor, ContextFactorFactory),
        (CollaborationLegalBasis, CollaborationLegalBasisFactory),
        (MeetingSeries, MeetingSeriesFactory),
    ):
        world.keep(model, *(make(collaboration=each) for each in collaborations))


def _keep_register_work(world, *sides):
    """What admins do to the register: an invitation and a merge of each agency's rows."""
    world.keep(Abbreviation, *(AbbreviationFactory() for _ in sides))
    world.keep(Merge, *(_of_two(MergeFactory, "kept_id", "away_id") for _ in sides))
    world.keep(NotDuplicate, *(_of_two(NotDuplicateFactory, "low", "high") for _ in sides))
    world.keep(Invitation, *(InvitationFactory(organization=side.organization) for side in sides))


def _of_two(make, one, other):
    """About two organizations that nothing else here is about."""
    return make(**{one: OrganizationFactory().pk, other: OrganizationFactory().pk})


def _run(user, collaboration):
    """A file of parties that waits to be confirmed."""
    run = ImportRunFactory(kind="parties", about_id=collaboration.pk, made_by=user)
    ImportContentFactory(run=run)
    return run


def _keep_personal(world, partner, stranger):
    """What belongs to one account: each persona's own, a partner's, a stranger's."""
    known = {name: user for name, user in world.people.items() if user}
    world.keep(User, known | {"anonymous": partner.staff}, partner.staff, stranger.staff)
    ours = world.records[Collaboration]["own"]
    runs = {name: _run(user, ours) for name, user in known.items()}
    theirs = [_run(side.staff, side.collaboration) for side in (partner, stranger)]
    world.keep(ImportRun, runs | {"anonymous": theirs[0]}, *theirs)
    drafts = {name: MeetingDraftFactory(user=user) for name, user in known.items()}
    theirs = [MeetingDraftFactory(user=side.staff) for side in (partner, stranger)]
    world.keep(MeetingDraft, drafts | {"anonymous": theirs[0]}, *theirs)
