"""Builds decisions: those typed in a meeting, and those that were deliberated before."""

from datetime import timedelta

from actors.accounts.models import User
from agreements.engagement import transitions
from agreements.engagement.states import SETTLED
from agreements.models import Decision, Option, Party


def build_decisions(gathering, meeting, scene):
    """A topic of the form has one decision; the first plenary took three on one topic."""
    items = meeting.agenda_items.order_by("position")
    for topic, item in zip(gathering.topics, items, strict=True):
        for ruling in topic.rulings:
            make = _deliberated if ruling.deliberation else _typed
            decision = make(ruling, item, scene)
            Decision.objects.filter(pk=decision.pk).update(source_note=ruling.source)
            scene.rulings[ruling.key] = decision


def _typed(ruling, item, scene):
    is_settled = ruling.state in SETTLED
    return Decision.objects.create(
        meeting=item.meeting,
        agenda_item=item,
        kind=ruling.kind,
        rule=ruling.rule,
        text=ruling.text,
        state=ruling.state,
        settles=list(ruling.settles),
        decided_on=item.meeting.held_on if is_settled else None,
        is_sample=True,
    )


def _deliberated(ruling, item, scene):
    """Put forward on the day of the meeting, said and answered, and decided if it was."""
    day, by = item.meeting.held_on, scene.coordinator
    said = ruling.deliberation
    decision = transitions.put_forward(
        agenda_item=item,
        by=by,
        text=ruling.text,
        kind=ruling.kind,
        rule=ruling.rule,
        settles=ruling.settles,
        is_sample=True,
        on=day,
    )
    for choice in said.choices:
        _weigh(choice, item, scene)
    decision = transitions.begin_deliberation(decision=decision, by=by, on=day)
    for stand in said.stands:
        _say(stand, decision, scene)
    if ruling.state in SETTLED:
        chosen = Option.objects.filter(agenda_item=item, title=said.chosen).first()
        review_on = scene.calendar.day(said.review_on) if said.review_on else None
        decision = transitions.decide(
            decision=decision,
            by=by,
            on=day,
            option=chosen,
            effective_on=day,
            review_on=review_on,
        )
    return decision


def _weigh(choice, item, scene):
    transitions.add_option(
        agenda_item=item,
        by=scene.coordinator,
        title=choice.title,
        pros=choice.pros,
        cons=choice.cons,
        cost=choice.cost,
        cost_note=choice.cost_note,
        proposed_by=_party(choice.body, item, scene) if choice.body else None,
        is_sample=True,
    )


def _say(stand, decision, scene):
    """By who speaks for the party, where somebody with an account does; else on its behalf."""
    party = _party(stand.body, decision.agenda_item, scene)
    speaker = User.objects.filter(person__represents__party=party).order_by("pk").first()
    day = decision.meeting.held_on + timedelta(days=stand.after)
    row = transitions.state_decision_position(
        decision=decision,
        party=party,
        by=speaker or scene.coordinator,
        stance=stand.stance,
        reason=stand.reason,
        on=day,
    )
    if stand.answer:
        transitions.answer_objection(
            position=row, by=scene.coordinator, text=stand.answer, on=day, is_sample=True
        )


def _party(body, item, scene):
    return Party.objects.get(
        collaboration=item.meeting.collaboration_id, organization=scene.organizations[body]
    )
