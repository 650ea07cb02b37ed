"""Minutes in the world of the matrix: of each side's meeting, with what its party says."""

from agreements.models import MinutesAnswer
from tests.factories.engagement import MinutesAnswerFactory, MinutesVersionFactory


def keep_minutes(world, *sides):
    """A version of each meeting; nobody has answered it yet."""
    versions = [MinutesVersionFactory(meeting=side.meeting) for side in sides]
    answers = [
        MinutesAnswerFactory(minutes=version, party=side.party)
        for version, side in zip(versions, sides, strict=True)
    ]
    world.keep(MinutesAnswer, *answers)
