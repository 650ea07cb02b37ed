"""Decisions, options and positions in the world of the matrix."""

from agreements.models import Decision, Option, Position
from tests.factories.deliberation import OptionFactory, PositionFactory, PutForwardFactory


def keep_deliberation(world, sides, topics):
    """On each topic a decision under deliberation, to which the side's party objects."""
    decisions = [
        PutForwardFactory(meeting=topic.meeting, agenda_item=topic, state="proposed")
        for topic in topics
    ]
    world.keep(Decision, *decisions)
    options = (
        OptionFactory(agenda_item=topic, proposed_by=side.party)
        for topic, side in zip(topics, sides, strict=True)
    )
    world.keep(Option, *options)
    positions = (
        PositionFactory(decision=decision, party=side.party, objects=True)
        for decision, side in zip(decisions, sides, strict=True)
    )
    world.keep(Position, *positions)
