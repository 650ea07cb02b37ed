"""What a state or a driver means, in a sentence for the page."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.kinds import ContextKind, Degree, DriverKind
from agreements.charter.states import CollaborationState

STATE_NOTES = {
    CollaborationState.EXPLORING: _(
        "Somebody sees a reason to work together. Parties and drivers are being looked for."
    ),
    CollaborationState.CONVENING: _(
        "The parties are being brought together. It becomes active with at least one driver and "
        "two active parties."
    ),
    CollaborationState.ACTIVE: _("The parties meet, decide and promise."),
    CollaborationState.DORMANT: _(
        "It rests on purpose. Nothing is lost, and it can be taken up again."
    ),
    CollaborationState.CLOSED: _("It has ended. Everything stays readable; nothing is added."),
}
DRIVER_NOTES = {
    DriverKind.LEADERSHIP: _("Somebody able and willing to start it and to carry the cost."),
    DriverKind.INCENTIVE: _("A problem, need, crisis, mandate or fund: not acting has a price."),
    DriverKind.INTERDEPENDENCE: _("No party can do it alone."),
    DriverKind.UNCERTAINTY: _("Something nobody knows alone, and shared information would show."),
}
CONTEXT_NOTES = {
    ContextKind.RESOURCE: _("The state of what is to be improved, and of the means for it."),
    ContextKind.POLICY_LEGAL: _("Laws, rules and procedures that allow or restrict it."),
    ContextKind.PRIOR_FAILURE: _("What was tried before by the usual ways and did not work."),
    ContextKind.POWER: _("Who can decide, pay or block; how unequal the parties are."),
    ContextKind.CONNECTEDNESS: _("How the parties were linked before they began."),
    ContextKind.CONFLICT: _("Old disputes, and how much the parties trusted each other."),
    ContextKind.SOCIOECONOMIC: _("Wealth, culture and diversity of the place."),
}

INTEREST_NOTES = {
    Degree.HIGH: _("its work or its life depends on it"),
    Degree.MEDIUM: _("it is touched in part"),
    Degree.LOW: _("it is hardly touched"),
}
INFLUENCE_NOTES = {
    Degree.HIGH: _("it can make it happen or stop it"),
    Degree.MEDIUM: _("it can help or hinder"),
    Degree.LOW: _("it can hardly change it"),
}
