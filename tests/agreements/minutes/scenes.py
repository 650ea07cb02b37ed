"""A meeting with two parties, the coordinator's own and a guest, for tests of minutes."""

from agreements.engagement import transitions
from agreements.engagement.kinds import AttendanceLevel, Word
from agreements.models import MinutesAnswer
from tests.factories.actors import OrganizationFactory, PersonFactory, UserFactory
from tests.factories.charter import (
    CollaborationFactory,
    CoordinatorFactory,
    PartyFactory,
    RepresentativeFactory,
)
from tests.factories.engagement import (
    AgendaItemFactory,
    AttendanceFactory,
    DecisionFactory,
    MeetingFactory,
)


class Scene:
    """Health, works and the coordinator's own agency are there, and a guest; one is absent."""

    def __init__(self):
        self.collaboration = CollaborationFactory()
        self.own, self.coordinator = self.joins("Bappeda")
        CoordinatorFactory(collaboration=self.collaboration, person=self.coordinator.person)
        self.health, self.health_speaker = self.joins("Dinas Kesehatan")
        self.works, self.works_speaker = self.joins("Dinas PU")
        self.absent, self.absent_speaker = self.joins("Dinas Sosial")
        self.guest = OrganizationFactory(name="Yayasan Tamu")
        self.meeting = MeetingFactory(collaboration=self.collaboration, title="Rapat bulanan")
        for party in (self.own, self.health, self.works):
            AttendanceFactory(meeting=self.meeting, organization=party.organization)
        AttendanceFactory(meeting=self.meeting, organization=self.guest)
        AttendanceFactory(
            meeting=self.meeting, organization=self.absent.organization, is_present=False
        )
        self.person = PersonFactory(full_name="Budi Santoso")
        AttendanceFactory(
            meeting=self.meeting,
            organization=self.health.organization,
            person=self.person,
            level=AttendanceLevel.DELEGATE,
        )
        self.item = AgendaItemFactory(meeting=self.meeting, topic="Data posyandu")
        self.decision = DecisionFactory(
            meeting=self.meeting, agenda_item=self.item, text="Data dikirim tiap bulan."
        )

    def joins(self, name):
        """An organization becomes a party; returns it with who speaks for it."""
        party = PartyFactory(collaboration=self.collaboration, organization__name=name)
        speaker = UserFactory(organization=party.organization)
        RepresentativeFactory(party=party, person=speaker.person)
        return party, speaker

    def share(self, **fields):
        self.meeting.refresh_from_db()
        return transitions.share_minutes(meeting=self.meeting, by=self.coordinator, **fields)

    def answer_of(self, party):
        newest = self.meeting.minutes.newest()
        return MinutesAnswer.objects.get(minutes=newest, party=party)

    def says(self, party, by, word=Word.CONFIRM, text="", **fields):
        answer = self.answer_of(party)
        return transitions.answer_minutes(answer=answer, by=by, word=word, text=text, **fields)

    def all_confirm(self):
        for party, by in (
            (self.own, self.coordinator),
            (self.health, self.health_speaker),
            (self.works, self.works_speaker),
        ):
            self.says(party, by)

    def adopt(self, **fields):
        self.meeting.refresh_from_db()
        return transitions.adopt_minutes(meeting=self.meeting, by=self.coordinator, **fields)
