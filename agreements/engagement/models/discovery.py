"""Discovery: what each party has at stake, what is not known yet, and what is found out together.

Emerson, Nabatchi & Balogh (2012): the first of the four movements of principled engagement.
"""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration, Party
from agreements.engagement.discovery_kinds import DiscoveryEvent, QuestionState, StatementKind
from agreements.engagement.models import guards
from agreements.engagement.models.meetings import AgendaItem, Meeting
from agreements.engagement.models.secrecy import StaysInside
from agreements.engagement.querysets.discovery import (
    DiscoveryChangeQuerySet,
    JointFindingQuerySet,
    OfFindingQuerySet,
    OfStatementQuerySet,
    QuestionQuerySet,
    StatementQuerySet,
)
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned, account


def author(verbose_name):
    """Who wrote something down, as far as it is known."""
    return account(verbose_name, null=True)


def heard_in(related_name):
    """The meeting or visit where it was said, if any."""
    return models.ForeignKey(
        Meeting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name=related_name,
        verbose_name=_("meeting"),
    )


def place_of(name, record, collaboration_id):
    """Where the record stands on the page of discovery."""
    page = reverse("agreements:collaboration-discovery", args=[collaboration_id])
    return f"{page}#{name}-{record.pk}"


@tracked
class InterestStatement(Timestamped, SampleMarked, Versioned):
    """What a party says about itself: an interest, a concern, a limit, or that it is ready.

    Stated by the party; or recorded on its behalf, and marked so until it confirms or corrects.
    """

    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="statements", verbose_name=_("party")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=StatementKind)
    text = models.TextField(_("statement"))
    meeting = heard_in("statements")
    stated_on = models.DateField(_("stated on"))
    recorded_by = author(_("recorded by"))
    is_on_behalf = models.BooleanField(
        _("recorded on behalf, not yet confirmed by the party"), default=False, editable=False
    )
    confirmed_by = author(_("confirmed by"))
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    withdrawn_on = models.DateField(_("taken back on"), null=True, editable=False)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["party", "-stated_on", "-pk"]
        verbose_name = _("statement of a party")
        verbose_name_plural = _("statements of parties")
        constraints = [
            models.CheckConstraint(
                name="statement_kind_is_known", condition=Q(kind__in=StatementKind.values)
            ),
            models.CheckConstraint(
                name="statement_says_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down what the party says."),
            ),
            models.CheckConstraint(
                name="statement_confirmed_is_its_own",
                condition=Q(confirmed_on=None, confirmed_by=None)
                | Q(confirmed_on__isnull=False, is_on_behalf=False),
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "statement_of_one_collaboration", guards.of_party("party_id"), guards.of_meeting()
            ),
            guards.not_of_who_acknowledged_it("statement_not_of_who_acknowledged_it"),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return place_of("statement", self, self.party.collaboration_id)

    @property
    def is_withdrawn(self):
        return self.withdrawn_on is not None


@tracked
class Acknowledgement(Timestamped, SampleMarked):
    """Another party says that it has understood a statement: not that it agrees."""

    statement = models.ForeignKey(
        InterestStatement, on_delete=models.PROTECT, related_name="acknowledgements"
    )
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="acknowledgements", verbose_name=_("party")
    )
    noted_on = models.DateField(_("noted on"))
    noted_by = author(_("noted by"))
    note = models.TextField(_("note"), blank=True)

    objects = OfStatementQuerySet.as_manager()

    class Meta:
        ordering = ["statement", "noted_on", "pk"]
        verbose_name = _("acknowledgement")
        verbose_name_plural = _("acknowledgements")
        constraints = [
            models.UniqueConstraint(
                fields=["statement", "party"],
                name="acknowledgement_once",
                violation_error_message=_("This party has said so already."),
            ),
        ]
        triggers = [
            guards.by_another_party("acknowledgement_by_another_party"),
            guards.of_one_collaboration(
                "acknowledgement_of_one_collaboration",
                guards.of_party("party_id"),
                "(SELECT p.collaboration_id FROM agreements_intereststatement AS s"
                " JOIN agreements_party AS p ON p.id = s.party_id WHERE s.id = NEW.statement_id)",
            ),
        ]

    def __str__(self):
        return str(self.party)


@tracked
class Question(StaysInside, Timestamped, SampleMarked, Versioned):
    """What nobody knows for sure yet; it stays open until a joint finding answers it."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="questions"
    )
    text = models.TextField(_("question"))
    raised_by = models.ForeignKey(
        Party, on_delete=models.PROTECT, related_name="questions", verbose_name=_("raised by")
    )
    meeting = heard_in("questions")
    agenda_item = models.ForeignKey(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions_raised",
        verbose_name=_("agenda item"),
    )
    raised_on = models.DateField(_("raised on"))
    recorded_by = author(_("recorded by"))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=QuestionState,
        default=QuestionState.OPEN,
        editable=False,
    )
    closed_on = models.DateField(_("closed on"), null=True, editable=False)
    drop_reason = models.TextField(_("why it was dropped"), blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["raised_on", "pk"]
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(
                name="question_state_is_known", condition=Q(state__in=QuestionState.values)
            ),
            models.CheckConstraint(
                name="question_asks_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down the question."),
            ),
            models.CheckConstraint(
                name="question_closed_has_a_date",
                condition=Q(state=QuestionState.OPEN, closed_on=None)
                | (~Q(state=QuestionState.OPEN) & Q(closed_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="question_dropped_has_a_reason",
                condition=(Q(state=QuestionState.DROPPED) & ~Q(drop_reason=""))
                | (~Q(state=QuestionState.DROPPED) & Q(drop_reason="")),
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "question_of_one_collaboration",
                "NEW.collaboration_id",
                guards.of_party("raised_by_id"),
                guards.of_meeting(),
                guards.of_topic("agenda_item_id"),
            )
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return place_of("question", self, self.collaboration_id)


@tracked
class JointFinding(StaysInside, Timestamped, SampleMarked, Versioned):
    """What at least two parties found out together; it closes the question it answers."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="findings"
    )
    question = models.ForeignKey(
        Question,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="findings",
        verbose_name=_("question"),
    )
    text = models.TextField(_("finding"))
    found_on = models.DateField(_("found on"))
    meeting = heard_in("findings")
    source_note = models.CharField(_("source"), max_length=200, blank=True)
    recorded_by = author(_("recorded by"))

    objects = JointFindingQuerySet.as_manager()

    class Meta:
        ordering = ["-found_on", "-pk"]
        verbose_name = _("joint finding")
        verbose_name_plural = _("joint findings")
        constraints = [
            models.CheckConstraint(
                name="finding_says_something",
                condition=~Q(text=""),
                violation_error_code="text",
                violation_error_message=_("Write down what was found."),
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "finding_of_one_collaboration",
                "NEW.collaboration_id",
                "(SELECT collaboration_id FROM agreements_question WHERE id = NEW.question_id)",
                guards.of_meeting(),
            ),
            guards.two_contributors(
                "finding_has_two_contributors", finding="NEW.id", operation=pgtrigger.Insert
            ),
        ]

    def __str__(self):
        return self.text

    def get_absolute_url(self):
        return place_of("finding", self, self.collaboration_id)


@tracked
class FindingContribution(SampleMarked):
    """What one party brought to a joint finding."""

    finding = models.ForeignKey(
        JointFinding, on_delete=models.CASCADE, related_name="contributions"
    )
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        related_name="finding_contributions",
        verbose_name=_("party"),
    )
    note = models.TextField(_("what it brought"), blank=True)

    objects = OfFindingQuerySet.as_manager()

    class Meta:
        ordering = ["finding", "party__organization__name", "pk"]
        verbose_name = _("contribution to a finding")
        verbose_name_plural = _("contributions to findings")
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "party"],
                name="finding_contribution_once",
                violation_error_message=_("This party is among the contributors already."),
            ),
        ]
        triggers = [
            guards.of_one_collaboration(
                "contribution_of_one_collaboration",
                guards.of_party("party_id"),
                "(SELECT collaboration_id FROM agreements_jointfinding WHERE id = NEW.finding_id)",
            ),
            guards.two_contributors(
                "finding_has_two_contributors",
                finding="OLD.finding_id",
                operation=pgtrigger.Update | pgtrigger.Delete,
            ),
        ]

    def __str__(self):
        return str(self.party)


@tracked
class DiscoveryChange(ChangeRow):
    """One line of the history of what a collaboration found out about itself."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="discovery_changes"
    )
    event = models.CharField(_("what happened"), max_length=30, choices=DiscoveryEvent)
    subject = models.TextField(_("about"), blank=True)

    objects = DiscoveryChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the history of discovery")
        verbose_name_plural = _("lines of the history of discovery")
        constraints = [
            models.CheckConstraint(
                name="discovery_change_event_is_known",
                condition=Q(event__in=DiscoveryEvent.values),
            ),
        ]
