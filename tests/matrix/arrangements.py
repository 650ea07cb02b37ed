"""Rules, guidelines, knowledge and trainings in the world of the matrix: of each side its own."""

from agreements.models import GroundRule, Guideline, KnowledgeAsset, KnowledgeUse, Training
from tests.factories.arrangements import (
    GroundRuleFactory,
    GuidelineFactory,
    KnowledgeAssetFactory,
    KnowledgeUseFactory,
    TrainingFactory,
)


def keep_arrangements(world, *sides):
    """What each side proposed, drafts, keeps and teaches."""
    places = [{"collaboration": side.collaboration} for side in sides]
    world.keep(GroundRule, *(GroundRuleFactory(**place) for place in places))
    owners = [side.organization for side in sides]
    pairs = list(zip(places, owners, strict=True))
    reviewers = (None, owners[0], None)  # what the partner drafts, our own party reviews
    guidelines = (
        GuidelineFactory(**place, owner=owner, reviewer=reviewer)
        for (place, owner), reviewer in zip(pairs, reviewers, strict=True)
    )
    world.keep(Guideline, *guidelines)
    assets = [KnowledgeAssetFactory(**place, custodian=owner) for place, owner in pairs]
    world.keep(KnowledgeAsset, *assets)
    world.keep(KnowledgeUse, *(KnowledgeUseFactory(asset=asset) for asset in assets))
    world.keep(Training, *(TrainingFactory(**place, giver=owner) for place, owner in pairs))
