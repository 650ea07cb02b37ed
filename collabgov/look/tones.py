"""Which tone and icon goes with a state; the word is always the state's own label."""

NEUTRAL, INFO, GOOD, FULL_GOOD, WARN, BAD, SOFT_BAD, PLAIN = (
    "neutral",
    "info",
    "good",
    "full-good",
    "warn",
    "bad",
    "soft-bad",
    "plain",
)
TONES = frozenset({NEUTRAL, INFO, GOOD, FULL_GOOD, WARN, BAD, SOFT_BAD, PLAIN})
DEFAULT = (NEUTRAL, "circle")
STATES = {
    # commitments
    "proposed": (PLAIN, "hourglass-split"),
    "accepted": (INFO, "check-lg"),
    "declined": (SOFT_BAD, "x-circle"),
    "under_way": (INFO, "circle-half"),
    "reported_done": (WARN, "send"),
    "confirmed": (GOOD, "check-circle-fill"),
    "not_kept": (SOFT_BAD, "x-circle"),
    "cancelled": (NEUTRAL, "slash-circle"),
    # meetings
    "planned": (PLAIN, "calendar-event"),
    "held": (INFO, "check-lg"),
    "minutes_shared": (INFO, "send"),
    "minutes_adopted": (GOOD, "check-circle-fill"),
    # decisions
    "under_deliberation": (PLAIN, "chat-square-text"),
    "decided": (INFO, "check-lg"),
    "in_effect": (GOOD, "check-circle-fill"),
    "amended": (NEUTRAL, "pencil"),
    "revoked": (NEUTRAL, "slash-circle"),
    "withdrawn": (NEUTRAL, "slash-circle"),
    # assistance; "draft", "submitted", "accepted" and "withdrawn" stand elsewhere
    "partly": (INFO, "circle-half"),
    "refused": (SOFT_BAD, "x-circle"),
    "delivering": (INFO, "circle-half"),
    "completed": (GOOD, "check-circle-fill"),
    "unfulfilled": (SOFT_BAD, "x-circle"),
    # collaborations, parties, cycles
    "read": (WARN, "hourglass-split"),
    "applied": (GOOD, "check-circle-fill"),
    "undone": (NEUTRAL, "arrow-repeat"),
    "discarded": (NEUTRAL, "trash"),
    "exploring": (PLAIN, "search"),
    "convening": (PLAIN, "people"),
    "active": (GOOD, "check-circle-fill"),
    "dormant": (WARN, "pause-circle"),
    "closed": (NEUTRAL, "slash-circle"),
    "prospect": (PLAIN, "circle"),
    "invited": (PLAIN, "envelope"),
    "paused": (WARN, "pause-circle"),
    "left": (NEUTRAL, "box-arrow-right"),
    "planning": (PLAIN, "pencil"),
    "running": (INFO, "circle-half"),
    "evaluating": (INFO, "clipboard-check"),
    # invitations; "accepted" and "revoked" stand above
    "waiting": (PLAIN, "hourglass-split"),
    "not_sent": (WARN, "exclamation-circle"),
    "expired": (NEUTRAL, "clock-history"),
    # theories of change, goals and positions on them; "proposed" and "closed" stand above
    "for_consent": (WARN, "hourglass-split"),
    "agreed": (GOOD, "check-circle-fill"),
    "superseded": (NEUTRAL, "clock-history"),
    "dropped": (NEUTRAL, "slash-circle"),
    "support": (GOOD, "check-circle-fill"),
    "accept": (INFO, "check-lg"),
    "stand_aside": (NEUTRAL, "dash-circle"),
    "object": (BAD, "x-circle"),
    "not_stated": (PLAIN, "hourglass-split"),
    # agreements and their amendments; "withdrawn" stands above
    "draft": (PLAIN, "pencil"),
    "review": (PLAIN, "search"),
    "negotiation": (PLAIN, "chat-square-text"),
    "legislature": (PLAIN, "building"),
    "ready_to_sign": (INFO, "pencil"),
    "partly_signed": (INFO, "circle-half"),
    "in_force": (GOOD, "check-circle-fill"),
    "suspended": (WARN, "pause-circle"),
    "ended": (NEUTRAL, "slash-circle"),
    "terminated": (SOFT_BAD, "x-circle"),
    "abandoned": (NEUTRAL, "slash-circle"),
    "signing": (INFO, "circle-half"),
    "merged": (GOOD, "check-circle-fill"),
    "lapsed": (NEUTRAL, "clock-history"),
    # values of indicators, and how they stand
    "submitted": (WARN, "hourglass-split"),
    "verified": (GOOD, "check-circle-fill"),
    "returned": (SOFT_BAD, "arrow-repeat"),
    "disputed": (SOFT_BAD, "exclamation-circle"),
    "open": (WARN, "exclamation-circle"),
    "resolved": (GOOD, "check-lg"),
    "ahead": (FULL_GOOD, "arrow-up-right"),
    "on_track": (GOOD, "check-lg"),
    "behind": (WARN, "clock"),
    "reverse": (BAD, "exclamation-circle"),
    "late": (BAD, "clock"),
    "due": (INFO, "calendar-event"),
    "given": (GOOD, "check-lg"),
    "given_late": (NEUTRAL, "check-lg"),
    # the six criteria; "not_enough_data" stands below
    "met": (GOOD, "check-circle-fill"),
    "not_met": (PLAIN, "circle"),
    "not_asked": (NEUTRAL, "dash-circle"),
    # pledges and deliveries; "accepted", "declined", "confirmed" and more stand above
    "offered": (PLAIN, "hourglass-split"),
    "delivered": (INFO, "check-lg"),
    "scheduled": (PLAIN, "calendar-event"),
    # rules, guidelines and knowledge; "proposed", "review", "revoked" and more stand above
    "adopted": (GOOD, "check-circle-fill"),
    "replaced": (NEUTRAL, "clock-history"),
    "drafting": (PLAIN, "pencil"),
    "issued": (GOOD, "check-circle-fill"),
    "shared": (GOOD, "check-lg"),
    "retired": (NEUTRAL, "slash-circle"),
    # service requests; the states of a joint service stand above
    "received": (PLAIN, "inbox"),
    "in_work": (INFO, "circle-half"),
    "done": (GOOD, "check-circle-fill"),
    "turned_down": (SOFT_BAD, "x-circle"),
    # elements of the framework
    "not_started": (PLAIN, "circle"),
    "not_enough_data": (NEUTRAL, "hourglass-split"),
    "needs_attention": (BAD, "exclamation-circle"),
    "developing": (GOOD, "circle-half"),
    "established": (FULL_GOOD, "check-circle-fill"),
}


def tone_of(state):
    """Return (tone, icon) of a state's value; a state nobody styled is neutral."""
    return STATES.get(str(state), DEFAULT)
