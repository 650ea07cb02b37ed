"""What the kinds of discovery mean, in a few words each, for forms and empty places."""

from django.utils.translation import gettext_lazy as _

from agreements.engagement.discovery_kinds import AssessmentSection, StatementKind

STATEMENT_NOTES = {
    StatementKind.INTEREST: _("what the party wants to reach or protect"),
    StatementKind.CONCERN: _("what worries it"),
    StatementKind.LIMIT: _("what it cannot do or give"),
    StatementKind.READINESS: _("what it is ready to do"),
}
SECTION_NOTES = {
    AssessmentSection.PROBLEMS: _(
        "What stands in the way, what opens up, and for whom: before anybody proposes anything."
    ),
    AssessmentSection.PLANNING: _(
        "What could be done together, in which order, and what each party would bring."
    ),
    AssessmentSection.INFLUENCE: _(
        "Who decides what none of the parties decides alone, and how they might be won over."
    ),
}
