"""Every way statements, questions, findings, proposals and assessments are read."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q

from actors.accounts.models import SiteRole
from agreements.charter.querysets import OfCollaborationQuerySet
from agreements.charter.states import CollaborationState
from agreements.engagement.discovery_kinds import ProposalState, QuestionState
from agreements.engagement.querysets.agenda import of_no_series, on_secret_question

BECAME = ("statement", "question", "proposal", "definition", "option")  # of an entry, one of these


class StatementQuerySet(OfCollaborationQuerySet):
    collaboration_path = "party__collaboration"

    def standing(self):
        """What has not been taken back."""
        return self.filter(withdrawn_on=None)

    def of(self, collaboration):
        return self.filter(party__collaboration=collaboration)

    def for_page(self):
        """With who recorded it, where, and which other parties understood it."""
        return (
            self.select_related("party__organization", "meeting", "recorded_by__person")
            .prefetch_related("acknowledgements__party__organization")
            .order_by("kind", "-stated_on", "-pk")
        )


class OfStatementQuerySet(OfCollaborationQuerySet):
    collaboration_path = "statement__party__collaboration"


class QuestionQuerySet(OfCollaborationQuerySet):
    def open(self):
        return self.filter(state=QuestionState.OPEN)

    def off_agenda(self):
        """Open ones that no topic is about: once one is, they come and go with that topic."""
        return self.open().filter(agenda_item=None, agenda_items=None)

    def carried_to(self, collaboration, *, series=None, anywhere=False, today=None):
        """Open questions on no agenda that follow to a meeting, the oldest first.

        One that was raised in a meeting of a series follows to the next of that series, all
        others to the next meeting of any kind (`anywhere`).
        """
        wanted = Q(meeting__series=series, meeting__series__isnull=False)
        if anywhere:
            wanted |= of_no_series("meeting", today=today)
        return self.off_agenda().filter(wanted, collaboration=collaboration).for_page()

    def for_page(self):
        """The oldest first: what has waited longest."""
        rows = self.with_secrecy().select_related("raised_by__organization", "meeting")
        return rows.order_by("raised_on", "pk")

    def with_secrecy(self):
        """Annotate `is_confidential`: a confidential topic raised it, or is about it."""
        return self.annotate(is_confidential=on_secret_question())


class JointFindingQuerySet(OfCollaborationQuerySet):
    def for_page(self):
        contributions = self.model._meta.get_field("contributions").related_model.objects
        beside = contributions.select_related("party__organization")
        return (
            self.with_secrecy()
            .select_related("question", "meeting")
            .prefetch_related(Prefetch("contributions", queryset=beside))
            .order_by("-found_on", "-pk")
        )

    def with_secrecy(self):
        """Annotate `is_confidential`: the question that it answers is."""
        return self.annotate(is_confidential=on_secret_question("question__"))


class OfFindingQuerySet(OfCollaborationQuerySet):
    collaboration_path = "finding__collaboration"


def spoken_for(*, today=None, person=None):
    """Parties that take part and have somebody who can answer here; `person` asks for one's own.

    Who represents a party without an open account, or with one that only looks, cannot: such a
    party would wait for ever.
    """
    rows = apps.get_model("agreements", "Representative").objects.current(today=today)
    can = rows.filter(person__user__is_active=True).exclude(person__user__role=SiteRole.AUDITOR)
    mine = can if person is None else can.filter(person=person)
    parties = apps.get_model("agreements", "Party").objects.current(today=today)
    return parties.filter(representatives__in=mine)


class ProposalQuerySet(OfCollaborationQuerySet):
    def waiting(self):
        """Submitted, and nobody has answered yet."""
        return self.filter(state=ProposalState.SUBMITTED)

    def waiting_for(self, user, *, today=None):
        """Those that this user answers: for the party addressed; where it is all, as coordinator.

        As the rule `answer_proposal` says of one: the coordinator answers also on behalf of a party
        that nobody speaks for. What was answered so waits until the party says it itself.
        """
        if not user.is_authenticated or user.is_auditor or user.person_id is None:
            return self.none()
        mine = spoken_for(today=today, person=user.person_id)
        together = apps.get_model("agreements", "Collaboration").objects.coordinated_by(user)
        has_voice = Exists(spoken_for(today=today).order_by().filter(pk=OuterRef("to_party")))
        asked = Q(to_party__in=mine) | (Q(collaboration__in=together) & ~has_voice)
        to_confirm = Q(to_party__in=mine, is_on_behalf=True) & ~Q(answered_by=user)
        waiting = Q(state=ProposalState.SUBMITTED) & asked
        found = self.filter(waiting | to_confirm)
        return found.exclude(collaboration__state=CollaborationState.CLOSED)

    def mentioning(self, words):
        """Every word somewhere in the proposal or in the name of who makes it."""
        found = self
        for word in words:
            found = found.filter(
                Q(title__icontains=word)
                | Q(text__icontains=word)
                | Q(from_party__organization__name__icontains=word)
                | Q(from_party__organization__short_name__icontains=word)
            )
        return found

    def for_page(self):
        return self.select_related(
            "collaboration", "from_party__organization", "to_party__organization"
        ).order_by("-submitted_on", "-pk")


class OfProposalQuerySet(OfCollaborationQuerySet):
    collaboration_path = "proposal__collaboration"


class AssessmentQuerySet(OfCollaborationQuerySet):
    def for_page(self):
        return self.select_related("collaboration", "meeting").order_by("-held_on", "-pk")


class OfAssessmentQuerySet(OfCollaborationQuerySet):
    collaboration_path = "assessment__collaboration"

    def for_page(self):
        """In the order in which they were written, with what each one became."""
        return self.select_related(
            "party__organization",
            "statement__party",
            "question",
            "proposal",
            "definition",
            "option__agenda_item__meeting",
        ).order_by("pk")

    def free(self):
        """What has not become a record yet."""
        return self.filter(**dict.fromkeys(BECAME, None))


class DiscoveryChangeQuerySet(OfCollaborationQuerySet):
    def for_page(self):
        return self.select_related("made_by__person").order_by("-made_at", "-pk")
