"""Who runs a pulse, who answers it, who takes its results to a meeting.

An organization's assessment of itself is run by those who keep the register of organizations: it
belongs to no collaboration, so no coordinator has a say in it.
"""

import rules

from actors.accounts.rules import is_admin
from agreements.charter.rules import collaboration_of, coordinates, is_open, takes_part
from agreements.motivation.clock import is_answerable
from agreements.motivation.models import PulseInvitation, PulseWave


@rules.predicate
def is_asked(user, wave):
    """A person with an invitation of their own, used or not, by the account that they had then.

    A refusal is written down with the name of who was refused: so whether they have answered must
    not decide it.
    """
    if user.is_auditor or user.person_id is None or not is_answerable(wave):
        return False
    return PulseInvitation.objects.of_account(user).filter(wave=wave).exists()


@rules.predicate
def runs(user, record):
    """Who coordinates the collaboration; of an organization's own assessment, an admin."""
    if isinstance(record, PulseWave) and record.is_of_organization:
        return is_admin.test(user)
    return coordinates.test(user, record)


@rules.predicate
def takes_part_in_it(user, record):
    together = collaboration_of(record)
    return together is not None and takes_part.test(user, together) and is_open.test(user, together)


@rules.predicate
def keeps_names_out(user, record):
    """An admin; not one who runs this pulse, because they might pick which remarks are read."""
    wave = record if isinstance(record, PulseWave) else record.wave
    return is_admin.test(user) and (wave.is_of_organization or not coordinates.test(user, wave))


rules.add_perm("agreements.run_pulse", runs)
rules.add_perm("agreements.remove_remark", keeps_names_out)
rules.add_perm("agreements.run_culture", is_admin)
rules.add_perm("agreements.answer_pulse", is_asked)
rules.add_perm("agreements.discuss_pulse", takes_part_in_it)
