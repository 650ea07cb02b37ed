"""What is told of an organization's culture: its latest figures first, its years below."""

from agreements.motivation.models import PulseResult, PulseWave
from agreements.motivation.results_page import results_of
from agreements.motivation.states import WaveState


def culture_of(organization, user):
    """The assessments that the reader sees, and what the latest published one found."""
    rows = PulseWave.objects.visible_to(user).filter(organization=organization)
    waves = list(rows.select_related("organization").for_list())
    shown = next((wave for wave in waves if wave.state == WaveState.PUBLISHED), None)
    return {"waves": waves, "wave": shown, **(results_of(shown) if shown else {})}


def latest_of(organization):
    """The newest published result of an organization, withheld or not; or None."""
    rows = PulseResult.objects.filter(
        wave__organization=organization, wave__state=WaveState.PUBLISHED, item=None
    )
    return rows.select_related("wave").order_by("-wave__opens_on", "-pk").first()
