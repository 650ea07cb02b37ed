"""The decision typed under a topic of the meeting form: decided there and then."""

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from agreements.engagement.models import Decision
from agreements.engagement.states import SETTLED, STANDING, DecisionState
from collabgov.kit.errors import Refused

CHANGED = tuple(state for state in SETTLED if state not in STANDING)


def typed_decision(item):
    """The one that the form shows: the first that was not put forward for deliberation."""
    if item.pk is None:
        return None
    return item.decisions.filter(was_put_forward=False).order_by("pk").first()


def write_typed(item, line):
    """Others of the same topic stay as they are."""
    decision = typed_decision(item)
    if not line.decision:
        drop_decisions([decision] if decision else [])
        return None
    decision = decision or Decision(
        meeting=item.meeting,
        agenda_item=item,
        state=DecisionState.DECIDED,
        is_sample=item.is_sample,
    )
    _require_same_words(decision, line)
    if decision.kind != line.decision_kind:
        decision.settles = []
    decision.text, decision.kind = line.decision, line.decision_kind
    if decision.state in SETTLED:
        _settle(decision)
    decision.save()
    return decision


def _require_same_words(decision, line):
    """What the parties have said, or a later decision has changed, was these words."""
    if not decision.pk or decision.text == line.decision:
        return
    if decision.state in CHANGED:
        raise Refused(
            _("A later decision changed “%(decision)s”, so its words stay.")
            % {"decision": decision.text}
        )
    if decision.positions.exists():
        raise Refused(
            _("The parties have said where they stand on “%(decision)s”, so its words stay.")
            % {"decision": decision.text}
        )


def _settle(decision):
    """It is decided on the day of its meeting."""
    day = decision.meeting.held_on
    if decision.decided_in_id is None:
        decision.decided_on = day
    later = [each for each in (decision.effective_on, decision.reviewed_on) if each]
    if later and min(later) < decision.decided_on:
        raise Refused(
            _("“%(decision)s” took effect before that day, so the meeting was not later.")
            % {"decision": decision.text}
        )


def drop_decisions(decisions):
    """Take decisions off a topic, unless something came of them or parties spoke about them."""
    for decision in decisions:
        if decision.commitments.exists():
            raise Refused(
                _("“%(decision)s” has commitments, so the decision stays.")
                % {"decision": decision.text}
            )
        if decision.changes.exists() or decision.positions.exists():
            raise Refused(
                _("“%(decision)s” has been deliberated, so the decision stays.")
                % {"decision": decision.text}
            )
        try:
            decision.delete()
        except ProtectedError as error:
            raise Refused(
                _("Something rests on “%(decision)s”, so the decision stays.")
                % {"decision": decision.text}
            ) from error


def require_nothing_on_it(item):
    """A topic whose options were weighed stays, and so does one on which a question was raised.

    The question would go on without it, and nobody would know any more that it was confidential.
    """
    if item.options.exists():
        raise Refused(_("“%(topic)s” has options, so the topic stays.") % {"topic": item.topic})
    if item.questions_raised.exists():
        sentence = _("A question was raised on “%(topic)s”, so the topic stays.")
        raise Refused(sentence % {"topic": item.topic})
