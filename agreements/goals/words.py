"""Sentences that explain the words of shared goals, for forms and empty places."""

from django.utils.translation import gettext_lazy as _

from agreements.goals.kinds import Direction, IndicatorLevel, ResultKind

RESULT_NOTES = {
    ResultKind.ACTION: _("what the parties do together"),
    ResultKind.OUTPUT: _("what comes out of it directly: served, built, trained"),
    ResultKind.OUTCOME: _("what changes for people because of it"),
    ResultKind.IMPACT: _("what changes in the end and for long"),
}
LEVEL_NOTES = {
    IndicatorLevel.OUTPUT: _("what was done or delivered, such as children served"),
    IndicatorLevel.OUTCOME: _("what changed for people, such as children out of stunting"),
    IndicatorLevel.ADAPTATION: _("what the parties changed in themselves, such as budgets moved"),
}
DIRECTION_NOTES = {
    Direction.UP: _("the target lies above the baseline"),
    Direction.DOWN: _("the target lies below the baseline"),
    Direction.RANGE: _("a lower and an upper bound"),
}
