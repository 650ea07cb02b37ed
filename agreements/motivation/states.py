"""The life of a wave of the pulse: written, answered, counted, shown."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class WaveState(TextChoices):
    DRAFT = "draft", pgettext_lazy("pulse", "Being prepared")
    OPEN = "open", pgettext_lazy("pulse", "Open for answers")
    CLOSED = "closed", pgettext_lazy("pulse", "Closed, not published yet")
    PUBLISHED = "published", pgettext_lazy("pulse", "Published")


WAVE_MOVES = {
    WaveState.DRAFT: frozenset({WaveState.OPEN}),
    WaveState.OPEN: frozenset({WaveState.CLOSED}),
    WaveState.CLOSED: frozenset({WaveState.PUBLISHED}),
}
OVER = (WaveState.CLOSED, WaveState.PUBLISHED)
