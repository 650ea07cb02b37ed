"""The lives and kinds of ground rules, guidelines, knowledge and trainings, on one page.

Late is computed, never stored.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CoreValue(TextChoices):
    """The seven core values of Indonesian officials (BerAKHLAK), a template for ground rules."""

    SERVICE = "service", _("Service orientation")
    ACCOUNTABLE = "accountable", _("Accountability")
    COMPETENT = "competent", _("Competence")
    HARMONIOUS = "harmonious", _("Harmony")
    LOYAL = "loyal", _("Loyalty")
    ADAPTIVE = "adaptive", _("Adaptability")
    COLLABORATIVE = "collaborative", _("Collaboration")


class GroundRuleState(TextChoices):
    PROPOSED = "proposed", pgettext_lazy("ground rule", "Proposed")
    ADOPTED = "adopted", pgettext_lazy("ground rule", "Adopted")
    REPLACED = "replaced", pgettext_lazy("ground rule", "Replaced")
    WITHDRAWN = "withdrawn", pgettext_lazy("ground rule", "Withdrawn")


class GuidelineKind(TextChoices):
    JUKLAK = "juklak", _("Implementation guideline (juklak)")
    JUKNIS = "juknis", _("Technical guideline (juknis)")
    SOP = "sop", _("Standard operating procedure (SOP)")
    NSPK = "nspk", _("Norms, standards, procedures and criteria (NSPK)")


class GuidelineState(TextChoices):
    DRAFTING = "drafting", _("Being drafted")
    REVIEW = "review", pgettext_lazy("guideline", "Under review")
    ISSUED = "issued", pgettext_lazy("guideline", "Issued")
    REVOKED = "revoked", pgettext_lazy("guideline", "Revoked")


class KnowledgeKind(TextChoices):
    DATASET = "dataset", _("Dataset")
    STUDY = "study", _("Study")
    MAP = "map", _("Map")
    GUIDELINE = "guideline", _("Guideline")
    LESSON = "lesson", _("Lesson")


class KnowledgeAccess(TextChoices):
    """Who may have it; what everybody here may open is not for sharing on request only."""

    OPEN = "open", _("Open to everybody")
    PARTIES = "parties", _("For the parties of this collaboration")
    REQUEST = "request", _("On request to whoever keeps it")


class KnowledgeState(TextChoices):
    SHARED = "shared", _("Shared")
    RETIRED = "retired", _("No longer kept up")


class KnowledgeEvent(TextChoices):
    """What a line of an asset's history tells."""

    MOVED = "moved", _("State changed")
    EDITED = "edited", _("Text edited")
    USED = "used", _("Use recorded")
    USE_REMOVED = "use_removed", _("Use taken out")


class TrainingState(TextChoices):
    PLANNED = "planned", pgettext_lazy("training", "Planned")
    HELD = "held", pgettext_lazy("training", "Held")
    CANCELLED = "cancelled", pgettext_lazy("training", "Cancelled")


def told_of_a_stay(change):
    """What a line says that moved nothing: of a guideline under review, its reviewer's word.

    A line of a draft has a note where it names other parties, and none where the text was edited.
    """
    if change.to_state == GuidelineState.REVIEW:
        return _("Reviewed")
    if change.to_state == GuidelineState.DRAFTING and change.note:
        return _("Other parties named")
    return _("Text edited")


R, G, K, T = GroundRuleState, GuidelineState, KnowledgeState, TrainingState
IN_THE_MAKING = (G.DRAFTING, G.REVIEW)
PUBLISHED = (G.ISSUED, G.REVOKED)

# A rule that holds ends by a decision only, as it began.
GROUND_RULE_MOVES = {
    R.PROPOSED: frozenset({R.ADOPTED, R.WITHDRAWN}),
    R.ADOPTED: frozenset({R.REPLACED, R.WITHDRAWN}),
}
GUIDELINE_MOVES = {
    G.DRAFTING: frozenset({G.REVIEW}),
    G.REVIEW: frozenset({G.DRAFTING, G.ISSUED}),
    G.ISSUED: frozenset({G.REVOKED}),
}
KNOWLEDGE_MOVES = {
    K.SHARED: frozenset({K.RETIRED}),
    K.RETIRED: frozenset({K.SHARED}),
}
TRAINING_MOVES = {T.PLANNED: frozenset({T.HELD, T.CANCELLED})}
