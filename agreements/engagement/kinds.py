"""Words of principled engagement: kinds of meeting, phases, kinds of decision."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    PLENARY = "plenary", _("Plenary meeting")
    WORKING = "working", _("Working meeting")
    VISIT = "visit", _("Working or courtesy visit")
    FGD = "fgd", _("Focus group")
    SUPERVISION = "supervision", _("Supervision")
    MONEV = "monev", _("Monitoring and evaluation")
    APEL = "apel", _("Roll call (apel)")
    WORKSHOP = "workshop", _("Workshop")


class MeetingMode(TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("Hybrid")


class Phase(TextChoices):
    """What an agenda item was for: the four D's of principled engagement (Emerson 2012)."""

    DISCOVERY = "discovery", _("Discovery")
    DEFINITION = "definition", _("Definition")
    DELIBERATION = "deliberation", _("Deliberation")
    DETERMINATION = "determination", _("Determination")
    OTHER = "other", _("Other")


class AttendanceLevel(TextChoices):
    DECISION_MAKER = "decision_maker", _("Decision-maker")
    DELEGATE = "delegate", _("Delegate")
    STAFF = "staff", _("Staff member")


class Answer(TextChoices):
    """What somebody says to an invitation; nothing said is silence, not a no."""

    YES = "yes", _("Will come")
    NO = "no", _("Will not come")
    MAYBE = "maybe", _("Perhaps")


class DecisionKind(TextChoices):
    PROCEDURAL = "procedural", _("Procedural (how we work)")
    SUBSTANTIVE = "substantive", _("Substantive (what we do)")


class DecisionRule(TextChoices):
    CONSENSUS = "consensus", _("Consensus")
    MAJORITY = "majority", _("Majority")
    CHAIR = "chair", _("Decision of the chair")
    MANDATE = "mandate", _("By mandate")


class MeetingEvent(TextChoices):
    """What a line of a meeting's history tells beside its states."""

    MINUTES_CONFIRMED = "minutes_confirmed", _("Minutes confirmed")
    CORRECTION_ASKED = "correction_asked", _("Correction of the minutes asked for")
    MINUTES_OBJECTED = "minutes_objected", _("Objection to the minutes")
    ANSWER_CONFIRMED = "answer_confirmed", _("Answer on the minutes confirmed by the party")
    ANSWER_REPLIED = "answer_replied", _("Reply to an answer on the minutes")
    REPLY_ACCEPTED = "reply_accepted", _("Reply accepted by the party")
    REPLY_NOT_ACCEPTED = "reply_not_accepted", _("The party keeps to what it said")
    SHARED_AGAIN = "shared_again", _("Minutes shared again")
    CORRECTION_BEGUN = "correction_begun", _("Correction of adopted minutes begun")
    WILL_COME = "will_come", _("Invitation answered, will come")
    WILL_NOT_COME = "will_not_come", _("Invitation answered, will not come")
    MAY_COME = "may_come", _("Invitation answered, perhaps")


# How the history tells what was answered; an answer changes nothing of what the meeting says.
ANSWERED = {
    Answer.YES: MeetingEvent.WILL_COME,
    Answer.NO: MeetingEvent.WILL_NOT_COME,
    Answer.MAYBE: MeetingEvent.MAY_COME,
}


class Word(TextChoices):
    """What a party that was present says to the minutes; silence is no agreement."""

    SILENT = "silent", _("Not answered yet")
    CONFIRM = "confirm", _("Confirms the minutes")
    CORRECT = "correct", _("Asks for a correction")
    OBJECT = "object", _("Objects to the minutes")


REPLIED = (Word.CORRECT, Word.OBJECT)


class ReplyOutcome(TextChoices):
    """What a party says to the reply that it got."""

    OPEN = "", _("Not said yet")
    ACCEPTED = "accepted", _("Accepts the reply")
    KEPT = "kept", _("Keeps to what it said")


class DefinitionEvent(TextChoices):
    """What a line of the history of a problem definition tells."""

    DRAFTED = "drafted", _("Draft begun")
    EDITED = "edited", _("Text edited")
    MOVED = "moved", _("State changed")
    POSITION_STATED = "position_stated", _("Position stated")
    POSITION_CONFIRMED = "position_confirmed", _("Position confirmed by the party")
