"""An organization's assessment of its own culture: prepared, and who of its people is asked.

All else is the pulse's: it is opened, answered, counted and published by the same verbs.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row
from agreements.motivation.candidates import people_of
from agreements.motivation.days import require_days
from agreements.motivation.kinds import PulseEvent
from agreements.motivation.models import PulseWave
from agreements.motivation.transitions.items import CULTURE, current_version
from agreements.motivation.transitions.waves import ask_these, held_draft, log
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked
from collabgov.kit.once import made_a_moment_ago


@transaction.atomic
def draft_assessment(*, organization, by, title, opens_on, closes_on, is_sample=False, today=None):
    """A new assessment that nobody is asked in yet; sent twice, it makes one.

    Refused for an organization that is out of use, and where the year has one already.
    """
    fresh = lock_row(organization)
    if not fresh.is_active:
        raise Refused(_("This organization is no longer in use: nobody is asked there any more."))
    today = today or timezone.localdate()
    require_days(opens_on=opens_on, closes_on=closes_on, today=today)
    said = {
        "organization": fresh,
        "title": title.strip(),
        "opens_on": opens_on,
        "closes_on": closes_on,
    }
    if twin := made_a_moment_ago(PulseWave.objects, when="created_at", **said):
        return twin
    wave = PulseWave(item_version=current_version(CULTURE), is_sample=is_sample, **said)
    save_checked(wave)
    log(wave, PulseEvent.DRAFTED, by=by, came_from="")
    return wave


@transaction.atomic
def choose_staff(*, wave, by, people, unnamed=0):
    """Ask these of the organization's people, and so many more by links on paper; nobody else."""
    fresh = held_draft(wave)
    known = {person.pk for person in people_of(fresh.organization)}
    strangers = [str(person) for person in people if person.pk not in known]
    if strangers:
        raise Refused(
            _("Only people of the organization are asked, and not: %(names)s.")
            % {"names": ", ".join(sorted(strangers))}
        )
    ask_these(fresh, {None: (people, unnamed)}, by=by)
    return fresh
