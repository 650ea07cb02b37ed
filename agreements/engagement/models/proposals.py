"""What parties propose to each other, and the assessment from which such records come."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.engagement.discovery_kinds import (
    ANSWERED,
    AssessmentSection,
    AssessmentState,
    ProposalKind,
    ProposalState,
)
from agreements.engagement.models import guards
from agreements.engagement.models.definition import ProblemDefinition
from agreements.engagement.models.deliberation import Option
from agreements.engagement.models.determination import Decision
from agreements.engagement.models.discovery import InterestStatement, Question, author, heard_in
from agreements.engagement.models.frozen import of_definition
from agreements.engagement.querysets.discovery import (
    BECAME,
    AssessmentQuerySet,
    OfAssessmentQuerySet,
    OfProposalQuerySet,
    ProposalQuerySet,
)
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned


def _at_most_one(names):
    """All but one of them name nothing, whichever that one is."""
    return reduce(or_, (Q(**{each: None for each in names if each != one}) for one in names))


@tracked
class Proposal(Timestamped, SampleMarked, Versioned):
    """A planning concept, an idea or an opportunity that one party puts before another or all."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="proposals"
    )
    from_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="proposals_made",
        verbose_name=_("proposed by"),
    )
    to_party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals_received",
        verbose_name=_("addressed to"),
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=ProposalKind, default=ProposalKind.IDEA
    )
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("proposal"))
    submitted_on = models.DateField(_("submitted on"))
    recorded_by = author(_("recorded by"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=ProposalState,
        default=ProposalState.SUBMITTED,
        editable=False,
    )
    answer = models.TextField(_("answer"), blank=True, editable=False)
    answered_on = models.DateField(_("answered on"), null=True, editable=False)
    answered_by = author(_("answered by"))
    is_on_behalf = models.BooleanField(
        _("answered on behalf, not yet confirmed by the party"),
        default=False,
        db_default=False,
        editable=False,
    )
    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="proposals",
        verbose_name=_("decision that came of it"),
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["-submitted_on", "-pk"]
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        constraints = [
            models.CheckConstraint(
                name="proposal_kind_is_known", condition=Q(kind__in=ProposalKind.values)
            ),
            models.CheckConstraint(
                name="proposal_state_is_known", condition=Q(state__in=ProposalState.values)
            ),
            models.CheckConstraint(
                name="proposal_to_another_party",
                condition=Q(to_party=None) | ~Q(from_party=F("to_party")),
                violation_error_code="to_party",
                violation_error_message=_("A proposal is addressed to another party, or to all."),
            ),
            models.CheckConstraint(
                name="proposal_answered_has_a_date",
                condition=Q(state__in=ANSWERED, answered_on__isnull=False)
                | (~Q(state__in=ANSWERED) & Q(answered_on=None, answer="")),
            ),
            models.CheckConstraint(
                name="proposal_on_behalf_is_answered",
                condition=Q(is_on_behalf=False) | Q(state__in=ANSWERED),
            ),
            models.CheckConstraint(
                name="proposal_returned_has_a_reason",
                condition=~Q(state=ProposalState.RETURNED) | ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="proposal_decided_is_accepted",
                condition=Q(decision=None) | Q(state=ProposalState.ACCEPTED),
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "proposal_of_one_collaboration",
                "NEW.collaboration_id",
                guards.of_party("from_party_id"),
                guards.of_party("to_party_id"),
                "(SELECT m.collaboration_id FROM agreements_decision AS d"
                " JOIN agreements_meeting AS m ON m.id = d.meeting_id"
                " WHERE d.id = NEW.decision_id)",
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:proposal-detail", args=[self.pk])


@tracked
class ProposalChange(ChangeRow):
    """One line of a proposal's history, with the words it had from then on."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="changes")
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = models.TextField(_("proposal"), blank=True)

    objects = OfProposalQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the proposal's history")
        verbose_name_plural = _("lines of the proposals' history")


@tracked
class Assessment(Timestamped, SampleMarked, Versioned):
    """A look at the whole situation together, in three sections."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="assessments"
    )
    title = models.CharField(_("title"), max_length=200)
    held_on = models.DateField(_("held on"))
    meeting = heard_in("assessments")
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=AssessmentState,
        default=AssessmentState.OPEN,
        editable=False,
    )

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints = [
            models.CheckConstraint(
                name="assessment_state_is_known", condition=Q(state__in=AssessmentState.values)
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "assessment_of_one_collaboration", "NEW.collaboration_id", guards.of_meeting()
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:assessment-detail", args=[self.pk])


@tracked
class AssessmentEntry(Timestamped, SampleMarked, Versioned):
    """One thing said in a section; it may become one of the records that `BECAME` names."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="entries")
    section = models.CharField(_("section"), max_length=12, choices=AssessmentSection)
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assessment_entries",
        verbose_name=_("party"),
    )
    text = models.TextField(_("entry"))
    recorded_by = author(_("recorded by"))
    statement = models.OneToOneField(
        InterestStatement, on_delete=models.PROTECT, null=True, editable=False, related_name="entry"
    )
    question = models.OneToOneField(
        Question, on_delete=models.PROTECT, null=True, editable=False, related_name="entry"
    )
    proposal = models.OneToOneField(
        Proposal, on_delete=models.PROTECT, null=True, editable=False, related_name="entry"
    )
    definition = models.OneToOneField(
        ProblemDefinition, on_delete=models.PROTECT, null=True, editable=False, related_name="entry"
    )
    # An option can be taken off the table: the entry is then free to become something else.
    option = models.OneToOneField(
        Option, on_delete=models.SET_NULL, null=True, editable=False, related_name="entry"
    )

    objects = OfAssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["assessment", "section", "pk"]
        verbose_name = _("entry of an assessment")
        verbose_name_plural = _("entries of assessments")
        constraints = [
            models.CheckConstraint(
                name="entry_section_is_known", condition=Q(section__in=AssessmentSection.values)
            ),
            models.CheckConstraint(
                name="entry_says_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down the entry."),
            ),
            models.CheckConstraint(
                name="entry_became_one_thing",
                condition=_at_most_one(BECAME),
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "entry_of_one_collaboration",
                "(SELECT collaboration_id FROM agreements_assessment WHERE id = NEW.assessment_id)",
                guards.of_party("party_id"),
                "(SELECT p.collaboration_id FROM agreements_intereststatement AS s"
                " JOIN agreements_party AS p ON p.id = s.party_id WHERE s.id = NEW.statement_id)",
                "(SELECT collaboration_id FROM agreements_question WHERE id = NEW.question_id)",
                "(SELECT collaboration_id FROM agreements_proposal WHERE id = NEW.proposal_id)",
                of_definition(),
                "(SELECT m.collaboration_id FROM agreements_option AS o"
                " JOIN agreements_agendaitem AS i ON i.id = o.agenda_item_id"
                " JOIN agreements_meeting AS m ON m.id = i.meeting_id WHERE o.id = NEW.option_id)",
            )
        ]

    def __str__(self):
        return self.text

    @property
    def became(self):
        """The record that it became, or None."""
        return next(filter(None, (getattr(self, name) for name in BECAME)), None)
