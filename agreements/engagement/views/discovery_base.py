"""What the pages of discovery share: the guard, the way back, what the address hands over."""

from django.utils.functional import cached_property

from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove, CharterPage
from agreements.engagement.models import AgendaItem, AssessmentEntry, Meeting
from agreements.engagement.rules.discovery import collaboration_of, own_parties
from collabgov.kit.ids import as_id


class DiscoveryPage(CharterPage):
    """A page about a record of discovery; it leads back to that part of the collaboration."""

    rule_name = "agreements.record_discovery"
    find_collaboration = staticmethod(collaboration_of)
    part = "discovery"

    def parties(self):
        """All that take part today."""
        return Party.objects.current().filter(collaboration=self.collaboration).for_list()

    def own_parties(self):
        """Those for which the reader may write."""
        return own_parties(self.request.user, self.collaboration.pk).for_list()

    def is_coordinator(self):
        return is_coordinator_of(self.request.user, self.collaboration.pk)


class DiscoveryFormPage(DiscoveryPage, CharterFormPage):
    """A small form with one purpose; `self.record` is what it acts on."""


class DiscoveryEditPage(DiscoveryFormPage, CharterEditPage):
    """The same for a form that edits the record itself."""


class DiscoveryMove(DiscoveryPage, CharterMove):
    """A button: the verb of the address is carried out."""


class NamedInAddress:
    """The meeting or the entry of an assessment that the address names, if the reader sees it."""

    @cached_property
    def meeting(self):
        if self.topic is not None:
            return self.topic.meeting
        return self._named("meeting", Meeting.objects.filter(collaboration=self.collaboration))

    @cached_property
    def topic(self):
        """The topic of a meeting that it is about."""
        rows = AgendaItem.objects.filter(meeting__collaboration=self.collaboration)
        return self._named("topic", rows.select_related("meeting"))

    @cached_property
    def entry(self):
        """An entry that has not become anything yet."""
        rows = AssessmentEntry.objects.free()
        return self._named("entry", rows.filter(assessment__collaboration=self.collaboration))

    def _named(self, name, rows):
        pk = as_id(self.request.GET.get(name, ""))
        return rows.visible_to(self.request.user).filter(pk=pk).first() if pk else None


class FromElsewhereMixin(NamedInAddress):
    """A form that a meeting or an entry of an assessment leads to: prefilled, and back there."""

    def may_write_for(self):
        """For whom: coordinators and whoever logged the meeting also on behalf of others."""
        logged_it = self.meeting and self.meeting.logged_by_id == self.request.user.pk
        return self.parties() if logged_it or self.is_coordinator() else self.own_parties()

    def get_initial(self):
        party = as_id(self.request.GET.get("party", ""))
        said = {"party": party} if party else {}
        if self.entry is None:
            return said
        return {**said, "text": self.entry.text, "party": self.entry.party_id or party}

    def get_lead(self):
        if self.topic is not None:
            return f"{self.meeting}: {self.topic}"
        if self.meeting is not None:
            return str(self.meeting)
        return str(self.entry.assessment) if self.entry is not None else self.lead

    def get_success_url(self):
        """Back to where the reader came from."""
        if self.entry is not None:
            return f"{self.entry.assessment.get_absolute_url()}#entry-{self.entry.pk}"
        if self.topic is not None:
            return f"{self.meeting.get_absolute_url()}#topic-{self.topic.pk}"
        return super().get_success_url()
