"""Words of discovery: what parties state, ask, propose and find; which state follows which."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StatementKind(TextChoices):
    """What a party lets the others know about itself."""

    INTEREST = "interest", pgettext_lazy("statement", "Interest")
    CONCERN = "concern", _("Concern")
    LIMIT = "limit", pgettext_lazy("statement", "Limit")
    READINESS = "readiness", _("Readiness")


class QuestionState(TextChoices):
    OPEN = "open", pgettext_lazy("question", "Open")
    CLOSED = "closed", pgettext_lazy("question", "Answered together")
    DROPPED = "dropped", pgettext_lazy("question", "Dropped")


class ProposalKind(TextChoices):
    PLANNING_CONCEPT = "planning_concept", _("Planning concept")
    IDEA = "idea", _("Idea")
    OPPORTUNITY = "opportunity", _("Opportunity")


class ProposalState(TextChoices):
    SUBMITTED = "submitted", pgettext_lazy("proposal", "Submitted")
    ACCEPTED = "accepted", pgettext_lazy("proposal", "Accepted")
    RETURNED = "returned", pgettext_lazy("proposal", "Returned")
    WITHDRAWN = "withdrawn", pgettext_lazy("proposal", "Withdrawn")


ANSWERED = (ProposalState.ACCEPTED, ProposalState.RETURNED)
PROPOSAL_MOVES = {
    ProposalState.SUBMITTED: frozenset({*ANSWERED, ProposalState.WITHDRAWN}),
    ProposalState.RETURNED: frozenset({ProposalState.SUBMITTED, ProposalState.WITHDRAWN}),
}


class AssessmentState(TextChoices):
    OPEN = "open", pgettext_lazy("assessment", "Open")
    CLOSED = "closed", pgettext_lazy("assessment", "Closed")


class AssessmentSection(TextChoices):
    """The three stages of a collaborative assessment after Ratner (2012), in our own words.

    Look at problems and opportunities, see what could be done together, and think about how the
    actors who decide may be moved.
    """

    PROBLEMS = "problems", _("Problems and opportunities")
    PLANNING = "planning", _("Planning joint action")
    INFLUENCE = "influence", _("Strategies to influence")


class DiscoveryEvent(TextChoices):
    """What a line of the history of discovery tells; its `subject` says about whom or what."""

    STATEMENT_MADE = "statement_made", _("Statement recorded")
    STATEMENT_CORRECTED = "statement_corrected", _("Statement corrected")
    STATEMENT_CONFIRMED = "statement_confirmed", _("Statement confirmed by the party")
    STATEMENT_WITHDRAWN = "statement_withdrawn", _("Statement taken back")
    ACKNOWLEDGED = "acknowledged", _("Statement understood by another party")
    QUESTION_RAISED = "question_raised", _("Question raised")
    QUESTION_EDITED = "question_edited", _("Question edited")
    QUESTION_DROPPED = "question_dropped", _("Question dropped")
    QUESTION_REOPENED = "question_reopened", _("Question opened again")
    QUESTION_CLOSED = "question_closed", _("Question closed by a finding")
    FINDING_MADE = "finding_made", _("Joint finding recorded")
    FINDING_EDITED = "finding_edited", _("Joint finding edited")
    CONTRIBUTION_ADDED = "contribution_added", _("Contribution to a finding added")
    CONTRIBUTION_REMOVED = "contribution_removed", _("Contribution to a finding removed")
    ASSESSMENT_BEGUN = "assessment_begun", _("Assessment begun")
    ASSESSMENT_CLOSED = "assessment_closed", _("Assessment closed")
    ASSESSMENT_REOPENED = "assessment_reopened", _("Assessment opened again")
    ENTRY_ADDED = "entry_added", _("Entry of an assessment added")
    ENTRY_EDITED = "entry_edited", _("Entry of an assessment edited")
    ENTRY_REMOVED = "entry_removed", _("Entry of an assessment removed")
    ENTRY_TURNED = "entry_turned", _("Entry of an assessment became a record")
