"""Pulses in the world of the matrix."""

from agreements.models import Party, PulseComment, PulseWave
from agreements.motivation.sealing import hash_of, make_token
from tests.factories.motivation import (
    PulseInvitationFactory,
    PulseLinkFactory,
    PulseTurnFactory,
    PulseWaveFactory,
    invite_up_to_five,
    open_for_its_people,
    published_remark,
)


def keep_pulses(world, *collaborations):
    """In each collaboration an open one; the member is asked in their own.

    And an earlier one that was published, with a remark.
    """
    member = world.people["member"]
    own, *others = [PulseWaveFactory(collaboration=each) for each in collaborations]
    world.keep(PulseComment, *map(published_remark, collaborations))
    home = Party.objects.get(collaboration=own.collaboration, organization=member.organization_id)
    asked = PulseInvitationFactory(wave=own, party=home, person=member.person, account=member)
    invite_up_to_five(own)
    own = open_for_its_people(own)
    world.keep(
        PulseWave,
        own,
        *map(opened, others),
    )
    hashed = hash_of(make_token(asked.pk, salt=own.salt))
    PulseLinkFactory(wave=own, token_hash=hashed)
    PulseTurnFactory(invitation=asked, token_hash=hashed)


def opened(wave):
    invite_up_to_five(wave)
    return open_for_its_people(wave)
